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
import { appendAudit } from "../store/audit.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { eventsOfKind } from "../store/event-kind.ts";
import { appendLedger, type LedgerFinding, ledgerRows, verifyLedger } from "../store/ledger.ts";
import { type Acting, withinReach } from "./acting.ts";
import { mustSpeakFor } from "./acting-party.ts";
import { latestRevision } from "./correction.ts";

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
  return added.length;
}

function auditRow(
  db: Db,
  { workspaceId, now, actor }: Recording & Pick<Acting, "actor">,
  { number, credit, standing, amount, currency, by, reason }: LedgerRow,
) {
  return appendAudit(db, workspaceId, {
    at: now,
    actor,
    deed: `credit.${standing}`,
    target: `credit/${credit}`,
    facts: { row: number, amount, currency, by, reason },
  });
}

export type CreditsAsked = {
  readonly agreement?: string;
  readonly customer?: string;
  readonly standing?: Standing;
};

/** Credits as they stand, in the order in which they were proposed. */
export async function listCredits(
  acting: Acting,
  { agreement, standing, customer }: CreditsAsked,
): Promise<readonly LedgerRow[]> {
  const rows = await ledgerWithin(acting, {
    ...(agreement === undefined ? {} : { agreement }),
    ...(customer === undefined ? {} : { customer }),
  });
  const last = [...standings(rows).values()];
  return standing === undefined ? last : last.filter((row) => row.standing === standing);
}

/** The rows that are within reach. */
export function ledgerWithin(
  acting: Acting,
  { agreement, customer }: Pick<CreditsAsked, "agreement" | "customer">,
): Promise<readonly LedgerRow[]> {
  const agreements = withinReach(acting, agreement === undefined ? undefined : [agreement]);
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, (db) =>
    ledgerRows(db, workspaceId, {
      ...(agreements ? { agreements } : {}),
      ...(customer === undefined ? {} : { customer }),
    }),
  );
}

export type MoveAsked = {
  readonly credit: string;
  readonly standing: Exclude<Standing, "proposed" | "expired">;
  readonly by: string;
  readonly reason: string;
};

/**
 * Moves a credit on in the name of a party: claimed by whom it is owed to, the rest by who owes it.
 *
 * Refused: credit-unknown, party-not-yours, and what `moveCredit` refuses.
 */
export function moveCreditOn(acting: Acting, asked: MoveAsked): Promise<LedgerRow> {
  const { database, workspaceId, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const agreements = withinReach(acting, undefined);
    const found = await ledgerRows(db, workspaceId, agreements ? { agreements } : {});
    const last =
      standings(found).get(asked.credit) ?? refuse("credit-unknown", { credit: asked.credit });
    const { agreement } = last;
    const { spec } = await latestRevision(db, acting, agreement);
    await mustSpeakFor(db, acting, { spec, parties: [asked.by] });
    const side = asked.by === last.party ? "owing" : asked.by === last.to ? "owed" : "time";
    const own = found.filter((row) => row.agreement === agreement);
    const moved = moveCredit(own, { ...asked, side, at: now });
    const [row] = await appendLedger(db, { workspaceId, now }, moved.slice(own.length));
    if (!row) return refuse("acted-meanwhile", { name: asked.credit });
    await auditRow(db, acting, row);
    return row;
  });
}

export function ledgerChain({ database, workspaceId }: Acting): Promise<LedgerFinding> {
  return inWorkspace(database, workspaceId, (db) => verifyLedger(db, workspaceId));
}
