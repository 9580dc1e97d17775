/**
 * Credits kept: proposed from final periods, moved by the parties. Docs: docs/reference/remedy.md.
 */
import { type Credit, creditsOf } from "../engine/credit.ts";
import {
  expireCredits,
  type LedgerRow,
  moveCredit,
  proposeCredits,
  type Standing,
  standings,
} from "../engine/ledger.ts";
import type { Period } from "../engine/period.ts";
import { refuse } from "../engine/problem.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import { type ClaimRow, listClaims } from "../store/claim.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { eventsOfKind } from "../store/event-kind.ts";
import { appendLedger, type LedgerFinding, ledgerRows, verifyLedger } from "../store/ledger.ts";
import { sayChange } from "../store/live.ts";
import { type Acting, withinReach } from "./acting.ts";
import { ownCredits } from "./acting-customer.ts";
import { mustSpeakFor } from "./acting-party.ts";
import { auditRow, followClaims } from "./claim.ts";
import { latestRevision } from "./correction.ts";
import { rulebookOf } from "./rulebook.ts";

type Recording = Pick<Acting, "workspaceId" | "now">;

/** Facts of accounts that are read to learn what a credit is a share of. */
const MOST_FACTS = 100_000;

/** What an agreement's final periods owe, with what the accounts pay. */
export async function creditsOfPeriods(
  db: Db,
  { workspaceId }: Recording,
  { rulebook, periods }: { readonly rulebook: Rulebook; readonly periods: readonly Period[] },
): Promise<readonly Credit[]> {
  if (!periods.some(({ status }) => status === "final")) return [];
  const events = await eventsOfKind(db, workspaceId, { kind: "account", limit: MOST_FACTS });
  return creditsOf({ rulebook, periods, events }).credits;
}

/**
 * Writes what a fresh judgement adds to the ledger: proposals, differences after corrections, and
 * what nobody claimed in time. Safe to repeat. How many rows were added.
 */
export async function settleCredits(
  db: Db,
  recording: Recording,
  judged: {
    readonly agreement: string;
    readonly rulebook: Rulebook;
    readonly periods: readonly Period[];
  },
): Promise<number> {
  const { workspaceId, now: asOf } = recording;
  const { agreement } = judged;
  const credits = await creditsOfPeriods(db, recording, judged);
  const ledger = await ledgerRows(db, workspaceId, { agreements: [agreement] });
  if (credits.length === 0 && ledger.length === 0) return 0;
  const proposal = { credits, agreements: [agreement], asOf };
  const settled = proposeCredits(expireCredits(ledger, asOf), proposal);
  const added = await appendLedger(db, recording, settled.slice(ledger.length));
  for (const row of added) await auditRow(db, { ...recording, actor: "acuerdo/periods" }, row);
  await followClaims(db, recording, { agreement, ledger: [...ledger, ...added] });
  return added.length;
}

export type CreditsAsked = {
  readonly agreement?: string;
  readonly customer?: string;
  readonly standing?: Standing;
};

/** A credit as it stands, and until when a claim on it is decided in time. */
export type CreditShown = LedgerRow & { readonly decision?: Pick<ClaimRow, "dueAt" | "verdict"> };

/** Credits as they stand, in the order in which they were proposed. */
export async function listCredits(
  acting: Acting,
  { standing, ...asked }: CreditsAsked,
): Promise<readonly CreditShown[]> {
  const { database, workspaceId } = acting;
  const { rows, claims } = await inWorkspace(database, workspaceId, async (db) => ({
    rows: await ledgerIn(db, acting, asked),
    claims: new Map((await listClaims(db, workspaceId)).map((claim) => [claim.credit, claim])),
  }));
  return [...standings(rows).values()]
    .filter((row) => standing === undefined || row.standing === standing)
    .map((row) => {
      const decision = claims.get(row.credit);
      return decision ? { ...row, decision } : row;
    });
}

type RowsAsked = Pick<CreditsAsked, "agreement" | "customer">;

/** The rows that are the caller's to see. */
export function ledgerWithin(acting: Acting, asked: RowsAsked): Promise<readonly LedgerRow[]> {
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, (db) => ledgerIn(db, acting, asked));
}

async function ledgerIn(
  db: Db,
  acting: Acting,
  { agreement, customer }: RowsAsked,
): Promise<readonly LedgerRow[]> {
  const { workspaceId } = acting;
  const agreements = withinReach(acting, agreement === undefined ? undefined : [agreement]);
  const credits = await ledgerRows(db, workspaceId, {
    ...(agreements ? { agreements } : {}),
    ...(customer === undefined ? {} : { customer }),
  });
  if (!agreements) return credits;
  return ownCredits(db, acting, { rulebook: await rulebookOf(db, workspaceId), credits });
}

export type MoveAsked = {
  readonly credit: string;
  readonly standing: Exclude<Standing, "proposed" | "expired">;
  readonly by: string;
  readonly reason: string;
  /** Where it is applied. */
  readonly invoice?: string;
};

/**
 * Moves a credit on in the name of a party: claimed by whom it is owed to, the rest by who owes it.
 *
 * Refused: credit-unknown, party-not-yours, and what `moveCredit` refuses.
 */
export function moveCreditOn(acting: Acting, asked: MoveAsked): Promise<LedgerRow> {
  const { database, workspaceId, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const seen = await ledgerIn(db, acting, {});
    const last =
      standings(seen).get(asked.credit) ?? refuse("credit-unknown", { credit: asked.credit });
    const { agreement } = last;
    const { spec } = await latestRevision(db, acting, agreement);
    await mustSpeakFor(db, acting, { spec, parties: [asked.by] });
    const side = asked.by === last.party ? "owing" : asked.by === last.to ? "owed" : "time";
    const own = await ledgerRows(db, workspaceId, { agreements: [agreement] });
    const moved = moveCredit(own, { ...asked, side, at: now });
    const [row] = await appendLedger(db, { workspaceId, now }, moved.slice(own.length));
    if (!row) return refuse("acted-meanwhile", { name: asked.credit });
    await auditRow(db, acting, row);
    await followClaims(db, { workspaceId, now }, { agreement, ledger: [...own, row] });
    await sayChange(db, { workspaceId, kind: "periods", ids: [agreement] });
    return row;
  });
}

export function ledgerChain({ database, workspaceId }: Acting): Promise<LedgerFinding> {
  return inWorkspace(database, workspaceId, (db) => verifyLedger(db, workspaceId));
}
