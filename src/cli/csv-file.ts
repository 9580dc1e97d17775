/** Events from CSV files, by a mapping: streamed, every row accounted for. */

import { pipeline, Readable } from "node:stream";
import { type CsvError, type Parser, parse } from "csv-parse";
import { type Problem, problem } from "../engine/problem.ts";
import type { Mapping } from "../language/mapping.ts";
import {
  compileRow,
  type RowLabel,
  type RowReader,
  type RowResult,
} from "../language/mapping-row.ts";
import { readBytes } from "./files.ts";
import type { Intake } from "./intake.ts";
import { LONGEST_LINE, readLines } from "./lines.ts";
import { inWords, type Terminal } from "./terminal.ts";

const reading = {
  es: "Leyendo {file}: {rows|fila|filas}",
  en: "Reading {file}: {rows|row|rows}",
} as const;

type Source = { readonly file: string; readonly mapping: Mapping };

/** Reads one file into the intake; hands back what the file says of its own rows. */
export async function readCsvFile(
  { file, mapping }: Source,
  intake: Intake,
  terminal: Terminal,
): Promise<readonly RowLabel[]> {
  const labels: RowLabel[] = [];
  let read: RowReader | undefined;
  const lines = Readable.from(texts(file, intake, terminal));
  // Failures reach the loop through the parser, which the pipeline destroys with them.
  const records = pipeline(lines, openParser(mapping), () => undefined);
  try {
    for await (const { record, info } of records as AsyncIterable<CsvRecord>) {
      if (!read) {
        read = compileRow(
          mapping,
          record.map((column) => column.trim()),
        );
        continue;
      }
      const label = take(read(record, info.lines), intake, { file, line: info.lines });
      if (label) labels.push(label);
      terminal.progress(() => inWords(terminal, reading, { file, rows: intake.rows.read }));
    }
  } catch (failure) {
    if (!isCsvError(failure)) throw failure;
    intake.rows.refused += 1;
    intake.report(csvProblem(file, failure));
  }
  return labels;
}

type CsvRecord = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

function openParser({ spec }: Mapping): Parser {
  return parse({
    delimiter: spec.delimiter ?? ",",
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE,
  });
}

/** The file's lines again, without those over the limit, so that a line is never held whole. */
async function* texts(file: string, intake: Intake, terminal: Terminal): AsyncGenerator<string> {
  for await (const lines of readLines(readBytes(file, terminal))) {
    let block = "";
    for (const { number, text, problem: wrong } of lines) {
      block += `${text ?? ""}\n`;
      if (!wrong) continue;
      intake.rows.read += 1;
      intake.rows.refused += 1;
      intake.report(problem(wrong, { limit: LONGEST_LINE }, { file, line: number }));
    }
    yield block;
  }
}

type RowPlace = { readonly file: string; readonly line: number };

function take(result: RowResult, intake: Intake, place: RowPlace): RowLabel | undefined {
  const { rows } = intake;
  rows.read += 1;
  if (result.is === "ignored") {
    rows.ignored += 1;
    return undefined;
  }
  if (result.is === "events") {
    rows.used += 1;
    rows.moved += result.moved;
    for (const event of result.events) intake.add(event, place);
    return result.label;
  }
  rows[result.is] += 1;
  for (const found of result.problems) intake.report({ ...found, place });
  return undefined;
}

function isCsvError(failure: unknown): failure is CsvError {
  return failure instanceof Error && failure.constructor.name === "CsvError";
}

function csvProblem(file: string, failure: CsvError): Problem {
  const { lines } = failure as CsvError & { readonly lines?: number };
  const reason = failure.message.slice(0, 160);
  return problem("csv-unreadable", { reason }, { file, ...(lines ? { line: lines } : {}) });
}
