/** Disputes kept: opened with frozen evidence, shown, listed. Docs: docs/reference/dispute.md. */
import { versions } from "node:process";
import {
  type DisputeStanding,
  disputeSubject,
  judgeDispute,
  openDispute,
} from "../engine/dispute.ts";
import {
  type Claim,
  type Dispute,
  type ExclusionClaim,
  isOfClock,
  type VerdictClaim,
} from "../engine/dispute-claim.ts";
import { gatherEvidence, type SealedEvidence } from "../engine/dispute-evidence.ts";
import { foldHistory } from "../engine/history.ts";
import type { Judgement } from "../engine/judge.ts";
import type { Period } from "../engine/period.ts";
import { refuse } from "../engine/problem.ts";
import type { RevisionInForce } from "../engine/revision.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import { standingOf } from "../engine/standing.ts";
import { type Instant, instantText } from "../engine/time.ts";
import { appendAudit } from "../store/audit.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import {
  addDispute,
  type DisputeRow,
  findEvidence,
  listDisputes,
  lockDispute,
  moveDispute,
} from "../store/dispute.ts";
import { historiesOf } from "../store/event.ts";
import { sha256 } from "../store/ledger.ts";
import { sayChange } from "../store/live.ts";
import { planTimers } from "../store/timer.ts";
import { watermarks } from "../store/watermark.ts";
import { type Acting, mustReach, withinReach } from "./acting.ts";
import { hiddenSubjects, mustSee } from "./acting-customer.ts";
import { mustSpeakFor } from "./acting-party.ts";
import { reportNow } from "./period-report.ts";
import { recordIn } from "./record-events.ts";
import { rulebookOf, rulesOf } from "./rulebook.ts";
import { settleSubjects } from "./settle.ts";
import { provisionalBy } from "./settle-provisional.ts";
import type { DisputeBody } from "./timer-body.ts";

/** `from` names the period; claims say which verdicts it should have been, or what to leave out. */
export type DisputeAsked = {
  readonly agreement: string;
  readonly commitment: string;
  readonly from: Instant;
  readonly by: string;
  readonly reason: string;
  readonly claims: readonly (ClockClaim | ExclusionClaim)[];
};

export type ClockClaim = {
  readonly subject: string;
  readonly cycle: number;
  readonly verdict: VerdictClaim["verdict"];
};

/** A dispute as it stands. */
export type DisputeShown = DisputeRow & { readonly standing: DisputeStanding };

/** Disputes that are listed at most. */
const MOST = 1_000;

/**
 * Opens a dispute: its evidence is put together and frozen, its first step begins, and its period
 * stays provisional until it is decided. Refused: see `openDispute`; period-unknown, thing-missing.
 */
export async function openDisputeOn(acting: Acting, asked: DisputeAsked): Promise<DisputeShown> {
  const { agreement, commitment, from, by } = asked;
  mustReach(acting, agreement);
  const { database, workspaceId, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const rulebook = await rulebookOf(db, workspaceId);
    const rows = await reportNow(db, acting, { agreement, commitment });
    const period = rows.map((row) => row.period).find((one) => one.from === from);
    const revision = period && revisionOf(rulebook, period);
    if (!period || !revision) {
      return refuse("period-unknown", { commitment, from: instantText(from) });
    }
    await mustSpeakFor(db, acting, { spec: revision.spec, parties: [by] });
    await mustClaimOwn(db, acting, asked);
    const before = await listDisputes(db, workspaceId, { agreements: [agreement], limit: MOST });
    const dispute = disputeOf(asked, { id: `${agreement}-d${before.length + 1}`, period, now });
    const event = openDispute(revision, rulebook.hoursOf(revision), dispute);
    const sealed = await evidenceOf(db, acting, { rulebook, revision, dispute, period });
    const added = await addDispute(db, { workspaceId, now }, { dispute, sealed });
    if (added === 0) refuse("acted-meanwhile", { name: dispute.id });
    await recordIn(db, { workspaceId, now }, [event]);
    const subjects = subjectsOf(dispute);
    await settleSubjects(db, { workspaceId, now, because: "rules" }, subjects);
    const shown = await followDispute(db, acting, { revision, dispute });
    const facts = { by, hash: sealed.hash };
    await auditDispute(db, acting, { dispute, deed: "opened", facts });
    return shown;
  });
}

/** Who is limited to some customers objects to their clocks, and to nothing of all together. */
async function mustClaimOwn(
  db: Db,
  acting: Acting,
  { agreement, claims }: DisputeAsked,
): Promise<void> {
  if (!acting.customers) return;
  const subjects = claims.flatMap((claim) => ("subject" in claim ? [claim.subject] : []));
  if (subjects.length < claims.length) refuse("dispute-too-wide", { agreement });
  await mustSee(db, acting, subjects);
}

function disputeOf(
  { agreement, commitment, by, reason, claims }: DisputeAsked,
  { id, period, now }: { readonly id: string; readonly period: Period; readonly now: Instant },
): Dispute {
  return {
    id,
    agreement,
    commitment,
    period: { from: period.from, to: period.to },
    by,
    at: now,
    reason,
    claims: claims.map((claim): Claim => {
      if ("exclusion" in claim) return claim;
      const { subject, cycle, verdict } = claim;
      return { clock: { agreement, commitment, subject, cycle }, verdict };
    }),
  };
}

function revisionOf({ revisions }: Rulebook, { agreement, revision }: Period) {
  return revisions.find((one) => one.agreement === agreement && one.number === revision);
}

/** The subjects of the clocks in dispute, each once and in order. */
export function subjectsOf({ claims }: Dispute): readonly string[] {
  return [...new Set(claims.filter(isOfClock).map(({ clock }) => clock.subject))].sort();
}

type Gathering = {
  readonly rulebook: Rulebook;
  readonly revision: RevisionInForce;
  readonly dispute: Dispute;
  readonly period: Period;
};

/** The subjects in dispute are judged again from their facts, stretches and all. */
async function evidenceOf(
  db: Db,
  { workspaceId, now: asOf }: Acting,
  { rulebook, revision, dispute, period }: Gathering,
): Promise<SealedEvidence> {
  const subjects = subjectsOf(dispute);
  const found = await historiesOf(db, workspaceId, { subjects });
  const known = await watermarks(db, workspaceId);
  const isProvisional = await provisionalBy(db, workspaceId, { rulebook, known });
  const clocks = subjects.flatMap((subject) => {
    const own = found.filter(({ of }) => of === subject).map(({ event }) => event);
    const history = foldHistory(rulebook, subject, own);
    return standingOf(rulebook, history, { asOf, isProvisional }).clocks.map((one) => one.judged);
  });
  for (const { clock } of dispute.claims.filter(isOfClock)) {
    const isThere = clocks.some(
      (one) =>
        one.agreement === clock.agreement &&
        one.commitment === clock.commitment &&
        one.subject === clock.subject &&
        one.cycle === clock.cycle,
    );
    if (!isThere) refuse("thing-missing", { name: clock.subject });
  }
  const judgement: Judgement = {
    clocks,
    periods: [period],
    credits: [],
    remedies: [],
    problems: [],
  };
  const { calendars } = await rulesOf(db, workspaceId);
  const events = [...new Map(found.map(({ event }) => [`${event.source} ${event.id}`, event]))];
  const sources = {
    judgement,
    events: events.map(([, event]) => event),
    revision,
    calendars,
    timeZoneData: versions.tz ?? "",
  };
  return gatherEvidence(dispute, sources, asOf, sha256);
}

/** Judges where a dispute stands, writes it, and plans to look again when its step runs out. */
export async function followDispute(
  db: Db,
  { workspaceId, now }: Pick<Acting, "workspaceId" | "now">,
  { revision, dispute }: { readonly revision: RevisionInForce; readonly dispute: Dispute },
): Promise<DisputeShown> {
  const standing = await standingNow(db, { workspaceId, now }, { revision, dispute });
  const { step, dueAt, decision } = standing;
  const outcome = decision?.outcome ?? null;
  await moveDispute(db, { workspaceId, now }, { id: dispute.id, step, dueAt, outcome });
  if (dueAt !== null) {
    const body: DisputeBody = { does: "dispute", dispute: dispute.id };
    const belongsTo = disputeSubject(dispute);
    const at = (dueAt + 1) as Instant;
    const id = `${belongsTo}@${at}`;
    const timer = { id, kind: "schedule" as const, belongsTo, dueAt: at, body };
    await planTimers(db, { workspaceId, now }, [timer]);
  }
  return {
    dispute,
    ...(step === null ? {} : { step }),
    ...(dueAt === null ? {} : { dueAt }),
    ...(outcome === null ? {} : { outcome }),
    standing,
  };
}

async function standingNow(
  db: Db,
  { workspaceId, now: asOf }: Pick<Acting, "workspaceId" | "now">,
  { revision, dispute }: { readonly revision: RevisionInForce; readonly dispute: Dispute },
): Promise<DisputeStanding> {
  const subjects = [disputeSubject(dispute)];
  const events = (await historiesOf(db, workspaceId, { subjects })).map(({ event }) => event);
  const { calendars } = await rulesOf(db, workspaceId);
  return judgeDispute(revision, dispute, { events, asOf, calendars });
}

/** `outcome` is how it had ended when it was last looked at. */
type Held = {
  readonly dispute: Dispute;
  readonly revision: RevisionInForce;
  readonly outcome: string | undefined;
};

/**
 * A dispute held until the transaction ends, with the text it is judged by. Refused: thing-missing.
 */
export async function holdDispute(
  db: Db,
  acting: Pick<Acting, "workspaceId" | "agreements" | "customers">,
  id: string,
): Promise<Held> {
  const { workspaceId, agreements } = acting;
  const { dispute, outcome } =
    (await lockDispute(db, workspaceId, id)) ?? refuse("thing-missing", { name: id });
  if (agreements && !agreements.includes(dispute.agreement)) refuse("thing-missing", { name: id });
  if ((await ownDisputes(db, acting, [{ dispute }])).length === 0) {
    refuse("thing-missing", { name: id });
  }
  const { revisions } = await rulebookOf(db, workspaceId);
  const revision = revisions.findLast(
    (one) => one.agreement === dispute.agreement && one.from < dispute.period.to,
  );
  if (!revision) return refuse("thing-missing", { name: dispute.agreement });
  return { dispute, revision, outcome };
}

/** A dispute as it stands, with its evidence. */
export function showDispute(
  acting: Acting,
  id: string,
): Promise<DisputeShown & { readonly evidence: SealedEvidence }> {
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const held = await holdDispute(db, acting, id);
    const evidence = await findEvidence(db, workspaceId, id);
    const standing = await standingNow(db, acting, held);
    const { step, dueAt, decision } = standing;
    return {
      dispute: held.dispute,
      ...(step === null ? {} : { step }),
      ...(dueAt === null ? {} : { dueAt }),
      ...(decision ? { outcome: decision.outcome } : {}),
      standing,
      evidence: evidence ?? refuse("thing-missing", { name: id }),
    };
  });
}

/** Disputes within reach: first those open, by their deadline, then the latest. */
export async function disputesPage(
  acting: Acting,
  { agreement, isOpen }: { readonly agreement?: string; readonly isOpen?: boolean },
): Promise<readonly DisputeRow[]> {
  if (agreement !== undefined) mustReach(acting, agreement);
  const agreements = withinReach(acting, agreement === undefined ? undefined : [agreement]);
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const asked = {
      ...(agreements ? { agreements } : {}),
      ...(isOpen === undefined ? {} : { isOpen }),
    };
    return ownDisputes(db, acting, await listDisputes(db, workspaceId, { ...asked, limit: MOST }));
  });
}

/** Those of some disputes that are about the caller's own customers alone. */
async function ownDisputes<T extends Pick<DisputeRow, "dispute">>(
  db: Db,
  acting: Pick<Acting, "workspaceId" | "customers">,
  rows: readonly T[],
): Promise<readonly T[]> {
  if (!acting.customers) return rows;
  const hidden = await hiddenSubjects(
    db,
    acting,
    rows.flatMap(({ dispute }) => subjectsOf(dispute)),
  );
  return rows.filter(({ dispute }) => {
    const subjects = subjectsOf(dispute);
    return subjects.length > 0 && !subjects.some((one) => hidden.has(one));
  });
}

type Done = {
  readonly dispute: Dispute;
  readonly deed: string;
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>;
};

export async function auditDispute(
  db: Db,
  { workspaceId, now, actor }: Pick<Acting, "workspaceId" | "now" | "actor">,
  { dispute, deed, facts }: Done,
): Promise<void> {
  const { agreement, commitment, id } = dispute;
  await appendAudit(db, workspaceId, {
    at: now,
    actor,
    deed: `dispute.${deed}`,
    target: `dispute/${id}`,
    facts: { agreement, commitment, ...facts },
  });
  await sayChange(db, { workspaceId, kind: "periods", ids: [agreement] });
}
