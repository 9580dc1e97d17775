/** Why a subject's clocks stand as they do, in words that both sides of an argument can follow. */
import type { Language } from "../engine/agreement.ts";
import type { Rule, State, Verdict } from "../engine/clock.ts";
import type { Candidate, CommitmentExplanation, Explanation, Outcome } from "../engine/explain.ts";
import type { JudgedClock, JudgedStretch } from "../engine/judged.ts";
import type { Level } from "../engine/level.ts";
import type { Sentence } from "../engine/problems/kind.ts";
import type { Instant } from "../engine/time.ts";
import { lengthText, openText, wallText } from "./amount.ts";
import { limitWords } from "./words-time.ts";

/** `typeOf` names the type of an event by its id, where the caller still has the events. */
export type ExplainOptions = {
  readonly language: Language;
  readonly timeZone: string;
  readonly typeOf?: (event: string) => string | undefined;
};

/** Stretches shown of one clock; a year-long one has hundreds. */
const MOST_STRETCHES = 60;

/** Characters of a wall time with its seconds. */
const WALL = 19;

const outcomes: Readonly<Record<Outcome, Sentence>> = {
  used: { es: "es la que se aplica", en: "is the one applied" },
  omitted: { es: "la suprime a propósito (omit)", en: "drops it on purpose (omit)" },
  lessSpecific: {
    es: "no se aplica: otra es más específica",
    en: "is not applied: another is more specific",
  },
  ties: {
    es: "no se aplica: otra del mismo nivel va antes",
    en: "is not applied: another of the same level comes first",
  },
  notInForce: { es: "no estaba en vigor", en: "was not in force" },
  notForSubject: { es: "no es para este sujeto", en: "is not for this subject" },
  outOfScope: {
    es: "no lo alcanza: fuera de su ámbito",
    en: "does not reach it: out of its scope",
  },
  noTarget: { es: "ningún plazo se le aplica", en: "none of its targets applies" },
  notQualified: {
    es: "no arranca: falta lo que la otra parte debía aportar",
    en: "does not start: what the other party owed is missing",
  },
  notStarted: { es: "su reloj no ha arrancado", en: "its clock has not started" },
};

const levels: Readonly<Record<Level, Sentence>> = {
  corporate: { es: "nivel corporativo", en: "corporate level" },
  service: { es: "nivel de servicio", en: "service level" },
  customer: { es: "nivel de cliente", en: "customer level" },
  customerService: { es: "nivel de cliente y servicio", en: "customer and service level" },
};

const verdicts: Readonly<Record<Verdict, Sentence>> = {
  open: { es: "abierto", en: "open" },
  met: { es: "cumplido", en: "met" },
  breached: { es: "incumplido", en: "breached" },
  excused: { es: "excusado", en: "excused" },
  void: { es: "anulado", en: "void" },
};

const states: Readonly<Record<State, Sentence>> = {
  waiting: { es: "a la espera de arrancar", en: "waiting to start" },
  running: { es: "en marcha", en: "running" },
  paused: { es: "en pausa", en: "paused" },
  stopped: { es: "detenido", en: "stopped" },
  cancelled: { es: "cancelado", en: "cancelled" },
};

const kinds: Readonly<Record<JudgedStretch["kind"], Sentence>> = {
  running: { es: "cuenta", en: "counts" },
  paused: { es: "en pausa", en: "paused" },
  closed: { es: "cerrado", en: "closed" },
};

const rules: Readonly<Record<Rule, Sentence>> = {
  started: { es: "arrancó", en: "it started" },
  qualified: { es: "llegó lo que faltaba", en: "what was missing arrived" },
  paused: { es: "se pausó", en: "it was paused" },
  resumed: { es: "se reanudó", en: "it was resumed" },
  pauseLimit: { es: "se agotó la pausa permitida", en: "the pause allowed was used up" },
  calendarChanged: { es: "cambió el calendario", en: "the calendar changed" },
  targetChanged: { es: "cambió el plazo", en: "the target changed" },
  restarted: { es: "se reinició", en: "it was restarted" },
  reopened: { es: "se reabrió", en: "it was reopened" },
  revisionChanged: { es: "cambió la revisión", en: "the revision changed" },
  stopped: { es: "se detuvo", en: "it stopped" },
  cancelled: { es: "se canceló", en: "it was cancelled" },
};

const says = {
  subject: {
    es: "{subject}, al {at} ({zone})",
    en: "{subject}, as of {at} ({zone})",
  },
  none: { es: "Ningún compromiso lo alcanza.", en: "No commitment covers it." },
  promise: {
    es: "- {agreement}, revisión {revision}, {level}: {outcome}.",
    en: "- {agreement}, revision {revision}, {level}: {outcome}.",
  },
  clock: { es: "Reloj {cycle}: {verdict}, {state}.", en: "Clock {cycle}: {verdict}, {state}." },
  start: { es: "Arrancó: {at}.", en: "Started: {at}." },
  target: {
    es: "Plazo: {text}; gastado {spent} de {allowed}, {elapsed} de reloj.",
    en: "Target: {text}; {spent} of {allowed} spent, {elapsed} by the clock.",
  },
  due: { es: "Vence: {at}.", en: "Due: {at}." },
  wasDue: { es: "Vencía: {at}.", en: "Was due: {at}." },
  breach: {
    es: "Incumplido: {at}, cuando ya no podía cumplirse.",
    en: "Breached: {at}, when it could no longer be kept.",
  },
  provisional: {
    es: "Provisional: una fuente que podría desmentirlo va atrasada.",
    en: "Provisional: a source that could disprove it is behind.",
  },
  stop: { es: "Se detuvo: {at}.", en: "Stopped: {at}." },
  remaining: { es: "Queda: {length}.", en: "Remaining: {length}." },
  more: { es: "… y siguen otros tramos: {count}", en: "… and more stretches: {count}" },
} as const;

type Voice = {
  readonly language: Language;
  readonly say: (sentence: Sentence, facts?: Readonly<Record<string, string | number>>) => string;
  readonly at: (instant: Instant) => string;
  readonly typeOf: (event: string) => string | undefined;
};

/** A heading for the subject, then a block for each commitment. Lines without their newline. */
export function explainInWords(
  { subject, asOf, commitments }: Explanation,
  { language, timeZone, typeOf = () => undefined }: ExplainOptions,
): readonly string[] {
  const voice: Voice = {
    language,
    say: (sentence, facts = {}) =>
      sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
        String(facts[name] ?? whole),
      ),
    at: (instant) => wallText(timeZone, instant),
    typeOf,
  };
  const heading = voice.say(says.subject, { subject, at: voice.at(asOf), zone: timeZone });
  if (commitments.length === 0) return [heading, voice.say(says.none)];
  return [heading, ...commitments.flatMap((explained) => commitmentLines(explained, voice))];
}

function commitmentLines(
  { commitment, candidates, clocks }: CommitmentExplanation,
  voice: Voice,
): readonly string[] {
  return [
    "",
    commitment,
    ...candidates.map((candidate) => `  ${candidateLine(candidate, voice)}`),
    ...clocks.flatMap((clock) => clockLines(clock, voice).map((line) => `  ${line}`)),
  ];
}

function candidateLine({ agreement, revision, level, outcome }: Candidate, { say }: Voice): string {
  const facts = { agreement, revision, level: say(levels[level]), outcome: say(outcomes[outcome]) };
  return say(says.promise, facts);
}

function clockLines(clock: JudgedClock, voice: Voice): readonly string[] {
  const { say } = voice;
  const { cycle, verdict, state, stretches } = clock;
  const shown = stretches.slice(0, MOST_STRETCHES);
  const hidden = stretches.length - shown.length;
  return [
    say(says.clock, { cycle, verdict: say(verdicts[verdict]), state: say(states[state]) }),
    ...factLines(clock, voice).map((line) => `  ${line}`),
    ...shown.map((stretch, index) => `    ${stretchLine(stretch, shown[index - 1], voice)}`),
    ...(hidden > 0 ? [`    ${say(says.more, { count: hidden })}`] : []),
  ];
}

/** Each fact of a clock in the order of time; those that are not there say nothing. */
function factLines(clock: JudgedClock, { say, at, language }: Voice): readonly string[] {
  const { startedAt, target, spent, dueAt, breachedAt, stoppedAt, remainingMs } = clock;
  const isOpen = stoppedAt === null && clock.verdict === "open";
  const due = isOpen ? says.due : says.wasDue;
  const allowed = target && target.basis !== "date" ? openText(target.ms) : "–";
  const facts = {
    text: target ? limitWords(target.text, language) : "–",
    spent: openText(spent.openMs),
    allowed,
    elapsed: lengthText(spent.elapsedMs),
  };
  return [
    ...(startedAt === null ? [] : [say(says.start, { at: at(startedAt) })]),
    ...(target ? [say(says.target, facts)] : []),
    ...(dueAt === null ? [] : [say(due, { at: at(dueAt) })]),
    ...(breachedAt === null ? [] : [say(says.breach, { at: at(breachedAt) })]),
    ...(clock.provisional ? [say(says.provisional)] : []),
    ...(stoppedAt === null ? [] : [say(says.stop, { at: at(stoppedAt) })]),
    ...(isOpen && remainingMs !== null
      ? [say(says.remaining, { length: lengthText(remainingMs) })]
      : []),
  ];
}

/** The reason is said once, where it begins to hold. */
function stretchLine(
  { from, to, kind, calendar, because }: JudgedStretch,
  before: JudgedStretch | undefined,
  { say, at, typeOf }: Voice,
): string {
  const event = because.event;
  const type = event === undefined ? undefined : (typeOf(event) ?? event);
  const isSame = before?.because.rule === because.rule && before.because.event === event;
  const why = say(rules[because.rule]) + (type === undefined ? "" : ` (${type})`);
  const span = `${at(from).padEnd(WALL)} → ${at(to).padEnd(WALL)}`;
  const length = lengthText(to - from).padStart(10);
  const named = calendar.replace(/@first$/, "");
  const told = `${span}  ${say(kinds[kind]).padEnd(8)} ${length}  ${named}`;
  return isSame ? told : `${told}  ${why}`;
}
