/** Which column of a CSV says what, by its name in Spanish or English; and the mapping of it. */
import type { ConditionSpec } from "../engine/condition.ts";
import {
  columnNames,
  type FactPart,
  factParts,
  type Part,
  plainName,
  type TimePart,
  timeParts,
} from "./column-name.ts";
import { type ColumnFound, isTimes } from "./csv-column.ts";
import type { FirstKind } from "./first-agreement.ts";
import type { EventRule, MappingSpec, ValueRule } from "./mapping.ts";

/** Columns by what they say. */
export type Columns = Readonly<Partial<Record<Part, string>>>;

/** The parts that mean something for a kind; a ticket is contacted by replying to it. */
export const timePartsOf: Readonly<Record<FirstKind, readonly TimePart[]>> = {
  lead: ["created", "qualified", "assigned", "contacted", "won", "lost"],
  deal: ["created", "contacted", "closed", "won", "lost"],
  ticket: ["created", "assigned", "contacted", "closed"],
};

const isTimePart = (part: Part): part is TimePart =>
  (timeParts as readonly string[]).includes(part);

/**
 * Columns by what their names say. A part that is a time takes a column of times only, one that is
 * not never does; each column says one thing; of two, the name that is listed first.
 */
export function guessColumns(columns: readonly ColumnFound[], kind: FirstKind): Columns {
  const parts: readonly Part[] = ["id", ...timePartsOf[kind], ...factParts];
  const guessed: Partial<Record<Part, string>> = {};
  const taken = new Set<string>();
  for (const part of parts) {
    const fits = columns.filter(
      (column) => !taken.has(column.name) && isTimes(column) === isTimePart(part),
    );
    const found = bestNamed(fits, columnNames[part]);
    if (found === undefined) continue;
    guessed[part] = found;
    taken.add(found);
  }
  return guessed;
}

function bestNamed(columns: readonly ColumnFound[], known: readonly string[]): string | undefined {
  for (const name of known) {
    const found = columns.find((column) => plainName(column.name) === name);
    if (found) return found.name;
  }
  return undefined;
}

const TICKET =
  "tickets?|cases?|casos?|incidencias?|priority|prioridad|asunto|solved|resuelto|respuesta|reply";
const DEAL =
  "deals?|oportunidad(es)?|opportunit(y|ies)|negocios?|amount|importe|monto|won|ganad[oa]|etapa";
const LEAD = "leads?|prospectos?|mql|fuente|lead source|contacto";

/** The kind that more names speak of; leads where nothing tells. */
export function guessKind(header: readonly string[], fileName: string): FirstKind {
  const text = [...header, fileName].map(plainName).join(" ");
  const count = (words: string) => text.match(new RegExp(`\\b(${words})\\b`, "g"))?.length ?? 0;
  const tickets = count(TICKET);
  const deals = count(DEAL);
  const leads = count(LEAD) + 1;
  if (tickets > deals && tickets > leads) return "ticket";
  return deals > leads ? "deal" : "lead";
}

export type MappingAsked = {
  readonly kind: FirstKind;
  readonly columns: Columns;
  readonly found: readonly ColumnFound[];
  readonly source: string;
  readonly timeZone: string;
  readonly dates: readonly string[];
  readonly delimiter: string;
};

/** The mapping that these columns make; its rows without any of the times say nothing. */
export function mappingOf(asked: MappingAsked): MappingSpec {
  const { kind, columns, source, timeZone, dates, delimiter } = asked;
  return {
    source,
    timeZone,
    dates,
    delimiter,
    ...(isCommaDecimal(asked) ? { decimal: "," as const } : {}),
    subject: { kind, id: columns.id ?? "" },
    events: timePartsOf[kind].flatMap((part) => rulesOf(asked, part)),
  };
}

const types: Readonly<Record<FirstKind, Readonly<Partial<Record<TimePart, string>>>>> = {
  lead: {
    created: "lead.created",
    qualified: "lead.qualified",
    assigned: "lead.assigned",
    contacted: "contact.attempted",
    won: "lead.sqlAccepted",
    lost: "lead.disqualified",
  },
  deal: {
    created: "deal.created",
    contacted: "contact.attempted",
    won: "deal.won",
    lost: "deal.lost",
  },
  ticket: {
    created: "ticket.created",
    assigned: "ticket.assigned",
    contacted: "ticket.repliedPublic",
    closed: "ticket.solved",
  },
};

function rulesOf(asked: MappingAsked, part: TimePart): readonly EventRule[] {
  const { kind, columns } = asked;
  const at = columns[part];
  if (at === undefined) return [];
  if (kind === "deal" && part === "closed") return closings(asked, at);
  const type = types[kind][part];
  if (type === undefined) return [];
  if (part === "created") return [{ type, at, ...dataOf(asked) }];
  return [{ type, at, ...after(columns), ...actorOf(asked, part) }];
}

/** An answer in the minute of its beginning comes after it. */
function after({ created }: Columns) {
  return created === undefined ? {} : { after: created };
}

/** Who answered is a person: a file has no robots in the column of its owners. */
function actorOf({ columns }: MappingAsked, part: TimePart) {
  if (part !== "contacted") return {};
  const who = columns.owner === undefined ? {} : { id: columns.owner };
  return { actor: { ...who, kind: "human" as const } };
}

/** What closed is won or lost by its status; without one it is only closed, and nothing is said. */
function closings({ columns, found }: MappingAsked, at: string): readonly EventRule[] {
  const { status } = columns;
  const values = [...(found.find(({ name }) => name === status)?.values ?? [])];
  if (status === undefined) return [];
  const ending = (type: string, words: RegExp): readonly EventRule[] => {
    const said = values.filter((value) => words.test(value));
    const when = { [status]: { in: said } } as ConditionSpec;
    return said.length === 0 ? [] : [{ type, at, when, ...after(columns) }];
  };
  return [...ending("deal.won", /won|ganad/i), ...ending("deal.lost", /lost|perdid/i)];
}

const fields: Readonly<Record<FactPart, string>> = {
  title: "title",
  owner: "owner",
  status: "status",
  source: "source",
  priority: "priority",
  email: "email",
  phone: "phone",
  value: "amount",
};

function dataOf({ columns, found }: MappingAsked): Pick<EventRule, "data"> {
  const data: Record<string, ValueRule> = {};
  for (const part of factParts) {
    const column = columns[part];
    if (column === undefined) continue;
    const isNumber = part === "value" && isNumbers(found, column);
    data[fields[part]] = isNumber ? { column, as: "number" } : { column };
  }
  return Object.keys(data).length === 0 ? {} : { data };
}

/** A money sign or a word keeps a text what it is: a row is not refused for its value. */
function isNumbers(found: readonly ColumnFound[], column: string): boolean {
  const values = [...(found.find(({ name }) => name === column)?.values ?? [])];
  return values.length > 0 && values.every((value) => /^[+-]?\d{1,15}([.,]\d{1,2})?$/.test(value));
}

function isCommaDecimal({ columns, found }: MappingAsked): boolean {
  const values = [...(found.find(({ name }) => name === columns.value)?.values ?? [])];
  return values.some((value) => /\d,\d{1,2}$/.test(value));
}
