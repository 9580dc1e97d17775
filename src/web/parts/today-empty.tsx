/** A workspace without facts: what to do, and the demo company for whoever may load it. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { demoPath } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { askServer, saysOf } from "../server-client.ts";
import { todayWords } from "../words/today.ts";
import { Empty } from "./states.tsx";

type EmptyProps = { readonly mayLoad: boolean; readonly timeZone: string };

export function TodayEmpty({ mayLoad, timeZone }: EmptyProps) {
  const { say, language } = useReader();
  const queries = useQueryClient();
  const [said, setSaid] = useState<string>();
  const load = async () => {
    setSaid("…");
    try {
      await followDemo({ language, timeZone }, setSaid);
      await queries.invalidateQueries();
    } catch (error) {
      setSaid(saysOf(error));
    }
  };
  return (
    <Empty title={say(todayWords.empty)} text={say(todayWords.emptyText)}>
      {mayLoad && said === undefined && (
        <button type="button" className="button" onClick={load}>
          {say(todayWords.loadDemo)}
        </button>
      )}
      <p role="status">{said === undefined ? "" : say(todayWords.demoGoing, { said })}</p>
    </Empty>
  );
}

/** The answer comes line by line; each line says how far it is. */
async function followDemo(body: object, tell: (line: string) => void): Promise<void> {
  const answer = await askServer(demoPath, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return;
    const line = value.trim().split("\n").at(-1);
    if (line) tell(line);
  }
}
