/** A terminal in memory: the commands run as they are, without a process for each. */
import { Readable } from "node:stream";
import { runCommand } from "../src/cli/run.ts";
import { type Environment, readSettings } from "../src/cli/settings.ts";
import type { Terminal } from "../src/cli/terminal.ts";
import type { Language } from "../src/engine/agreement.ts";
import type { Instant } from "../src/engine/time.ts";

export type Said = { readonly code: number; readonly out: string; readonly err: string };

export type Around = {
  readonly language?: Language;
  readonly stdin?: string | Buffer;
  readonly now?: string;
  readonly environment?: Environment;
};

/** Runs a command line inside this process; `--json` among the words is seen, as `main.ts` does. */
export async function say(words: readonly string[], around: Around = {}): Promise<Said> {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    language: around.language ?? "en",
    isJson: words.includes("--json"),
    hasColours: false,
    width: 100,
    serving: readSettings(around.environment ?? {}).serving,
    stdin: Readable.from([Buffer.from(around.stdin ?? "")]),
    now: () => Date.parse(around.now ?? "2026-06-30T12:00:00Z") as Instant,
    print: async (text) => void out.push(text),
    warn: async (text) => void err.push(text),
    progress: () => undefined,
  };
  const code = await runCommand(words, terminal);
  return { code, out: out.join(""), err: err.join("") };
}
