/**
 * What follows a promise, in words: exclusions, escalations, remedies, disputes, reports, changes.
 */
import type {
  AgreementSpec,
  DisputeSpec,
  EscalationStepSpec,
  ExclusionSpec,
  Language,
} from "../engine/agreement.ts";
import { describeCondition } from "./describe-condition.ts";
import { remedyLine } from "./describe-remedy.ts";
import { partyTitle } from "./describing.ts";
import type { Section, Told } from "./section.ts";
import { by, capitalized, joined, quoted, shareText } from "./words.ts";
import { durationWords } from "./words-time.ts";

export function consequenceSections({ whole, language }: Told): readonly Section[] {
  const { exclusions = [], escalations = {}, remedies = [], disputes } = whole;
  return [
    {
      title: by(language, "Qué no cuenta", "What does not count"),
      lines: exclusions.map((one) => exclusionLine(one, language)),
    },
    {
      title: by(language, "Avisos y escalado", "Warnings and escalation"),
      lines: Object.entries(escalations).map(([name, steps]) => {
        const said = steps.map((step) => stepWords(step, language)).join("; ");
        return `${capitalized(quoted(name, language))}: ${said}.`;
      }),
    },
    {
      title: by(language, "Consecuencias", "Consequences"),
      lines: remedies.map((one) => remedyLine(one, language)),
    },
    {
      title: by(language, "Desacuerdos", "Disputes"),
      lines: disputes ? [disputeLine(disputes, whole, language)] : [],
    },
  ];
}

const categories = {
  outage: { es: "caída", en: "outage" },
  maintenance: { es: "mantenimiento", en: "maintenance" },
  forceMajeure: { es: "fuerza mayor", en: "force majeure" },
  holiday: { es: "festivo", en: "holiday" },
  other: { es: "otro motivo", en: "another reason" },
} as const;

function exclusionLine(
  { category, interval, rrule, where, approvedBy }: ExclusionSpec,
  language: Language,
) {
  const what = interval
    ? by(
        language,
        `de ${interval.from} a ${interval.to}`,
        `from ${interval.from} to ${interval.to}`,
      )
    : rrule
      ? by(
          language,
          `cada vez que toca ${quoted(rrule, "es")}`,
          `whenever ${quoted(rrule, "en")} recurs`,
        )
      : where
        ? by(
            language,
            `los casos en que ${describeCondition(where, "es")}`,
            `cases where ${describeCondition(where, "en")}`,
          )
        : "";
  const who = approvedBy
    ? by(
        language,
        `; aprobado por ${approvedBy.join(", ")}`,
        `; approved by ${approvedBy.join(", ")}`,
      )
    : "";
  return `${capitalized(categories[category][language])}: ${what}${who}.`;
}

const told: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  owner: { es: "la persona responsable", en: "the owner" },
  manager: { es: "su jefatura", en: "the manager" },
};

function stepWords(step: EscalationStepSpec, language: Language): string {
  const whom = (step.tell ?? []).map((one) => told[one]?.[language] ?? one);
  const tell =
    whom.length > 0 &&
    by(language, `se avisa a ${joined(whom, "and", "es")}`, `tell ${joined(whom, "and", "en")}`);
  const via =
    step.via &&
    by(language, `por ${joined(step.via, "and", "es")}`, `by ${joined(step.via, "and", "en")}`);
  const unless =
    step.unlessAcknowledged &&
    by(language, "salvo que alguien se haya hecho cargo", "unless somebody has taken it");
  const repeat =
    step.repeat &&
    by(
      language,
      `se repite cada ${durationWords(step.repeat.every, "es")}, ${step.repeat.times} veces`,
      `again every ${durationWords(step.repeat.every, "en")}, ${step.repeat.times} times`,
    );
  const parts = [tell, via, deedWords(step.do, language), unless, repeat];
  return `${momentWords(step.at, language)}, ${parts.filter(Boolean).join(", ")}`;
}

function momentWords(at: string, language: Language): string {
  if (at === "breach") return by(language, "al incumplirse", "at the breach");
  if (at.endsWith("%"))
    return by(language, `al ${shareText(at, "es")} del plazo`, `at ${at} of the limit`);
  const length = durationWords(at.slice(1), language);
  return at.startsWith("-")
    ? by(language, `${length} antes de vencer`, `${length} before it is due`)
    : by(language, `${length} después de incumplirse`, `${length} after the breach`);
}

function deedWords(deed: EscalationStepSpec["do"], language: Language): string | undefined {
  if (deed === undefined) return undefined;
  if (deed === "task") return by(language, "se crea una tarea", "a task is made");
  if ("reassign" in deed) {
    const { to, by: how } = deed.reassign;
    const ways = {
      roundRobin: { es: "por turno", en: "in turn" },
      load: { es: "según la carga", en: "by load" },
    } as const;
    return by(language, `pasa a ${to} ${ways[how].es}`, `it goes to ${to} ${ways[how].en}`);
  }
  const { field, value } = deed.raise;
  return by(
    language,
    `el campo «${field}» pasa a ${value}`,
    `the field “${field}” becomes ${value}`,
  );
}

const deciders: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  signatories: { es: "quienes firman", en: "the signatories" },
  sponsors: { es: "quienes patrocinan", en: "the sponsors" },
  measurer: { es: "quien mide", en: "the measurer" },
  auditor: { es: "quien audita", en: "the auditor" },
  obliged: { es: "la parte obligada", en: "the party obliged" },
};

function disputeLine(
  { window, who, steps, effect, default: rest }: DisputeSpec,
  whole: AgreementSpec,
  language: Language,
) {
  const sides = joined(
    who.map((id) => partyTitle(id, whole)),
    "and",
    language,
  );
  const chain = steps.map(({ by: decider, within }) => {
    const who = deciders[decider]?.[language] ?? partyTitle(decider, whole);
    const time = durationWords(within, language);
    return by(language, `decisión de ${who} en ${time}`, `decision by ${who} within ${time}`);
  });
  const end = {
    measurementStands: { es: "si no, rige lo medido", en: "otherwise what was measured stands" },
    claimStands: { es: "si no, rige lo reclamado", en: "otherwise what was claimed stands" },
  } as const;
  const meanwhile = {
    provisional: {
      es: "mientras tanto, lo medido es provisional",
      en: "meanwhile it is provisional",
    },
    suspended: { es: "mientras tanto, queda en suspenso", en: "meanwhile it is suspended" },
  } as const;
  const time = durationWords(window, language);
  const lead = by(
    language,
    `${sides} pueden objetar en ${time}`,
    `${sides} may object within ${time}`,
  );
  return `${[lead, ...chain, meanwhile[effect][language], end[rest][language]].join("; ")}.`;
}
