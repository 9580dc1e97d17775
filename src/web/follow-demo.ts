/** Loading the demo: the answer comes line by line; each says how many facts are recorded. */
import type { Language } from "../engine/agreement.ts";
import { demoPath } from "./paths.ts";
import { askServer, refusedBy } from "./server-client.ts";

type Told = { readonly recorded: number };

export async function followDemo(
  asked: { readonly language: Language; readonly timeZone: string },
  tell: (recorded: number) => void,
): Promise<void> {
  const answer = await askServer(demoPath, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(asked),
  });
  if (!answer.ok) throw await refusedBy(answer);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    const last = lines.at(-1);
    if (last) tell((JSON.parse(last) as Told).recorded);
  }
}
