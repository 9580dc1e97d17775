/** The case of a dispute: what is said of it, its steps as clocks, its clause and its evidence. */
import type { Language } from "../engine/agreement.ts";
import type { Verdict } from "../engine/clock.ts";
import { disputeSubject } from "../engine/dispute.ts";
import type { Dispute } from "../engine/dispute-claim.ts";
import { evidenceHolds, type SealedEvidence } from "../engine/dispute-evidence.ts";
import type { Event } from "../engine/event.ts";
import { isOmitted } from "../engine/level.ts";
import { refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import { describe } from "../language/describe.ts";
import { inWorkspace } from "../store/db.ts";
import { historiesOf } from "../store/event.ts";
import { sha256 } from "../store/ledger.ts";
import type { Acting } from "./acting.ts";
import { mustSpeakFor } from "./acting-party.ts";
import { auditDispute, type DisputeShown, holdDispute, showDispute } from "./dispute.ts";
import { recordIn } from "./record-events.ts";

/** What a party says, and who said it in its name. */
export type DisputeStatement = {
  readonly by: string;
  readonly at: Instant;
  readonly actor: string;
  readonly text: string;
};

export type DisputeStep = {
  readonly step: number;
  readonly by: string;
  readonly startedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly verdict: Verdict | null;
};

/** `isWhole`: the evidence is what it was when it was sealed. `clause`: the promise in words. */
export type DisputeCase = DisputeShown & {
  readonly evidence: SealedEvidence;
  readonly isWhole: boolean;
  readonly statements: readonly DisputeStatement[];
  readonly steps: readonly DisputeStep[];
  readonly clause: string;
};

const STATED = "dispute.stated";

/** Refused: thing-missing. */
export async function disputeCase(
  acting: Acting,
  { id, language }: { readonly id: string; readonly language: Language },
): Promise<DisputeCase> {
  const { database, workspaceId } = acting;
  const shown = await showDispute(acting, id);
  const subjects = [disputeSubject(shown.dispute)];
  const found = await inWorkspace(database, workspaceId, (db) =>
    historiesOf(db, workspaceId, { subjects }),
  );
  return {
    ...shown,
    isWhole: evidenceHolds(shown.evidence, sha256),
    statements: found.flatMap(({ event }) => statementOf(event) ?? []),
    steps: stepsOf(shown),
    clause: clauseOf(shown, language),
  };
}

function statementOf({ type, data, actor, occurredAt: at }: Event): DisputeStatement | undefined {
  if (type !== STATED) return undefined;
  return { by: String(data?.by), at, actor: actor?.id ?? "", text: String(data?.text) };
}

function stepsOf({ evidence, standing }: DisputeShown & { readonly evidence: SealedEvidence }) {
  const { disputes } = evidence.evidence.revision.document.spec;
  return (disputes?.steps ?? []).map(({ by }, index): DisputeStep => {
    const clock = standing.clocks.find(({ commitment }) => commitment === `step-${index + 1}`);
    const { startedAt = null, dueAt = null, verdict = null } = clock ?? {};
    return { step: index + 1, by, startedAt, dueAt, verdict };
  });
}

/** The promise as it was written when the dispute was opened. */
function clauseOf(
  { dispute, evidence }: { readonly dispute: Dispute; readonly evidence: SealedEvidence },
  language: Language,
): string {
  const { document } = evidence.evidence.revision;
  const promise = document.spec.commitments.find(({ id }) => id === dispute.commitment);
  if (!promise || isOmitted(promise)) return dispute.commitment;
  return describe(promise, language, { agreement: document });
}

/**
 * Adds what a party says about an open dispute: a fact like any other, which nobody edits.
 *
 * Refused: dispute-closed, party-not-yours, thing-missing.
 */
export function stateDispute(
  acting: Acting,
  { id, by, text }: { readonly id: string; readonly by: string; readonly text: string },
): Promise<DisputeStatement> {
  const { database, workspaceId, actor, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const { dispute, revision, outcome } = await holdDispute(db, acting, id);
    if (outcome !== undefined) refuse("dispute-closed", { dispute: id, outcome });
    await mustSpeakFor(db, acting, { spec: revision.spec, parties: [by] });
    const event: Event = {
      id: `${id} ${STATED} ${by} ${now}`,
      source: "acuerdo/disputes",
      type: STATED,
      subject: disputeSubject(dispute),
      occurredAt: now,
      actor: { id: actor, kind: "human" },
      data: { by, text },
    };
    await recordIn(db, { workspaceId, now }, [event]);
    await auditDispute(db, acting, { dispute, deed: "stated", facts: { by } });
    return { by, at: now, actor, text };
  });
}
