/** `acuerdo calendar`: open time between two instants, and when something falls due. */
import type { AcuerdoDocument } from "../../engine/agreement.ts";
import { dueAfterDays } from "../../engine/business-day.ts";
import { openCalendar } from "../../engine/calendar.ts";
import type { CalendarSpec } from "../../engine/calendar-spec.ts";
import { readDuration } from "../../engine/duration.ts";
import { type Problem, refuse } from "../../engine/problem.ts";
import { type Instant, instantText } from "../../engine/time.ts";
import { dueAt, openTime, type Timetable } from "../../engine/timetable.ts";
import { lengthText, wallText } from "../../language/amount.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { readSoundFiles } from "../documents.ts";
import { momentOption } from "../moment.ts";
import { problemJson, problemLines } from "../say.ts";
import { inWords, type Terminal } from "../terminal.ts";

const says = {
  openTime: {
    es: "De {from} a {to} ({zone}): {open} de horario abierto, {elapsed} de reloj",
    en: "From {from} to {to} ({zone}): {open} of open time, {elapsed} by the clock",
  },
  due: {
    es: "{within} desde {from} vence {due} ({zone})",
    en: "{within} from {from} is due {due} ({zone})",
  },
  never: {
    es: "{within} desde {from} no vence en los diez años siguientes",
    en: "{within} from {from} is not due within the ten years after",
  },
} as const;

export const calendar: CommandRow = {
  name: "calendar",
  usage: "open-time|due CALENDAR.yaml",
  least: 2,
  most: 2,
  says: {
    es: "Cuenta el tiempo abierto entre dos instantes (open-time), o dice cuándo vence un plazo (due).",
    en: "Count the open time between two instants (open-time), or say when a time limit is due (due).",
  },
  options: [
    {
      name: "from",
      value: "TIME",
      says: {
        es: "Desde: con desplazamiento, u hora local del calendario.",
        en: "From: with an offset, or a wall time of the calendar.",
      },
    },
    { name: "to", value: "TIME", says: { es: "Hasta (open-time).", en: "To (open-time)." } },
    {
      name: "within",
      value: "DURATION",
      says: { es: "Plazo (due): 4bh, 2bd, 24h…", en: "Time limit (due): 4bh, 2bd, 24h…" },
    },
    {
      name: "calendar",
      value: "NAME",
      says: {
        es: "Cuál, si el archivo lleva varios o es un acuerdo.",
        en: "Which one, where the file holds several or is an agreement.",
      },
    },
  ],
  examples: [
    "acuerdo calendar open-time office.yaml --from 2026-03-30T12:00 --to 2026-04-01T10:00",
    "acuerdo calendar due examples/soporte-estandar.yaml --calendar oficina --from 2026-03-31T16:00 --within 4bh",
  ],
  run,
};

type Question = {
  readonly given: Given;
  readonly timetable: Timetable;
  readonly zone: string;
  readonly terminal: Terminal;
  readonly problems: readonly Problem[];
};

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const [question = "", file = ""] = given.arguments;
  const answer = answers[question];
  if (!answer) {
    refuse("option-value-wrong", {
      option: "calendar",
      given: question,
      wantedEs: "open-time o due",
      wantedEn: "open-time or due",
    });
  }
  const documents = await readSoundFiles([file], terminal);
  const spec = chooseCalendar(file, [...documents.agreements, ...documents.calendars], given);
  const timetable = openCalendar(spec);
  const zone = timetable.timeZone;
  return answer({ given, timetable, zone, terminal, problems: documents.problems });
}

const answers: Readonly<Record<string, ((question: Question) => Promise<ExitCode>) | undefined>> = {
  "open-time": answerOpenTime,
  due: answerDue,
};

async function answerOpenTime({
  given,
  timetable,
  zone,
  terminal,
  problems,
}: Question): Promise<ExitCode> {
  const from = needMoment(given, "from", zone);
  const to = needMoment(given, "to", zone);
  const openMs = openTime(timetable, { from, to });
  if (terminal.isJson) {
    const json = { from: instantText(from), to: instantText(to), openMs };
    return printJson(terminal, { ...json, elapsedMs: Math.max(0, to - from) }, problems);
  }
  await terminal.warn(problemLines(terminal, problems));
  const facts = {
    from: wallText(zone, from),
    to: wallText(zone, to),
    zone,
    open: lengthText(openMs),
    elapsed: lengthText(Math.max(0, to - from)),
  };
  await terminal.print(`${inWords(terminal, says.openTime, facts)}\n`);
  return 0;
}

async function answerDue({
  given,
  timetable,
  zone,
  terminal,
  problems,
}: Question): Promise<ExitCode> {
  const from = needMoment(given, "from", zone);
  const within = given.text("within") ?? refuse("option-missing", { option: "--within" });
  const due = dueOf(timetable, from, within);
  if (terminal.isJson) {
    const dueText = due === undefined ? null : instantText(due);
    return printJson(terminal, { from: instantText(from), within, dueAt: dueText }, problems);
  }
  await terminal.warn(problemLines(terminal, problems));
  const facts = { within, from: wallText(zone, from), zone };
  await terminal.print(
    due === undefined
      ? `${inWords(terminal, says.never, facts)}\n`
      : `${inWords(terminal, says.due, { ...facts, due: wallText(zone, due) })}\n`,
  );
  return due === undefined ? 1 : 0;
}

async function printJson(
  terminal: Terminal,
  answer: Readonly<Record<string, unknown>>,
  problems: readonly Problem[],
): Promise<ExitCode> {
  const json = { ...answer, problems: problems.map(problemJson) };
  await terminal.print(`${JSON.stringify(json, null, 2)}\n`);
  return answer.dueAt === null ? 1 : 0;
}

function dueOf(timetable: Timetable, from: Instant, within: string): Instant | undefined {
  const duration = readDuration(within);
  if (!duration) {
    return refuse("option-value-wrong", {
      option: "--within",
      given: within,
      wantedEs: "un plazo como 30m, 4bh, 2bd o 24h",
      wantedEn: "a time limit like 30m, 4bh, 2bd or 24h",
    });
  }
  if (duration.basis === "businessDays") return dueAfterDays(timetable, from, duration.amount);
  if (duration.basis === "open") return dueAt(timetable, from, duration.ms);
  return (from + duration.ms) as Instant;
}

function needMoment(given: Given, option: string, zone: string): Instant {
  return momentOption(given, option, zone) ?? refuse("option-missing", { option: `--${option}` });
}

/** The calendar that the name means: a document's, or one inside an agreement. */
function chooseCalendar(
  file: string,
  documents: readonly AcuerdoDocument[],
  given: Given,
): CalendarSpec {
  const found = documents.flatMap(calendarsIn);
  const name = given.text("calendar");
  const chosen = name === undefined ? found : found.filter(([known]) => known === name);
  const [only] = chosen;
  if (only && chosen.length === 1) return only[1];
  const known = found.map(([known]) => known).join(", ");
  return refuse("calendar-choice", { file, count: found.length, known });
}

function calendarsIn({
  kind,
  metadata,
  spec,
}: AcuerdoDocument): (readonly [string, CalendarSpec])[] {
  if (kind === "Calendar") return [[metadata.name, spec as CalendarSpec]];
  const own = "calendars" in spec ? Object.entries(spec.calendars ?? {}) : [];
  return own.flatMap(([name, value]) => ("ref" in value ? [] : [[name, value] as const]));
}
