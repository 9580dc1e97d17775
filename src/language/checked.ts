/** An agreement as the checks see it: its own text, and what it inherits. */
import type {
  AcuerdoDocument,
  AgreementDocument,
  AgreementSpec,
  CalendarDocument,
  CommitmentSpec,
  SubjectKind,
} from "../engine/agreement.ts";
import type { CalendarSpec } from "../engine/calendar-spec.ts";
import { isOmitted, withBases } from "../engine/level.ts";
import type { Facts, ProblemCode } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import { subjectKinds } from "./known-fields.ts";
import { type Leaf, leavesOf } from "./leaves.ts";
import { under } from "./path.ts";
import { agreementShape } from "./shapes/agreement.ts";

/** Something found at `path` of the document; at its key, where the key is what is wrong. */
export type Finding = {
  readonly code: ProblemCode;
  readonly facts: Facts;
  readonly path: string;
};

export function finding(code: ProblemCode, path: string, facts: Facts = {}): Finding {
  return { code, path, facts };
}

/**
 * `spec` is the agreement's own text, `whole` the same with what it extends; they are one where a
 * base is not there or goes in a circle (`isWhole` is false then, and references are not judged).
 */
export type Checked = {
  readonly document: AgreementDocument;
  readonly spec: AgreementSpec;
  readonly whole: AgreementSpec;
  readonly isWhole: boolean;
  readonly bases: readonly AgreementDocument[];
  readonly documents: readonly AcuerdoDocument[];
  readonly leaves: readonly Leaf[];
  readonly knownFields: readonly string[];
  readonly now: Instant | undefined;
};

export type CheckOptions = {
  /** Fields that the workspace's own sources deliver besides the known ones. */
  readonly knownFields?: readonly string[];
  /** The moment to judge terms at; without it they are not. */
  readonly now?: Instant;
};

export function checkedOf(
  document: AgreementDocument,
  documents: readonly AcuerdoDocument[],
  { knownFields = [], now }: CheckOptions,
): Checked {
  return {
    ...wholeOf(document, documents),
    document,
    spec: document.spec,
    documents,
    leaves: leavesOf(document, agreementShape, ""),
    knownFields,
    now,
  };
}

/** An agreement with what it extends, as far as `documents` hold it. */
export function wholeOf(
  document: AgreementDocument,
  documents: readonly AcuerdoDocument[],
): Pick<Checked, "whole" | "isWhole" | "bases"> {
  const { bases, isWhole } = basesOf(document, documents);
  const find = (name: string) => agreementNamed(documents, name);
  return { bases, isWhole, whole: isWhole ? withBases(document, find) : document.spec };
}

/**
 * Every agreement that one builds on, near and far; not whole where one is missing or comes round.
 */
function basesOf(
  document: AgreementDocument,
  documents: readonly AcuerdoDocument[],
  within: readonly string[] = [],
): { readonly bases: readonly AgreementDocument[]; readonly isWhole: boolean } {
  const names = [...within, document.metadata.name];
  const found = (document.spec.extends ?? []).map((name) => {
    const base = names.includes(name) ? undefined : agreementNamed(documents, name);
    if (!base) return { bases: [], isWhole: false };
    const further = basesOf(base, documents, names);
    return { bases: [base, ...further.bases], isWhole: further.isWhole };
  });
  return {
    bases: found.flatMap(({ bases }) => bases),
    isWhole: found.every(({ isWhole }) => isWhole),
  };
}

export function agreementNamed(
  documents: readonly AcuerdoDocument[],
  name: string,
): AgreementDocument | undefined {
  return documents.find(
    (one): one is AgreementDocument => one.kind === "Agreement" && one.metadata.name === name,
  );
}

export type PlacedCommitment = { readonly commitment: CommitmentSpec; readonly path: string };

/** The commitments an agreement states itself, each with its path. */
export function ownCommitments({ spec }: Checked): readonly PlacedCommitment[] {
  return spec.commitments.flatMap((commitment, index) =>
    isOmitted(commitment) ? [] : [{ commitment, path: under("spec.commitments", index) }],
  );
}

/** A calendar as a commitment may name it: the agreement's, or a Calendar document. */
export function calendarNamed(
  { whole, documents }: Pick<Checked, "whole" | "documents">,
  name: string,
): CalendarSpec | undefined {
  const own = whole.calendars?.[name];
  if (own && !("ref" in own)) return own;
  return documents.find(
    (one): one is CalendarDocument =>
      one.kind === "Calendar" && one.metadata.name === (own?.ref ?? name),
  )?.spec;
}

/** The kind of subject a commitment is about: as it says, or as the event that begins it says. */
export function subjectKindOf(commitment: CommitmentSpec): SubjectKind | undefined {
  if (commitment.scope) return commitment.scope.subject;
  const family = firstEventType(commitment)?.split(".")[0];
  return subjectKinds.find((kind) => kind === family);
}

function firstEventType({ clock, measure }: CommitmentSpec): string | undefined {
  const start = clock ? [clock.start].flat()[0] : undefined;
  if (typeof start === "string") return start;
  if (start && "event" in start) return start.event;
  if (!measure) return undefined;
  if ("count" in measure) return measure.count;
  if ("sum" in measure) return measure.sum;
  return "share" in measure ? measure.share : undefined;
}
