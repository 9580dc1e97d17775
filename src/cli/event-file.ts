/** Events from NDJSON files: one CloudEvent a line. */
import { readCloudEvent } from "../engine/cloud-event.ts";
import { type Problem, problem } from "../engine/problem.ts";
import { readBytes, sizeOf } from "./files.ts";
import type { Intake } from "./intake.ts";
import { type Line, LONGEST_LINE, readLines } from "./lines.ts";
import { inWords, type Terminal } from "./terminal.ts";

const reading = {
  es: "Leyendo {file}: {rows|línea|líneas} {share}",
  en: "Reading {file}: {rows|line|lines} {share}",
} as const;

/** Reads one file into the intake; a line that cannot be used is reported with its number. */
export async function readEventFile(
  file: string,
  intake: Intake,
  terminal: Terminal,
): Promise<void> {
  const size = file.endsWith(".gz") ? undefined : await sizeOf(file);
  let bytesRead = 0;
  const counted = async function* () {
    for await (const bytes of readBytes(file, terminal)) {
      bytesRead += bytes.length;
      yield bytes;
    }
  };
  for await (const lines of readLines(counted())) {
    for (const line of lines) readLine(line, file, intake);
    const share = size ? `(${Math.floor((100 * bytesRead) / size)} %)` : "";
    terminal.progress(() => inWords(terminal, reading, { file, rows: intake.rows.read, share }));
  }
}

function readLine(line: Line, file: string, intake: Intake): void {
  if (line.text?.trim() === "") return;
  intake.rows.read += 1;
  const place = { file, line: line.number };
  const { value, problems } = parse(line);
  const read = problems ? { problems } : readCloudEvent(value);
  if (read.event) {
    intake.rows.used += 1;
    intake.add(read.event, place);
    return;
  }
  intake.rows.refused += 1;
  for (const found of read.problems ?? []) intake.report({ ...found, place });
}

type Parsed =
  | { readonly value: unknown; readonly problems?: never }
  | { readonly value?: never; readonly problems: readonly Problem[] };

function parse({ text, problem: wrong }: Line): Parsed {
  if (wrong) return { problems: [problem(wrong, { limit: LONGEST_LINE })] };
  try {
    return { value: JSON.parse(text) };
  } catch (failure) {
    const reason = (failure as SyntaxError).message.slice(0, 120);
    return { problems: [problem("line-not-json", { reason })] };
  }
}
