/**
 * Holidays named by a calendar as an ICS file or address: read here, since the engine reads
 * nothing, and handed on as dates.
 */
import { dirname, resolve } from "node:path";
import type { AcuerdoDocument } from "../engine/agreement.ts";
import { type Problem, problem, Refusal, refuse } from "../engine/problem.ts";
import { icsDates } from "../language/ics.ts";
import { readText } from "./files.ts";
import type { Terminal } from "./terminal.ts";

type Filled = { readonly document: AcuerdoDocument; readonly problems: readonly Problem[] };

const PATIENCE = 10_000;
const LARGEST = 4 * 1_048_576;

/** The document with its ICS holidays as dates; the same object where it names none. */
export async function withHolidays(
  document: AcuerdoDocument,
  file: string,
  terminal: Terminal,
): Promise<Filled> {
  const names = new Set<string>();
  collect(document.spec, names);
  if (names.size === 0) return { document, problems: [] };
  const dates = new Map<string, readonly string[]>();
  const problems: Problem[] = [];
  for (const name of names) {
    const read = await readHolidays(name, file, terminal);
    dates.set(name, read);
    if (read.length === 0) problems.push(problem("ics-empty", { name }, { file }));
  }
  return { document: fill(document, dates) as AcuerdoDocument, problems };
}

type Node = { readonly [key: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function icsOf(node: Node): string | undefined {
  const holidays = node.holidays;
  return isNode(holidays) && typeof holidays.ics === "string" ? holidays.ics : undefined;
}

/** Calendars stand in many places of a document; what bounds the walk is the size of the file. */
function collect(value: unknown, names: Set<string>): void {
  if (!isNode(value)) return;
  const name = icsOf(value);
  if (name !== undefined) names.add(name);
  for (const below of Object.values(value)) collect(below, names);
}

function fill(value: unknown, dates: ReadonlyMap<string, readonly string[]>): unknown {
  if (Array.isArray(value)) return value.map((entry) => fill(entry, dates));
  if (!isNode(value)) return value;
  const filled = Object.fromEntries(
    Object.entries(value).map(([key, below]) => [key, fill(below, dates)]),
  );
  const name = icsOf(value);
  if (name === undefined) return filled;
  const { ics: _, ...holidays } = value.holidays as Node;
  const add = [...((holidays.add as string[] | undefined) ?? []), ...(dates.get(name) ?? [])];
  return { ...filled, holidays: { ...holidays, add } };
}

async function readHolidays(
  name: string,
  file: string,
  terminal: Terminal,
): Promise<readonly string[]> {
  const isAddress = /^https?:\/\//.test(name);
  const beside = file === "-" ? name : resolve(dirname(file), name);
  const text = isAddress ? await fetchText(name) : await readText(beside, terminal);
  try {
    return icsDates(text);
  } catch (failure) {
    const reason = (failure as Error).message.slice(0, 120);
    return refuse("file-unreadable", { file: name, reason });
  }
}

async function fetchText(address: string): Promise<string> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok || !answer.body) {
      return refuse("address-unreachable", { address, reason: `HTTP ${answer.status}` });
    }
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of answer.body) {
      length += part.length;
      if (length > LARGEST) refuse("input-too-large", { file: address, limit: LARGEST });
      parts.push(part);
    }
    return Buffer.concat(parts).toString("utf8");
  } catch (failure) {
    if (failure instanceof Refusal) throw failure;
    const { message, cause } = failure as Error;
    const reason = cause instanceof Error ? cause.message : message;
    return refuse("address-unreachable", { address, reason: reason.slice(0, 120) });
  }
}
