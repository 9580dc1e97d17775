/**
 * Commitments in words: one exact sentence each, in Spanish and English, made from the document
 * alone.
 *
 * Grammar: who promises whom what, from where to where, within what, in what share of what period,
 * in what hours; then what does not count, and what follows. Docs:
 * docs/reference/agreement.md#sentences.
 */
import type { CommitmentSpec, Language, ObjectiveSpec } from "../engine/agreement.ts";
import { clockClauses, runClause } from "./describe-clock.ts";
import { describeCondition } from "./describe-condition.ts";
import { boundWords, measureClause } from "./describe-measure.ts";
import {
  calendarClause,
  type DescribeOptions,
  type Describing,
  describingOf,
  partyTitle,
} from "./describing.ts";
import { by, capitalized, joined, quoted, shareText } from "./words.ts";
import { subjectName } from "./words-field.ts";
import { periodWords } from "./words-time.ts";

/** The sentence of one commitment. */
export function describe(
  commitment: CommitmentSpec,
  language: Language,
  options: DescribeOptions,
): string {
  const describing = describingOf(commitment, language, options);
  const { clock, measure } = commitment;
  const promise = clock
    ? clockPromise({ ...commitment, clock }, describing)
    : measure
      ? measureClause({ ...commitment, measure }, describing)
      : "";
  const hours = calendarClause(commitment, describing);
  const clauses = [
    `${opening(commitment, describing)}${measureScope(commitment, describing)} ${promise}`,
    ...(hours ? [hours] : []),
    ...(clock ? clockClauses(clock, describing) : []),
    ...qualifyingClause(commitment, language),
    ...objectiveClauses(commitment, language),
    ...followingClauses(commitment, describing),
  ];
  return `${capitalized(clauses.join("; "))}.`.replaceAll(",,", ",").replaceAll(",;", ";");
}

function opening({ obliged, beneficiary, service, level }: CommitmentSpec, describing: Describing) {
  const { language, whole } = describing;
  const [who, whom] = [partyTitle(obliged, whole), partyTitle(beneficiary, whole)];
  const found = whole.services?.find(({ id }) => id === service);
  const grade = found?.levels?.find(({ id }) => id === level)?.title ?? level;
  const name = service && quoted(found?.title ?? service, language);
  const gradeWords = grade
    ? by(language, ` (nivel ${quoted(grade, "es")})`, ` (level ${quoted(grade, "en")})`)
    : "";
  const within = name
    ? by(
        language,
        `, en el servicio ${name}${gradeWords},`,
        `, for the service ${name}${gradeWords},`,
      )
    : "";
  return by(
    language,
    `${who} promete a ${whom}${within} que`,
    `${who} promises ${whom}${within} that`,
  );
}

/** The scope of a measure, which counts events rather than clocks. */
function measureScope({ scope, measure }: CommitmentSpec, { language }: Describing): string {
  if (!scope || !measure) return "";
  const where = scope.where && describeCondition(scope.where, language);
  const names = subjectName(scope.subject, language, true);
  const only = where ? by(language, ` (solo si ${where})`, ` (only if ${where})`) : "";
  return by(language, `, sobre ${names}${only},`, `, of ${names}${only},`);
}

/** "en al menos el 90 % de los leads de cada mes (solo si es «MQL») …". */
function clockPromise(
  commitment: CommitmentSpec & { readonly clock: NonNullable<CommitmentSpec["clock"]> },
  describing: Describing,
): string {
  const { language } = describing;
  const { objective, scope } = commitment;
  const where = scope?.where && describeCondition(scope.where, language);
  const only = where ? by(language, ` (solo si ${where})`, ` (only if ${where})`) : "";
  return `${casesWords(objective, scope, language)}${only}, ${runClause(commitment, describing)}`;
}

function casesWords(
  objective: ObjectiveSpec | undefined,
  scope: CommitmentSpec["scope"],
  language: Language,
): string {
  const name = (isMany: boolean): string =>
    scope ? subjectName(scope.subject, language, isMany) : caseNames[language][isMany ? 1 : 0];
  if (!objective) return by(language, `en cada ${name(false)}`, `for every ${name(false)}`);
  const bound = boundWords(objective, language);
  const period = periodWords(objective.each, language);
  const article = scope && ["deal", "account", "campaign"].includes(scope.subject) ? "las" : "los";
  return by(
    language,
    `en ${bound} de ${article} ${name(true)} de ${period}`,
    `for ${bound} of the ${name(true)} of ${period}`,
  );
}

const caseNames: Readonly<Record<Language, readonly [one: string, many: string]>> = {
  es: ["caso", "casos"],
  en: ["case", "cases"],
};

function qualifyingClause({ qualifies }: CommitmentSpec, language: Language): readonly string[] {
  if (!qualifies) return [];
  const condition = describeCondition(qualifies, language);
  return [by(language, `solo empieza si ${condition}`, `it only starts if ${condition}`)];
}

const countings = {
  deadline: { es: "vence", en: "falls due" },
  start: { es: "empieza", en: "starts" },
  stop: { es: "termina", en: "stops" },
} as const;

const emptyPeriods = {
  notAssessable: { es: "no se evalúa", en: "is not assessed" },
  breached: { es: "se da por incumplido", en: "counts as missed" },
  met: { es: "se da por cumplido", en: "counts as met" },
} as const;

function objectiveClauses(
  { objective, measure }: CommitmentSpec,
  language: Language,
): readonly string[] {
  const { minVolume, countBy, noData, versus } = objective ?? {};
  return [
    ...(versus ? [versusClause(versus, language)] : []),
    ...(minVolume
      ? [
          by(
            language,
            `con menos de ${minVolume} casos el periodo no se evalúa`,
            `a period of fewer than ${minVolume} cases is not assessed`,
          ),
        ]
      : []),
    ...(countBy
      ? [
          by(
            language,
            `cada caso cuenta en el periodo en que ${countings[countBy].es}`,
            `each case counts in the period in which it ${countings[countBy].en}`,
          ),
        ]
      : []),
    ...(noData
      ? [
          by(
            language,
            `un periodo sin casos ${emptyPeriods[noData].es}`,
            `a period without cases ${emptyPeriods[noData].en}`,
          ),
        ]
      : []),
    ...(measure?.pacing
      ? [
          by(
            language,
            "el avance se reparte por días hábiles",
            "its pace is spread over business days",
          ),
        ]
      : []),
  ];
}

function versusClause(versus: NonNullable<ObjectiveSpec["versus"]>, language: Language): string {
  if (versus === "baseline") {
    return by(language, "se compara con la línea de base", "it is compared with the baseline");
  }
  const share = shareText(versus.by, language);
  const other =
    versus.period === "previous"
      ? by(language, "el periodo anterior", "the period before")
      : by(language, "el mismo periodo del año anterior", "the same period of the year before");
  return by(language, `mejora un ${share} sobre ${other}`, `it improves ${share} on ${other}`);
}

/** Who is warned, who is told, and what keeps the promise honest. */
function followingClauses(
  { warnAt, escalate, guard, says }: CommitmentSpec,
  { language }: Describing,
): readonly string[] {
  const shares = (warnAt ?? []).map((share) => by(language, `al ${shareText(share, "es")}`, share));
  const list = joined(shares, "and", language);
  return [
    ...(warnAt
      ? [by(language, `se avisa ${list} del plazo`, `a warning is given at ${list} of the limit`)]
      : []),
    ...(escalate
      ? [
          by(
            language,
            `se escala según ${quoted(escalate, "es")}`,
            `it is escalated as ${quoted(escalate, "en")} says`,
          ),
        ]
      : []),
    ...(guard
      ? [
          by(
            language,
            `su contrapeso es ${quoted(guard, "es")}`,
            `it is kept honest by ${quoted(guard, "en")}`,
          ),
        ]
      : []),
    ...(says
      ? [
          by(
            language,
            `en palabras de las partes: ${quoted(says, "es")}`,
            `in the parties' words: ${quoted(says, "en")}`,
          ),
        ]
      : []),
  ];
}
