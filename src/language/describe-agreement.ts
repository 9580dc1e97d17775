/** A whole agreement as prose: titled sections in the order a reader asks. */
import type { AgreementDocument, AgreementSpec, Language } from "../engine/agreement.ts";
import { calendarNamed, wholeOf } from "./checked.ts";
import { describe } from "./describe.ts";
import { describeCalendar } from "./describe-calendar.ts";
import { describeCondition } from "./describe-condition.ts";
import { consequenceSections } from "./describe-consequence.ts";
import { handoffSection, lifeSections } from "./describe-life.ts";
import { type DescribeOptions, partyTitle } from "./describing.ts";
import type { Section, Told } from "./section.ts";
import { by, capitalized, joined, moneyWords, quoted } from "./words.ts";
import { dateWords, durationWords, zoneWords } from "./words-time.ts";

/** The agreement in words, what it inherits included; sections without a line are left out. */
export function describeAgreement(
  language: Language,
  { agreement, documents = [] }: DescribeOptions,
): readonly Section[] {
  const { whole } = wholeOf(agreement, documents);
  const told = { language, whole, documents };
  const sections: readonly Section[] = [
    {
      title: by(language, "Resumen y propósito", "Summary and purpose"),
      lines: summary(agreement, told),
    },
    { title: by(language, "Partes", "Parties"), lines: parties(told) },
    { title: by(language, "Definiciones", "Definitions"), lines: definitions(told) },
    handoffSection(told),
    ...commitmentSections({ agreement, documents }, told),
    { title: by(language, "Horarios", "Calendars"), lines: calendars(told) },
    ...consequenceSections(told),
    ...lifeSections(told),
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function summary({ metadata, spec }: AgreementDocument, { language }: Told): readonly string[] {
  const { purpose, driver, appliesTo, term } = spec;
  const worth = driver?.value === undefined ? undefined : moneyWords(`${driver.value}`, language);
  const goal = driver && [driver.goal, driver.measure, worth].filter((one) => one !== undefined);
  return [
    `${metadata.title ?? metadata.name}. ${capitalized(purpose)}.`,
    ...(goal ? [by(language, `Objetivo: ${goal.join(", ")}.`, `Goal: ${goal.join(", ")}.`)] : []),
    termLine(term, language),
    ...(appliesTo
      ? appliesLines(appliesTo, language)
      : [by(language, "Rige para todos.", "It holds for everyone.")]),
  ];
}

function termLine(term: AgreementSpec["term"], language: Language): string {
  const from = dateWords(term.from, language);
  const to = term.to && dateWords(term.to, language);
  const renewals = {
    automatic: { es: "se renueva sola", en: "it renews by itself" },
    manual: { es: "se renueva si las partes lo acuerdan", en: "it renews where the parties agree" },
    none: { es: "no se renueva", en: "it does not renew" },
  } as const;
  const parts = [
    by(
      language,
      `En vigor desde el ${from}${to ? ` hasta el ${to}` : ""} (${zoneWords(term.timeZone, "es")})`,
      `In force from ${from}${to ? ` to ${to}` : ""} (${zoneWords(term.timeZone, "en")})`,
    ),
    ...(term.renew ? [renewals[term.renew][language]] : []),
    ...(term.notice
      ? [
          by(
            language,
            `preaviso de ${durationWords(term.notice, "es")}`,
            `notice of ${durationWords(term.notice, "en")}`,
          ),
        ]
      : []),
  ];
  return `${parts.join("; ")}.`;
}

function appliesLines(
  { customers, services }: NonNullable<AgreementSpec["appliesTo"]>,
  language: Language,
): readonly string[] {
  const who = customers
    ? "where" in customers
      ? by(
          language,
          `clientes en que ${describeCondition(customers.where, "es")}`,
          `customers where ${describeCondition(customers.where, "en")}`,
        )
      : by(language, `clientes ${customers.join(", ")}`, `customers ${customers.join(", ")}`)
    : undefined;
  const what =
    services && by(language, `servicios ${services.join(", ")}`, `services ${services.join(", ")}`);
  const list = [who, what].filter((one) => one !== undefined).join("; ");
  return [by(language, `Rige para ${list}.`, `It holds for ${list}.`)];
}

const roleNames = {
  provider: { es: "presta", en: "provides" },
  consumer: { es: "recibe", en: "receives" },
  measurer: { es: "mide", en: "measures" },
  auditor: { es: "audita", en: "audits" },
} as const;

function parties({ whole, language }: Told): readonly string[] {
  return whole.parties.map(({ id, title = id, role, signatory }) => {
    const roles = joined(
      role.map((one) => roleNames[one][language]),
      "and",
      language,
    );
    const signs = signatory ? by(language, `; firma ${signatory}`, `; signed by ${signatory}`) : "";
    return `${title}: ${roles}${signs}.`;
  });
}

function definitions({ whole, language }: Told): readonly string[] {
  return Object.entries(whole.definitions ?? {}).map(([term, { says, when }]) => {
    const test = when && describeCondition(when, language);
    const parts = [says, test && by(language, `se cumple si ${test}`, `it holds if ${test}`)];
    const said = parts.filter((one) => one !== undefined).join("; ");
    return `${capitalized(quoted(term, language))}: ${said}.`;
  });
}

function commitmentSections(
  options: DescribeOptions,
  { whole, language }: Told,
): readonly Section[] {
  const commitments = whole.commitments.flatMap((one) => ("omit" in one ? [] : [one]));
  const obliged = [...new Set(commitments.map((one) => one.obliged))];
  return obliged.map((party) => {
    const name = partyTitle(party, whole);
    return {
      title: by(language, `Compromisos de ${name}`, `Commitments of ${name}`),
      lines: commitments
        .filter((one) => one.obliged === party)
        .map((one) => describe(one, language, options)),
    };
  });
}

function calendars({ whole, documents, language }: Told): readonly string[] {
  return Object.keys(whole.calendars ?? {}).flatMap((name) => {
    const calendar = calendarNamed({ whole, documents }, name);
    return calendar
      ? [`${capitalized(quoted(name, language))}: ${describeCalendar(calendar, language)}.`]
      : [];
  });
}
