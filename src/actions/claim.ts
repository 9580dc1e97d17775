/**
 * Claims kept: until when a credit may be claimed, and a claim decided. Both are clocks whose
 * timers the worker fires. Docs: docs/reference/remedy.md#claims.
 */
import { expireCredits, type Ledger, type LedgerRow, standings } from "../engine/ledger.ts";
import { claimSubject, judgeClaims } from "../engine/remedy-claim.ts";
import type { RevisionInForce } from "../engine/revision.ts";
import type { Instant } from "../engine/time.ts";
import { appendAudit } from "../store/audit.ts";
import { type ClaimRow, listClaims, saveClaims } from "../store/claim.ts";
import type { Db } from "../store/db.ts";
import { appendLedger, ledgerRows } from "../store/ledger.ts";
import { addTimers } from "../store/period-timer.ts";
import type { Acting } from "./acting.ts";
import { rulebookOf, rulesOf } from "./rulebook.ts";
import type { ClaimBody } from "./timer-body.ts";

type Recording = Pick<Acting, "workspaceId" | "now">;

const actor = "acuerdo/periods";

/**
 * Looks at an agreement's credits when time has passed: what nobody claimed in time has expired,
 * and a claim that nobody decided in time is late. Safe to repeat.
 */
export async function settleClaims(db: Db, recording: Recording, agreement: string): Promise<void> {
  const { workspaceId } = recording;
  const ledger = await ledgerRows(db, workspaceId, { agreements: [agreement] });
  const expired = expireCredits(ledger, recording.now).slice(ledger.length);
  const added = await appendLedger(db, recording, expired);
  for (const row of added) await auditRow(db, { ...recording, actor }, row);
  await followClaims(db, recording, { agreement, ledger: [...ledger, ...added] });
}

export function auditRow(
  db: Db,
  { workspaceId, now, actor }: Recording & Pick<Acting, "actor">,
  { number, credit, standing, amount, currency, by, reason, invoice }: LedgerRow,
) {
  return appendAudit(db, workspaceId, {
    at: now,
    actor,
    deed: `credit.${standing}`,
    target: `credit/${credit}`,
    facts: { row: number, amount, currency, by, reason, ...(invoice ? { invoice } : {}) },
  });
}

type Followed = { readonly agreement: string; readonly ledger: Ledger };

/** Writes how an agreement's claims stand, and plans to look again when the next of them is due. */
export async function followClaims(
  db: Db,
  recording: Recording,
  { agreement, ledger }: Followed,
): Promise<void> {
  const { workspaceId, now } = recording;
  const claims = await claimsNow(db, recording, { agreement, ledger });
  const before = await listClaims(db, workspaceId, { agreements: [agreement] });
  const known = new Map(before.map(({ credit, verdict }) => [credit, verdict]));
  if (claims.length > 0) await saveClaims(db, recording, claims);
  for (const claim of claims.filter(({ verdict }) => verdict === "breached")) {
    if (known.get(claim.credit) !== "breached") await auditLate(db, recording, claim);
  }
  const ahead = deadlines(ledger, claims).filter((at) => at >= now);
  if (ahead.length === 0) return;
  const dueAt = (Math.min(...ahead) + 1) as Instant;
  const belongsTo = `claims/${agreement}`;
  const body: ClaimBody = { does: "claims", agreement };
  const timer = { id: `${belongsTo}@${dueAt}`, kind: "schedule" as const, belongsTo, dueAt, body };
  await addTimers(db, recording, [timer]);
}

/** Until when what is proposed may be claimed, and what is claimed is to be decided. */
function deadlines(ledger: Ledger, claims: readonly ClaimRow[]): readonly Instant[] {
  const proposed = [...standings(ledger).values()].filter((row) => row.standing === "proposed");
  const open = claims.filter(({ verdict }) => verdict === "open");
  return [
    ...proposed.flatMap(({ claimBy }) => claimBy ?? []),
    ...open.flatMap(({ dueAt }) => dueAt ?? []),
  ];
}

/** Each claim by the revision that was in force when it was made: a later one changes no clock. */
async function claimsNow(
  db: Db,
  { workspaceId, now: asOf }: Recording,
  { agreement, ledger }: Followed,
): Promise<readonly ClaimRow[]> {
  const claimed = firstOfEach(ledger.filter(({ standing }) => standing === "claimed"));
  if (claimed.length === 0) return [];
  const { revisions } = await rulebookOf(db, workspaceId);
  const { calendars } = await rulesOf(db, workspaceId);
  const own = revisions.filter((one) => one.agreement === agreement);
  const known = { asOf, calendars };
  return claimed.flatMap((row): readonly ClaimRow[] => {
    const revision = inForceAt(own, row.at);
    const rows = ledger.filter(({ credit }) => credit === row.credit);
    const clock = revision && judgeClaims(revision, rows, known)[0];
    if (!clock || clock.subject !== claimSubject(row)) return [];
    const { dueAt, verdict } = clock;
    const claim = { credit: row.credit, agreement, claimedAt: row.at, verdict };
    return [dueAt === null ? claim : { ...claim, dueAt }];
  });
}

/** An amount restated is a row more, and no other claim. */
function firstOfEach(rows: Ledger): Ledger {
  return [...Map.groupBy(rows, ({ credit }) => credit).values()].flatMap((own) => own[0] ?? []);
}

function inForceAt(
  revisions: readonly RevisionInForce[],
  at: Instant,
): RevisionInForce | undefined {
  return revisions.findLast(({ from }) => from <= at) ?? revisions[0];
}

function auditLate(
  db: Db,
  { workspaceId, now }: Recording,
  { credit, agreement, dueAt }: ClaimRow,
) {
  const facts = { agreement, dueAt: dueAt ?? now };
  const target = `credit/${credit}`;
  return appendAudit(db, workspaceId, { at: now, actor, deed: "credit.undecided", target, facts });
}
