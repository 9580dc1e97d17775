/** Remedies in words: what follows which miss, how much, and how it is claimed. */
import type { Language, RemedySpec } from "../engine/agreement.ts";
import { by, capitalized, joined, moneyWords, quoted, shareText } from "./words.ts";
import { durationWords } from "./words-time.ts";

const names = {
  serviceCredit: { es: "crédito de servicio", en: "service credit" },
  penalty: { es: "penalización", en: "penalty" },
  reward: { es: "recompensa", en: "reward" },
  correctivePlan: { es: "plan de mejora", en: "corrective plan" },
  leadReplacement: { es: "reposición de leads", en: "lead replacement" },
  rerouting: { es: "redirección", en: "rerouting" },
  meeting: { es: "reunión", en: "meeting" },
} as const;

type Words = readonly (string | undefined)[];

export function remedyLine(remedy: RemedySpec, language: Language): string {
  const on = joined(
    remedy.on.map((id) => quoted(id, language)),
    "and",
    language,
  );
  const name = capitalized(names[remedy.kind][language]);
  const said = [
    ...occasionWords(remedy, language),
    ...amountWords(remedy, language),
    ...limitWords(remedy, language),
    ...claimWords(remedy, language),
  ].filter((part) => part !== undefined);
  const head = by(language, `${name} por ${on}`, `${name} for ${on}`);
  return said.length > 0 ? `${head}: ${said.join("; ")}.` : `${head}.`;
}

function occasionWords({ when, each, plan }: RemedySpec, language: Language): Words {
  const { below, misses, of = misses } = when ?? {};
  const share = below && shareText(below, language);
  return [
    share && by(language, `si baja del ${share}`, `if it is below ${share}`),
    misses && by(language, `en ${misses} de ${of} periodos`, `in ${misses} of ${of} periods`),
    each && by(language, "una por cada incumplimiento", "one for each miss"),
    plan &&
      by(
        language,
        `plan a entregar en ${durationWords(plan.within, "es")} (${byWhom(plan.by, "es")})`,
        `plan due within ${durationWords(plan.within, "en")} (${byWhom(plan.by, "en")})`,
      ),
  ].map((part) => part || undefined);
}

function byWhom(who: string, language: Language): string {
  return who === "obliged" ? by(language, "la parte obligada", "the party obliged") : who;
}

const charges = {
  monthly: { es: "los cargos del mes", en: "the month's charges" },
  quarterly: { es: "los cargos del trimestre", en: "the quarter's charges" },
  yearly: { es: "los cargos del año", en: "the year's charges" },
} as const;

function amountWords(
  { base, tiers, pool, points, combine }: RemedySpec,
  language: Language,
): Words {
  const source = base && amountOf(base, language);
  const together = {
    highest: {
      es: "de varios fallos por un evento, el mayor",
      en: "of several through one event, the highest",
    },
    sum: { es: "varios fallos por un evento se suman", en: "several through one event add up" },
  } as const;
  return [
    base &&
      by(
        language,
        `sobre ${charges[base.charges].es} (${source})`,
        `of ${charges[base.charges].en} (${source})`,
      ),
    ...(tiers ?? []).map((tier) => tierWords(tier, language)),
    pool && poolWords(pool, language),
    points && pointsWords(points, language),
    combine && together[combine][language],
  ];
}

function amountOf({ amount, field = "" }: NonNullable<RemedySpec["base"]>, language: Language) {
  return amount === undefined ? quoted(field, language) : moneyWords(amount, language);
}

type Tier = NonNullable<RemedySpec["tiers"]>[number];

function tierWords({ atLeast, below, credit, perPoint }: Tier, language: Language): string {
  const range = [
    atLeast && by(language, `desde el ${shareText(atLeast, "es")}`, `from ${atLeast}`),
    below && by(language, `por debajo del ${shareText(below, "es")}`, `below ${below}`),
  ].filter(Boolean);
  const each = perPoint ? by(language, " por cada punto que falte", " for every point missed") : "";
  return `${range.join(by(language, " y ", " and "))}, ${shareText(credit, language)}${each}`;
}

function poolWords(
  { atRisk, weights }: NonNullable<RemedySpec["pool"]>,
  language: Language,
): string {
  const parts = Object.entries(weights).map(
    ([id, weight]) => `${quoted(id, language)} ${shareText(weight, language)}`,
  );
  const share = shareText(atRisk, language);
  const list = joined(parts, "and", language);
  return by(
    language,
    `el ${share} en riesgo, repartido: ${list}`,
    `${share} at risk, shared out: ${list}`,
  );
}

function pointsWords(
  { each, over, steps }: NonNullable<RemedySpec["points"]>,
  language: Language,
): string {
  const worth =
    typeof each === "number"
      ? String(each)
      : Object.entries(each)
          .map(([id, points]) => `${quoted(id, language)} ${points}`)
          .join(", ");
  const span = over ? by(language, ` en ${over} periodos`, ` over ${over} periods`) : "";
  const scale = steps
    .map(({ atLeast, credit }) =>
      by(
        language,
        `desde ${atLeast}, ${shareText(credit, "es")}`,
        `from ${atLeast}, ${shareText(credit, "en")}`,
      ),
    )
    .join(", ");
  return by(
    language,
    `puntos por incumplimiento${span}: ${worth}; ${scale}`,
    `points for a miss${span}: ${worth}; ${scale}`,
  );
}

function limitWords({ cap, minimum, earnBack }: RemedySpec, language: Language): Words {
  return [
    cap?.ofBase &&
      by(
        language,
        `como máximo el ${shareText(cap.ofBase, "es")} de la base`,
        `at most ${cap.ofBase} of the base`,
      ),
    cap?.perYear &&
      by(
        language,
        `como máximo el ${shareText(cap.perYear, "es")} al año`,
        `at most ${cap.perYear} a year`,
      ),
    minimum && by(language, `menos de ${minimum} no se paga`, `less than ${minimum} is not paid`),
    earnBack &&
      by(
        language,
        `se recupera con al menos el ${shareText(earnBack.atLeast, "es")} ` +
          `durante ${periodsWords(earnBack.for, "es")}`,
        `earned back by at least ${earnBack.atLeast} for ${periodsWords(earnBack.for, "en")}`,
      ),
  ].map((part) => part || undefined);
}

function periodsWords(text: string, language: Language): string {
  const count = Number.parseInt(text, 10);
  const [one, many] = by(language, ["periodo", "periodos"], ["period", "periods"]);
  return `${count} ${count === 1 ? one : many}`;
}

function claimWords({ claim, applyTo, exclusive }: RemedySpec, language: Language): Words {
  const { automatic, within, evidence, decideWithin } = claim ?? {};
  return [
    automatic && by(language, "se aplica sin reclamarlo", "given without a claim"),
    within &&
      by(
        language,
        `se reclama en ${durationWords(within, "es")}`,
        `to be claimed within ${durationWords(within, "en")}`,
      ),
    evidence && by(language, `con ${evidence.join(", ")}`, `with ${evidence.join(", ")}`),
    decideWithin &&
      by(
        language,
        `se decide en ${durationWords(decideWithin, "es")}`,
        `decided within ${durationWords(decideWithin, "en")}`,
      ),
    applyTo === "nextInvoice"
      ? by(language, "se aplica en la factura siguiente", "applied to the next invoice")
      : applyTo && by(language, `se aplica en ${applyTo}`, `applied to ${applyTo}`),
    exclusive &&
      by(
        language,
        "es el único remedio y sustituye a los daños",
        "it is the sole remedy and replaces damages",
      ),
  ].map((part) => part || undefined);
}
