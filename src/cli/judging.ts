/**
 * What `evaluate`, `backtest` and `explain` have in common: agreements and events in, ready to
 * judge.
 */
import type { AgreementDocument } from "../engine/agreement.ts";
import type { Event } from "../engine/event.ts";
import type { JudgeInput } from "../engine/judge.ts";
import { type Problem, refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import type { Mapping } from "../language/mapping.ts";
import type { RowLabel } from "../language/mapping-row.ts";
import type { Given, OptionRow } from "./command.ts";
import { readCsvFile } from "./csv-file.ts";
import { type Documents, readSoundFiles } from "./documents.ts";
import { readEventFile } from "./event-file.ts";
import { Intake, newestOf, type Rows } from "./intake.ts";
import { readMapping } from "./mapping-file.ts";
import { momentOption, momentText } from "./moment.ts";
import type { Terminal } from "./terminal.ts";

export const judgingOptions: readonly OptionRow[] = [
  {
    name: "events",
    value: "FILE",
    isRepeatable: true,
    says: {
      es: "Eventos, un CloudEvent JSON por línea (.ndjson, .gz, o - para la entrada estándar).",
      en: "Events, one JSON CloudEvent a line (.ndjson, .gz, or - for the standard input).",
    },
  },
  {
    name: "csv",
    value: "FILE",
    isRepeatable: true,
    says: {
      es: "Filas de un CSV (.csv, .gz), que --map convierte en eventos.",
      en: "Rows of a CSV (.csv, .gz), which --map turns into events.",
    },
  },
  {
    name: "map",
    value: "FILE",
    says: {
      es: "Correspondencia entre las columnas del CSV y los eventos.",
      en: "Mapping from the CSV's columns to events.",
    },
  },
  {
    name: "as-of",
    value: "TIME",
    says: {
      es: "Instante en que se juzga. Sin él: el que diga la correspondencia, o el último evento.",
      en: "Instant judged at. Without it: what the mapping says, or the newest event.",
    },
  },
  {
    name: "strict",
    says: {
      es: "Código de salida 1 si alguna fila se rechaza o no se reconoce.",
      en: "Exit code 1 where a row is refused or not recognised.",
    },
  },
];

/** `zone` is that of the first agreement, in which times are shown; `zones` are those of each. */
export type Case = {
  readonly input: JudgeInput & { readonly events: readonly Event[] };
  readonly zone: string;
  readonly zones: Zones;
  readonly rows: Rows;
  readonly problems: readonly Problem[];
  readonly labels: readonly RowLabel[];
  readonly mapping: Mapping | undefined;
};

/** Reads everything that the arguments name. Refuses where there is nothing to judge. */
export async function openCase(given: Given, terminal: Terminal): Promise<Case> {
  refuseSources(given);
  const documents = await openAgreements(given.arguments, terminal);
  const zone = zoneOf(documents.agreements);
  const mapping = await openMapping(given, terminal);
  const stated = momentOption(given, "as-of", zone) ?? mappedMoment(mapping, zone);
  const intake = new Intake(stated);
  for (const file of given.texts("events")) await readEventFile(file, intake, terminal);
  const labels: RowLabel[] = [];
  for (const file of mapping ? given.texts("csv") : []) {
    if (mapping) labels.push(...(await readCsvFile({ file, mapping }, intake, terminal)));
  }
  const asOf = stated ?? newestOf(intake.events) ?? terminal.now();
  const { agreements, calendars } = documents;
  return {
    input: { agreements, calendars, events: intake.events, asOf },
    zone,
    zones: zonesOf(documents.agreements),
    rows: intake.rows,
    problems: [...documents.problems, ...intake.problems],
    labels,
    mapping,
  };
}

/** The agreements of those files. Refuses errors in them: what cannot be read cannot be judged. */
export async function openAgreements(
  files: readonly string[],
  terminal: Terminal,
): Promise<Documents> {
  const documents = await readSoundFiles(files, terminal);
  if (documents.agreements.length === 0) refuse("agreement-missing");
  return documents;
}

function zoneOf(agreements: readonly AgreementDocument[]): string {
  return agreements[0]?.spec.term.timeZone ?? "UTC";
}

/** Each agreement's zone by its name: a period begins at midnight there. */
export type Zones = Readonly<Record<string, string>>;

function zonesOf(agreements: readonly AgreementDocument[]): Zones {
  return Object.fromEntries(
    agreements.map(({ metadata, spec }) => [metadata.name, spec.term.timeZone]),
  );
}

/** Events come from somewhere, and a CSV and its mapping together. */
function refuseSources(given: Given): void {
  const [hasCsv, hasMap] = [given.has("csv"), given.has("map")];
  if (!hasCsv && !given.has("events")) refuse("option-missing", { option: "--events" });
  if (hasCsv !== hasMap) refuse("option-missing", { option: hasCsv ? "--map" : "--csv" });
}

async function openMapping(given: Given, terminal: Terminal): Promise<Mapping | undefined> {
  const file = given.text("map");
  return file === undefined ? undefined : readMapping(file, terminal);
}

function mappedMoment(mapping: Mapping | undefined, zone: string): Instant | undefined {
  const text = mapping?.spec.asOf;
  if (mapping === undefined || text === undefined) return undefined;
  const at = momentText(text, mapping.spec.timeZone ?? zone);
  return at ?? refuse("mapping-moment", { text }, mapping.placeOf("spec.asOf"));
}
