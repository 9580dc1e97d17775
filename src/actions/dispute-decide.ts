/**
 * Disputes decided: corrections made, periods and credits worked out again; and the same seen
 * before anybody signs. Docs: docs/reference/dispute.md.
 */
import type { Credit } from "../engine/credit.ts";
import { correctionsOf, type Decision, decideDispute, judgeDispute } from "../engine/dispute.ts";
import type { Claim, Dispute } from "../engine/dispute-claim.ts";
import { addMoney, amountText, type Money, noMoney, subtractMoney } from "../engine/money.ts";
import type { Period } from "../engine/period.ts";
import type { Instant } from "../engine/time.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { historiesOf } from "../store/event.ts";
import { undone } from "../store/savepoint.ts";
import type { Acting } from "./acting.ts";
import { ownCredits } from "./acting-customer.ts";
import { mustSpeakFor } from "./acting-party.ts";
import { keepCorrections } from "./correction.ts";
import { creditsOfPeriods } from "./credit.ts";
import {
  auditDispute,
  type DisputeShown,
  followDispute,
  holdDispute,
  subjectsOf,
} from "./dispute.ts";
import { reportNow } from "./period-report.ts";
import { planPeriodsAt } from "./period-timer.ts";
import { recordIn } from "./record-events.ts";
import { rulebookOf, rulesOf } from "./rulebook.ts";
import { settleSubjects } from "./settle.ts";

/** `by`: the parties that end it so; `claims`: those that hold, by their number from 1. */
export type DecisionAsked = {
  readonly dispute: string;
  readonly outcome: Decision["outcome"];
  readonly by: readonly string[];
  readonly reason: string;
  readonly claims?: readonly number[];
};

/**
 * What a decision changes: the period as it is and would be, and what would be owed for it once it
 * is final. `difference` is what is owed more.
 */
export type DecisionEffect = {
  readonly before: Period | null;
  readonly after: Period | null;
  readonly credits: readonly {
    readonly credit: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly difference: string;
    readonly currency: string;
  }[];
};

/** What an act inside a transaction is told; it needs no database of its own. */
type Deciding = Omit<Acting, "database">;

type Recording = Pick<Acting, "workspaceId" | "now">;

export type Decided = { readonly shown: DisputeShown; readonly effect: DecisionEffect };

/**
 * Ends a dispute: its corrections are appended, its subjects judged again, and its periods and
 * credits follow at once. Refused: see `decideDispute`; party-not-yours.
 */
export function decideDisputeOn(acting: Acting, asked: DecisionAsked): Promise<Decided> {
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, (db) => decideIn(db, acting, asked));
}

/** The effect of a decision: the decision itself, made and then not kept. */
export function previewDecision(acting: Acting, asked: DecisionAsked): Promise<DecisionEffect> {
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const { effect } = await undone(db, () => decideIn(db, acting, asked));
    return effect;
  });
}

async function decideIn(db: Db, acting: Deciding, asked: DecisionAsked): Promise<Decided> {
  const { workspaceId, now } = acting;
  const { dispute, revision } = await holdDispute(db, acting, asked.dispute);
  await mustSpeakFor(db, acting, { spec: revision.spec, parties: asked.by });
  const before = await outlookOf(db, acting, dispute);
  const decision = decisionOf(dispute, asked, now);
  const subjects = [`dispute/${dispute.id}`];
  const events = (await historiesOf(db, workspaceId, { subjects })).map(({ event }) => event);
  const { calendars } = await rulesOf(db, workspaceId);
  const standing = judgeDispute(revision, dispute, { events, asOf: now, calendars });
  const event = decideDispute(revision, dispute, standing, decision);
  await recordIn(db, { workspaceId, now }, [event]);
  const shown = await followDispute(db, acting, { revision, dispute });
  await carryOut(db, acting, dispute, decision);
  const effect = compare(before, await outlookOf(db, acting, dispute));
  const facts = { outcome: decision.outcome, by: decision.by, reason: decision.reason };
  await auditDispute(db, acting, { dispute, deed: "decided", facts });
  return { shown, effect };
}

function decisionOf(
  { claims: made }: Dispute,
  { outcome, by, reason, claims = [] }: DecisionAsked,
  at: Instant,
): Decision {
  const unknown: Claim = {
    clock: { agreement: "", commitment: "", subject: "", cycle: 0 },
    verdict: "met",
  };
  const named = claims.map((number) => made[number - 1] ?? unknown);
  return { outcome, at, by, reason, ...(claims.length > 0 ? { claims: named } : {}) };
}

/** What a decision leads to: corrections, subjects judged again, periods and credits after that. */
async function carryOut(
  db: Db,
  acting: Deciding,
  dispute: Dispute,
  decision: Decision,
): Promise<void> {
  const { workspaceId, now } = acting;
  const { agreement } = dispute;
  const rows = correctionsOf(dispute, decision).map((correction) => ({
    agreement,
    ...("clock" in correction ? { subject: correction.clock.subject } : {}),
    correction,
  }));
  if (rows.length > 0) await keepCorrections(db, acting, rows);
  // What was suspended while it was open counts again, whatever was decided.
  await settleSubjects(db, { workspaceId, now, because: "rules" }, subjectsOf(dispute));
  await planPeriodsAt(db, { workspaceId, now }, { agreements: [agreement], dueAt: now });
}

/** The period in dispute, and what it would owe if it were final as it stands. */
type Outlook = { readonly period: Period | null; readonly credits: readonly Credit[] };

async function outlookOf(db: Db, acting: Deciding, dispute: Dispute): Promise<Outlook> {
  const { agreement, commitment, period } = dispute;
  const rulebook = await rulebookOf(db, acting.workspaceId);
  const rows = await reportNow(db, acting, { agreement });
  const periods = rows.map((row): Period => {
    const isItsOwn = row.period.from === period.from && row.period.to === period.to;
    return isItsOwn ? { ...row.period, status: "final" } : row.period;
  });
  const all = await creditsOfPeriods(db, acting, { rulebook, periods });
  const credits = await ownCredits(db, acting, { rulebook, credits: all });
  const own = rows.find(
    (row) => row.period.commitment === commitment && row.period.from === period.from,
  );
  return { period: own?.period ?? null, credits };
}

function compare(before: Outlook, after: Outlook): DecisionEffect {
  const old = new Map(before.credits.map((credit) => [credit.key, credit]));
  const now = new Map(after.credits.map((credit) => [credit.key, credit]));
  const credits = [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const currency = (is ?? was)?.currency ?? "";
    const difference = amountText(subtractMoney(owed(is, currency), owed(was, currency)));
    if (was?.amount === is?.amount) return [];
    const amounts = { before: was?.amount ?? null, after: is?.amount ?? null };
    return [{ credit: key, ...amounts, difference, currency }];
  });
  return { before: before.period, after: after.period, credits };
}

function owed(credit: Credit | undefined, currency: string): Money {
  return credit ? addMoney(noMoney(currency), credit) : noMoney(currency);
}

/**
 * Looks at a dispute whose step has run out: it is at the next one by now, or what the agreement
 * says by default holds. Safe to repeat.
 */
export async function settleDispute(db: Db, recording: Recording, id: string): Promise<void> {
  const acting = { ...recording, actor: "acuerdo/disputes" };
  const { dispute, revision, outcome: ended } = await holdDispute(db, acting, id);
  if (ended !== undefined) return;
  const { standing, step } = await followDispute(db, acting, { revision, dispute });
  if (!standing.decision) {
    await auditDispute(db, acting, { dispute, deed: "passed", facts: { step: step ?? 0 } });
    return;
  }
  await carryOut(db, acting, dispute, standing.decision);
  const { outcome, by, reason } = standing.decision;
  await auditDispute(db, acting, { dispute, deed: "decided", facts: { outcome, by, reason } });
}
