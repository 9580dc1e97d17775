/**
 * What came in: rows read, used and refused, and the problems, of which a bounded number is kept.
 */
import type { Event } from "../engine/event.ts";
import { type Place, type Problem, type ProblemCode, problem } from "../engine/problem.ts";
import type { Sentence } from "../engine/problems/kind.ts";
import { type Instant, instantText } from "../engine/time.ts";
import { coloured, inWords, type Terminal } from "./terminal.ts";

/**
 * `ignored` are rows that a mapping leaves out on purpose, `unknown` those it says nothing about;
 * `moved` are events put after another of their row, as the mapping's `after` says.
 */
export type Rows = {
  read: number;
  used: number;
  refused: number;
  ignored: number;
  unknown: number;
  repeated: number;
  moved: number;
};

/** The most problems of a run that are kept and shown; the rest is counted. */
const MOST_PROBLEMS = 200;

/**
 * Gathers events and problems while files are read. Mutable: it lives as long as the reading does.
 */
export class Intake {
  readonly events: Event[] = [];
  readonly rows: Rows = {
    read: 0,
    used: 0,
    refused: 0,
    ignored: 0,
    unknown: 0,
    repeated: 0,
    moved: 0,
  };
  readonly #problems: Problem[] = [];
  readonly #asOf: Instant | undefined;
  readonly #known = new Set<string>();
  #more = 0;
  #future: Oddity = { count: 0 };
  #ancient: Oddity = { count: 0 };

  constructor(asOf: Instant | undefined) {
    this.#asOf = asOf;
  }

  add(event: Event, place: Place): void {
    this.events.push(event);
    const { size } = this.#known;
    this.#known.add(`${event.source}\u0000${event.id}`);
    if (this.#known.size === size) this.rows.repeated += 1;
    const { occurredAt } = event;
    if (this.#asOf !== undefined && occurredAt > this.#asOf) {
      this.#future = oneMore(this.#future, place);
    }
    if (occurredAt < 0) this.#ancient = oneMore(this.#ancient, place);
  }

  /** Keeps the first problems and counts the others. */
  report(found: Problem): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(found);
    else this.#more += 1;
  }

  get problems(): readonly Problem[] {
    const more = this.#more > 0 ? [problem("problems-more", { count: this.#more })] : [];
    const asOf = this.#asOf === undefined ? "" : instantText(this.#asOf);
    return [
      ...this.#problems,
      ...more,
      ...oddityProblem("events-future", this.#future, { asOf }),
      ...oddityProblem("events-ancient", this.#ancient, {}),
    ];
  }
}

type Oddity = { readonly count: number; readonly first?: Place };

function oneMore({ count, first }: Oddity, place: Place): Oddity {
  return { count: count + 1, first: first ?? place };
}

function oddityProblem(
  code: ProblemCode,
  { count, first }: Oddity,
  facts: Readonly<Record<string, string>>,
): readonly Problem[] {
  return count === 0 ? [] : [problem(code, { ...facts, count }, first)];
}

/** The instant just after the newest event: what a log without a stated end is judged as of. */
export function newestOf(events: readonly Event[]): Instant | undefined {
  let newest: Instant | undefined;
  for (const { occurredAt } of events) {
    if (newest === undefined || occurredAt > newest) newest = occurredAt;
  }
  return newest;
}

const summary: Sentence = {
  es: "Filas leídas: {read} · usadas: {used} · rechazadas: {refused} · desconocidas: {unknown} · dejadas fuera: {ignored} · eventos repetidos: {repeated} · movidos: {moved}",
  en: "Rows read: {read} · used: {used} · refused: {refused} · unknown: {unknown} · left out: {ignored} · repeated events: {repeated} · moved: {moved}",
};

export function rowsLine(terminal: Terminal, rows: Rows): string {
  return `${coloured(terminal, "dim", inWords(terminal, summary, rows))}\n`;
}

/** Whether anything that came in was not understood: what `--strict` makes a failure. */
export function isIncomplete({ refused, unknown }: Rows): boolean {
  return refused > 0 || unknown > 0;
}
