/**
 * Why a lead is refused before contact, and why it is given up after: two lists that are never
 * mixed.
 *
 * A rejection says that the lead should not have been handed over; a disqualification, that
 * somebody spoke to it, or tried as often as was agreed. Source: docs/reference/handoff.md#reasons.
 */
import type { AgreementSpec, Language } from "./agreement.ts";
import type { View } from "./condition.ts";
import { type Criterion, criteriaOf } from "./criterion.ts";
import { type Problem, problem } from "./problem.ts";
import { termsOf } from "./terms.ts";

export type ReasonKind = "rejection" | "disqualification";

/** What went wrong before contact: the route, the record, or the definition. */
export type RejectionFamily = "procedural" | "clerical" | "definitional";

/** `needs` is the field without which the reason says nothing; `recycleDays` when to try again. */
export type ReasonCode = {
  readonly kind: ReasonKind;
  readonly family?: RejectionFamily;
  readonly needs?: string;
  readonly recycleDays?: number;
  readonly details?: readonly string[];
  readonly says: Readonly<Record<Language, string>>;
};

export const reasonCodes: Readonly<Record<string, ReasonCode>> = {
  "REJ-PROC": {
    kind: "rejection",
    family: "procedural",
    details: ["route", "territory", "owner", "duplicate", "customer", "deal"],
    says: {
      es: "Ruta, duplicado o cliente existente",
      en: "Route, duplicate or existing customer",
    },
  },
  "REJ-CLER": {
    kind: "rejection",
    family: "clerical",
    details: ["missing", "invalid", "bounced", "phone", "spam", "test"],
    says: { es: "Datos que faltan o no sirven", en: "Missing or useless contact details" },
  },
  "REJ-DEF": {
    kind: "rejection",
    family: "definitional",
    details: ["size", "sector", "country", "role", "score", "competitor", "student"],
    says: { es: "Fuera de la definición acordada", en: "Outside the agreed definition" },
  },
  "DSQ-UNREACH": {
    kind: "disqualification",
    recycleDays: 90,
    says: {
      es: "Ilocalizable tras los intentos acordados",
      en: "Not reached in the agreed attempts",
    },
  },
  "DSQ-DATA": {
    kind: "disqualification",
    says: { es: "Los datos resultaron falsos", en: "Details proved wrong" },
  },
  "DSQ-NEED": { kind: "disqualification", says: { es: "Sin necesidad", en: "No need" } },
  "DSQ-BUDGET": {
    kind: "disqualification",
    recycleDays: 90,
    says: { es: "Sin presupuesto", en: "No budget" },
  },
  "DSQ-FIT": {
    kind: "disqualification",
    needs: "detail",
    says: { es: "No encaja", en: "No fit" },
  },
  "DSQ-AUTH": {
    kind: "disqualification",
    says: { es: "No decide", en: "No authority to decide" },
  },
  "DSQ-TIMING": {
    kind: "disqualification",
    needs: "recycleOn",
    recycleDays: 60,
    says: { es: "No es el momento", en: "Wrong moment" },
  },
  "DSQ-COMP": {
    kind: "disqualification",
    needs: "contractEnds",
    says: { es: "Comprometido con un competidor", en: "Bound to a competitor" },
  },
  "DSQ-OTHER": { kind: "disqualification", says: { es: "Otra razón", en: "Other" } },
};

/** "Other" hides what marketing could act on once it is more than so many of a hundred. */
export const MOST_OTHER = { numerator: 5, denominator: 100 } as const;

/** The code of an event's reason; what follows a known code counts as detail ("REJ-DEF-SIZE"). */
export function reasonOf(reason: unknown): { readonly code: string; readonly detail?: string } {
  const text = typeof reason === "string" ? reason : "";
  if (Object.hasOwn(reasonCodes, text)) return { code: text };
  const code = Object.keys(reasonCodes).find((known) => text.startsWith(`${known}-`));
  return code ? { code, detail: text.slice(code.length + 1).toLowerCase() } : { code: text };
}

/**
 * What is wrong with giving a reason: an unknown code, one of the other list, a detail that is
 * missing, or "not reached" before the agreed attempts were made. Empty: it stands.
 */
export function checkReason(spec: AgreementSpec, kind: ReasonKind, view: View): readonly Problem[] {
  const { data } = view.event;
  const { code } = reasonOf(data?.reason);
  const known = Object.hasOwn(reasonCodes, code) ? reasonCodes[code] : undefined;
  if (!known) return [problem("reason-unknown", { reason: code })];
  if (known.kind !== kind) return [problem("reason-of-other-kind", { reason: code })];
  const { needs } = known;
  const isBare = needs !== undefined && (data?.[needs] === undefined || data[needs] === null);
  const missing = code === "DSQ-UNREACH" ? attemptsMissing(spec, view) : [];
  return [
    ...(isBare ? [problem("reason-bare", { reason: code, field: needs })] : []),
    ...missing.map(({ field, wanted, value }) =>
      problem("unreachable-locked", {
        field,
        wanted: JSON.stringify(wanted),
        value: String(value ?? 0),
      }),
    ),
  ];
}

/**
 * What is still missing before a lead may be closed as not reached: the entries of the agreement's
 * attempts clause (a share of `lead.closedUnreached`) that do not hold. Empty: it may be closed.
 */
export function attemptsMissing(spec: AgreementSpec, view: View): readonly Criterion[] {
  const terms = termsOf(spec, () => undefined);
  return spec.commitments.flatMap((commitment) => {
    const measure = "measure" in commitment ? commitment.measure : undefined;
    if (!measure || !("share" in measure) || measure.share !== "lead.closedUnreached") return [];
    return criteriaOf(measure.that, terms, view).filter(({ holds }) => !holds);
  });
}
