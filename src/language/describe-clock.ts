/** A clock in words: from what until what, within what, and what does not count. */
import type {
  ClockSpec,
  CommitmentSpec,
  DueDateSpec,
  Language,
  PauseSpec,
  SignalSpec,
  SignalsSpec,
  TargetChangePolicy,
  TargetSpec,
} from "../engine/agreement.ts";
import { describeCondition } from "./describe-condition.ts";
import type { Describing } from "./describing.ts";
import { by, joined, listedLong } from "./words.ts";
import { eventClause } from "./words-event.ts";
import { isBusinessDays, isOne, limitWords } from "./words-time.ts";

/** What gives a signal, as a clause: "se asigna el lead o se redirige el lead". */
function signalsClause(signals: SignalsSpec, language: Language): string {
  const list = [signals].flat() as readonly SignalSpec[];
  return joined(
    list.map((signal) => signalClause(signal, language)),
    "or",
    language,
  );
}

function signalClause(signal: SignalSpec, language: Language): string {
  if (typeof signal === "string") return eventClause(signal, language);
  if ("when" in signal) {
    const condition = describeCondition(signal.when, language);
    return by(language, `pasa a cumplirse que ${condition}`, `it becomes true that ${condition}`);
  }
  const clause = eventClause(signal.event, language);
  if (!signal.where) return clause;
  const condition = describeCondition(signal.where, language);
  return by(language, `${clause} (si ${condition})`, `${clause} (if ${condition})`);
}

/** "desde que se asigna el lead hasta que se intenta el contacto no pasará más de 1 hora". */
export function runClause(
  { clock, target = [] }: CommitmentSpec & { readonly clock: ClockSpec },
  describing: Describing,
): string {
  const { language } = describing;
  const start = signalsClause(clock.start, language);
  const stop = signalsClause(clock.stop, language);
  const [only] = target;
  const span = by(
    language,
    `desde que ${start} hasta que ${stop}`,
    `from the moment ${start} until ${stop}`,
  );
  if (target.length === 1 && only && !only.when && "within" in only) {
    const length = withinWords(only, describing);
    const passes = isOne(only.within)
      ? by(language, "no pasará más de", "no more than")
      : by(language, "no pasarán más de", "no more than");
    return by(language, `${span}, ${passes} ${length}`, `${passes} ${length} will pass ${span}`);
  }
  const list = targetList(target, describing);
  return by(language, `${span}, rige este plazo: ${list}`, `${span}, this limit holds: ${list}`);
}

function targetList(targets: readonly TargetSpec[], describing: Describing): string {
  const { language } = describing;
  const parts = targets.map((target, index) => {
    const limit =
      "within" in target ? withinWords(target, describing) : dueWords(target, describing);
    if (target.when) {
      return by(
        language,
        `${limit} si ${describeCondition(target.when, "es")}`,
        `${limit} if ${describeCondition(target.when, "en")}`,
      );
    }
    return index === 0 ? limit : by(language, `${limit} en los demás casos`, `${limit} otherwise`);
  });
  const isTotal = targets.some(({ when }) => when === undefined);
  const rest = by(language, "ninguno en los demás casos", "none otherwise");
  return listedLong(isTotal ? parts : [...parts, rest], "and", language);
}

type Within = Extract<TargetSpec, { readonly within: string }>;

function withinWords({ within, tolerance }: Within, describing: Describing): string {
  const { language } = describing;
  const own = lengthWords(within, describing);
  if (tolerance === undefined) return own;
  const slack = lengthWords(tolerance, describing);
  return by(language, `${own} (tolerancia: ${slack})`, `${own} (tolerance: ${slack})`);
}

/** Business days are always printed in full, with the hours that they are days of. */
function lengthWords(duration: string, { language, hours }: Describing): string {
  const words = limitWords(duration, language);
  return isBusinessDays(duration) && hours ? `${words} (${hours})` : words;
}

type Due = Extract<TargetSpec, { readonly by: DueDateSpec }>;

function dueWords({ by: due, snap }: Due, { language }: Describing): string {
  const words =
    "date" in due
      ? by(language, `la fecha del campo «${due.date}»`, `the date in the field “${due.date}”`)
      : by(language, `las ${due.at} ${dayWords[due.on].es}`, `${due.at} ${dayWords[due.on].en}`);
  const moved = by(
    language,
    " o, si cae fuera de horario, la apertura siguiente",
    " or, where that is outside opening hours, the next opening",
  );
  return snap ? `${words}${moved}` : words;
}

const dayWords = {
  sameDay: { es: "del mismo día", en: "of the same day" },
  nextDay: { es: "del día siguiente", en: "of the next day" },
  nextBusinessDay: { es: "del siguiente día hábil", en: "of the next business day" },
} as const;

/** What else a clock's rules say: one clause each, only where they say something. */
export function clockClauses(clock: ClockSpec, describing: Describing): readonly string[] {
  const { language } = describing;
  const cancel = clock.cancel && signalsClause(clock.cancel, language);
  const voids = clock.voids && signalsClause(clock.voids, language);
  return [
    ...(clock.humanOnly
      ? [by(language, "solo cuenta lo que hacen personas", "only what people do counts")]
      : []),
    ...(clock.pause ? [pauseClause(clock.pause, describing)] : []),
    ...(cancel ? [by(language, `no cuenta si ${cancel}`, `it does not count if ${cancel}`)] : []),
    ...(voids
      ? [
          by(
            language,
            `deja de contar incluso incumplido si ${voids}`,
            `even a breach is void if ${voids}`,
          ),
        ]
      : []),
    ...ruleClauses(clock, language),
  ];
}

function pauseClause(pause: PauseSpec, describing: Describing): string {
  const { language } = describing;
  const limit = pause.atMost ? lengthWords(pause.atMost, describing) : undefined;
  const most = limit
    ? by(language, `, con un máximo de ${limit} en total`, `, up to ${limit} in all`)
    : "";
  if ("while" in pause) {
    const condition = describeCondition(pause.while, language);
    return by(
      language,
      `no cuenta el tiempo en que ${condition}${most}`,
      `time while ${condition} does not count${most}`,
    );
  }
  const from = signalsClause(pause.from, language);
  const until = signalsClause(pause.until, language);
  return by(
    language,
    `no cuenta el tiempo desde que ${from} hasta que ${until}${most}`,
    `time from when ${from} until ${until} does not count${most}`,
  );
}

type Phrase = Readonly<Record<Language, string>>;

/** What is said of a rule that is not the usual one. */
const rules: Readonly<Record<string, Phrase>> = {
  "whileRunning restart": {
    es: "si el inicio se repite mientras corre, vuelve a empezar",
    en: "a repeated start while it runs begins it anew",
  },
  "again cycle": {
    es: "cada nuevo inicio tras una parada cuenta como otro caso",
    en: "each new start after a stop counts as another case",
  },
  "again resume": {
    es: "si se reabre, sigue donde quedó sin contar el intervalo",
    en: "reopened, it goes on where it stood and the gap does not count",
  },
  "onReassign restart": {
    es: "si cambia la persona responsable, vuelve a empezar",
    en: "a change of owner begins it anew",
  },
};

function ruleClauses(clock: ClockSpec, language: Language): readonly string[] {
  const said = (["whileRunning", "again", "onReassign"] as const).flatMap((key) => {
    const phrase = rules[`${key} ${clock[key]}`];
    return phrase ? [phrase[language]] : [];
  });
  return [...said, ...targetChangeClause(clock.onTargetChange, language)];
}

const changes: Readonly<Record<TargetChangePolicy, Phrase>> = {
  keepSpent: { es: "se conserva el tiempo gastado", en: "the time spent stays" },
  fromChange: { es: "el nuevo cuenta desde el cambio", en: "the new one counts from the change" },
  fromStart: { es: "el nuevo cuenta desde el inicio", en: "the new one counts from the start" },
  keepTarget: { es: "sigue rigiendo el anterior", en: "the old one still holds" },
};

function targetChangeClause(
  change: ClockSpec["onTargetChange"],
  language: Language,
): readonly string[] {
  if (change === undefined) return [];
  if (typeof change === "string") {
    const words = changes[change][language];
    return [by(language, `si cambia el plazo, ${words}`, `if the limit changes, ${words}`)];
  }
  const [tighter, looser] = [changes[change.tighter][language], changes[change.looser][language]];
  return [
    by(
      language,
      `si el plazo se acorta, ${tighter}, y si se alarga, ${looser}`,
      `if the limit gets shorter, ${tighter}, and if it gets longer, ${looser}`,
    ),
  ];
}
