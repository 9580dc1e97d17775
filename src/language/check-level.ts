/** Checks of a set of documents: names used twice, and promises of which neither would win. */
import type { AgreementDocument, AppliesTo } from "../engine/agreement.ts";
import { levelOf } from "../engine/level.ts";
import { type Checked, type Finding, finding } from "./checked.ts";
import { under } from "./path.ts";

/** Ties of one agreement with those before it in the list, so that each is told once. */
export function checkTies(checked: Checked, others: readonly Checked[]): readonly Finding[] {
  const rivals = others.filter((other) => mayTie(checked.document, other.document));
  return checked.whole.commitments.flatMap((commitment) => {
    if ("omit" in commitment) return [];
    const rival = rivals.find(({ whole }) =>
      whole.commitments.some((one) => !("omit" in one) && one.id === commitment.id),
    );
    if (!rival) return [];
    const index = checked.spec.commitments.indexOf(commitment);
    const path = index < 0 ? "spec.extends" : under("spec.commitments", index);
    const facts = { commitment: commitment.id, other: rival.document.metadata.name };
    return [finding("commitment-tie", path, facts)];
  });
}

function mayTie(a: AgreementDocument, b: AgreementDocument): boolean {
  return (
    a.metadata.name !== b.metadata.name &&
    levelOf(a.spec.appliesTo) === levelOf(b.spec.appliesTo) &&
    overlap(a.spec.appliesTo, b.spec.appliesTo) &&
    overlapInTime(a, b)
  );
}

/** Whether some subject is surely judged by both; conditions on customers are not compared. */
function overlap(a: AppliesTo = {}, b: AppliesTo = {}): boolean {
  return shares(a.customers, b.customers) && shares(a.services, b.services);
}

function shares(a: AppliesTo["customers"], b: AppliesTo["customers"]): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (!isList(a) || !isList(b)) return false;
  return a.some((one) => b.includes(one));
}

function isList(customers: NonNullable<AppliesTo["customers"]>): customers is readonly string[] {
  return Array.isArray(customers);
}

const NO_END = "9999-12-31";

function overlapInTime(a: AgreementDocument, b: AgreementDocument): boolean {
  return a.spec.term.from <= endOf(b) && b.spec.term.from <= endOf(a);
}

function endOf({ spec: { term } }: AgreementDocument): string {
  return term.renew === "automatic" ? NO_END : (term.to ?? NO_END);
}
