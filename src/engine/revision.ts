/**
 * Revisions: the immutable texts of an agreement and the span each is in force.
 * Docs: docs/reference/agreement.md#revisions.
 */
import type { AgreementDocument, AgreementSpec, TermSpec } from "./agreement.ts";
import { wallInstant } from "./calendar.ts";
import { withBases } from "./level.ts";
import { refuse } from "./problem.ts";
import { EARLIEST, type Instant, isDate, LATEST } from "./time.ts";
import { isTimeZone } from "./zone.ts";

/**
 * One text of an agreement. `number` counts from 1 in the order they come into force; `from` and
 * `until` are those of the term where nothing else is said. `existing: recompute` moves open clocks
 * of earlier revisions to this one when it comes into force.
 */
export type Revision = {
  readonly document: AgreementDocument;
  readonly number?: number;
  readonly from?: Instant;
  readonly until?: Instant;
  readonly existing?: "keep" | "recompute";
};

export type Agreements = readonly (AgreementDocument | Revision)[];

/**
 * A revision with what it extends copied in, and the half-open span [from, until) it is in force.
 */
export type RevisionInForce = {
  readonly agreement: string;
  readonly number: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly existing: "keep" | "recompute";
  readonly document: AgreementDocument;
  readonly spec: AgreementSpec;
};

/**
 * Every revision with its span: a later one of the same agreement ends the one before it.
 *
 * The term's `to` is its last day. An agreement that renews itself goes on after it until a later
 * revision or an end is published. Refused: a term that cannot be read; a base that is missing.
 */
export function revisionsInForce(agreements: Agreements): readonly RevisionInForce[] {
  const revisions = agreements.map((one) => ("document" in one ? one : { document: one }));
  const byName = Map.groupBy(revisions, ({ document }) => document.metadata.name);
  const placed = [...byName.values()].flatMap(placeInTime);
  return placed.map((one) => ({
    ...one,
    spec: withBases(one.document, (name) => baseAt(placed, name, one.from)),
  }));
}

type Placed = Omit<RevisionInForce, "spec">;

function placeInTime(revisions: readonly Revision[]): readonly Placed[] {
  const starts = revisions
    .map((revision) => ({ revision, from: revision.from ?? termFrom(revision.document) }))
    .sort((a, b) => a.from - b.from || (a.revision.number ?? 0) - (b.revision.number ?? 0));
  return starts.map(({ revision, from }, index) => {
    const { document } = revision;
    const end = revision.until ?? termUntil(document);
    const next = starts[index + 1]?.from ?? LATEST;
    return {
      agreement: document.metadata.name,
      number: revision.number ?? index + 1,
      from,
      until: Math.min(end, next) as Instant,
      existing: revision.existing ?? "keep",
      document,
    };
  });
}

function baseAt(placed: readonly Placed[], name: string, at: Instant) {
  const bases = placed.filter(({ agreement }) => agreement === name);
  const inForce = bases.findLast(({ from }) => from <= at);
  return (inForce ?? bases[0])?.document;
}

function termFrom({ metadata, spec }: AgreementDocument): Instant {
  return startOf(metadata.name, spec.term, spec.term.from) ?? EARLIEST;
}

function termUntil({ metadata, spec }: AgreementDocument): Instant {
  const { to, renew } = spec.term;
  if (to === undefined || renew === "automatic") return LATEST;
  return startOf(metadata.name, spec.term, to, "24:00") ?? LATEST;
}

function startOf(agreement: string, term: TermSpec, date: string, time = "00:00") {
  if (!isDate(date) || !isTimeZone(term.timeZone)) {
    return refuse("term-unreadable", { agreement, date, zone: term.timeZone });
  }
  return wallInstant(term.timeZone, date, time);
}
