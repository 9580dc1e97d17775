/**
 * A first agreement, made of a few answers: both parties, their hours, and what each owes the
 * other. The same document is judged over the past before anybody signs it.
 */
import type {
  AgreementDocument,
  AgreementSpec,
  CommitmentSpec,
  Language,
  PartySpec,
} from "../engine/agreement.ts";
import type { CalendarSpec } from "../engine/calendar-spec.ts";
import type { Sentence } from "../engine/problems/kind.ts";

/** The kinds of subject that a first agreement can be about. */
export const firstKinds = ["lead", "deal", "ticket"] as const;

export type FirstKind = (typeof firstKinds)[number];

/** `always` counts every hour of every day; otherwise Monday to Friday from `opens` to `closes`. */
export type Office = {
  readonly timeZone: string;
  readonly country?: string;
  readonly region?: string;
  readonly opens: string;
  readonly closes: string;
  readonly always: boolean;
};

/** What is promised within what; `atLeast` in per cent. */
export type FirstPromise = {
  readonly id: string;
  readonly within: string;
  readonly atLeast: number;
};

export type FirstAgreement = {
  readonly name: string;
  readonly title?: string;
  readonly language: Language;
  readonly kind: FirstKind;
  readonly office: Office;
  /** The local date from which it holds. */
  readonly from: string;
  readonly start: string;
  readonly stop: readonly string[];
  readonly promises: readonly FirstPromise[];
  /** What marketing promises back: so many new leads each month. */
  readonly volume?: number;
  readonly volumeId?: string;
};

type Side = { readonly id: Sentence; readonly title: Sentence; readonly kind: PartySpec["kind"] };

const marketing: Side = {
  id: { es: "marketing", en: "marketing" },
  title: { es: "Marketing", en: "Marketing" },
  kind: "team",
};
const sales: Side = {
  id: { es: "ventas", en: "sales" },
  title: { es: "Ventas", en: "Sales" },
  kind: "team",
};
const support: Side = {
  id: { es: "servicio", en: "support" },
  title: { es: "Servicio al cliente", en: "Customer service" },
  kind: "team",
};
const customers: Side = {
  id: { es: "clientes", en: "customers" },
  title: { es: "Clientes", en: "Customers" },
  kind: "company",
};

type Shape = { readonly obliged: Side; readonly beneficiary: Side; readonly purpose: Sentence };

const shapes: Readonly<Record<FirstKind, Shape>> = {
  lead: {
    obliged: sales,
    beneficiary: marketing,
    purpose: { es: "Que ningún lead espere sin respuesta", en: "No lead waits for an answer" },
  },
  deal: {
    obliged: sales,
    beneficiary: customers,
    purpose: {
      es: "Que ninguna oportunidad se quede quieta",
      en: "No opportunity is left standing",
    },
  },
  ticket: {
    obliged: support,
    beneficiary: customers,
    purpose: { es: "Que todo cliente tenga pronto respuesta", en: "Every customer hears soon" },
  },
};

const commitmentIds: Readonly<Record<FirstKind, Sentence>> = {
  lead: { es: "primer-contacto", en: "first-contact" },
  deal: { es: "primer-movimiento", en: "first-move" },
  ticket: { es: "primera-respuesta", en: "first-reply" },
};

/** What the one commitment of a kind is called. */
export function firstCommitment(kind: FirstKind, language: Language): string {
  return commitmentIds[kind][language];
}

/** Both sides by name, as titles of agreements say them. */
export function firstTitle(kind: FirstKind, language: Language): string {
  const { obliged, beneficiary } = shapes[kind];
  const both = new Intl.ListFormat(language, { type: "conjunction" });
  return both.format([beneficiary.title[language], obliged.title[language]]);
}

/** What marketing's volume is called. */
export function firstVolume(language: Language): string {
  return VOLUME[language];
}

const CALENDAR: Sentence = { es: "oficina", en: "office" };
const VOLUME: Sentence = { es: "volumen", en: "volume" };
const LEAST_CASES = 10;

export function firstAgreement(asked: FirstAgreement): AgreementDocument {
  const { name, title, language, promises } = asked;
  const commitments = [
    ...promises.map((promise) => promised(asked, promise)),
    ...promisedBack(asked),
  ];
  return {
    apiVersion: "acuerdo/v1",
    kind: "Agreement",
    metadata: { name, ...(title === undefined ? {} : { title }), language },
    spec: { ...frame(asked), commitments },
  };
}

function frame(asked: FirstAgreement): Omit<AgreementSpec, "commitments"> {
  const { kind, language, office, from } = asked;
  const { obliged, beneficiary, purpose } = shapes[kind];
  const sides = [obliged, beneficiary].map(({ id }) => id[language]);
  return {
    purpose: purpose[language],
    parties: [
      party(obliged, language, kind === "lead" ? ["provider", "consumer"] : ["provider"]),
      party(beneficiary, language, kind === "lead" ? ["provider", "consumer"] : ["consumer"]),
      { id: "revops", title: "RevOps", kind: "team", role: ["measurer"] },
    ],
    term: { from, timeZone: office.timeZone, renew: "automatic", notice: "30d" },
    calendars: { [CALENDAR[language]]: hoursOf(office) },
    disputes: {
      window: "10bd",
      who: sides,
      steps: [{ by: "revops", within: "3bd" }],
      effect: "provisional",
      default: "measurementStands",
    },
    review: { every: "quarter", by: "revops" },
    change: { approvals: sides.map((side) => ({ party: side })), effective: "nextPeriod" },
    governance: { owner: "revops" },
  };
}

function party(
  { id, title, kind }: Side,
  language: Language,
  role: readonly ("provider" | "consumer")[],
): PartySpec {
  return { id: id[language], title: title[language], kind, role };
}

function hoursOf({ timeZone, country, region, opens, closes, always }: Office): CalendarSpec {
  if (always) return { timeZone, week: { "mon-sun": ["00:00-24:00"] } };
  const holidays =
    country === undefined
      ? {}
      : { holidays: { country, ...(region === undefined ? {} : { region }) } };
  return { timeZone, week: { "mon-fri": [`${opens}-${closes}`] }, ...holidays };
}

function promised(asked: FirstAgreement, { id, within, atLeast }: FirstPromise): CommitmentSpec {
  const { kind, language, start, stop } = asked;
  const { obliged, beneficiary } = shapes[kind];
  const cancel = kind === "deal" ? ["deal.lost"] : [`${kind}.merged`, `${kind}.spam`];
  return {
    id,
    obliged: obliged.id[language],
    beneficiary: beneficiary.id[language],
    scope: { subject: kind },
    clock: { start, stop, cancel, ...(kind === "deal" ? {} : { humanOnly: true }) },
    calendar: CALENDAR[language],
    target: [{ within }],
    objective: { atLeast: `${atLeast}%`, each: "month", minVolume: LEAST_CASES },
    warnAt: ["50%", "75%"],
  };
}

function promisedBack({
  kind,
  language,
  volume,
  volumeId,
}: FirstAgreement): readonly CommitmentSpec[] {
  if (kind !== "lead" || volume === undefined) return [];
  return [
    {
      id: volumeId ?? VOLUME[language],
      obliged: marketing.id[language],
      beneficiary: sales.id[language],
      measure: { count: "lead.created" },
      objective: { atLeast: volume, each: "month" },
    },
  ];
}
