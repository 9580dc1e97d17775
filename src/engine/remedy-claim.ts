/**
 * Claims: who owes a credit has so long to decide on it, and that too is a clock.
 * Docs: docs/reference/remedy.md#claims.
 *
 * A claimed credit is a subject ("credit/…"). Its clock runs from the claim until it is approved or
 * declined, by an agreement made here from `claim: {decideWithin}`. A claim that nobody decides
 * stays claimed: silence neither grants it nor takes it away, but the breach is there for all to
 * see.
 */
import type { CommitmentSpec } from "./agreement.ts";
import type { Event } from "./event.ts";
import type { Calendars } from "./hours.ts";
import { judge } from "./judge.ts";
import type { JudgedClock } from "./judged.ts";
import type { Ledger, LedgerRow } from "./ledger.ts";
import { isOmitted } from "./level.ts";
import { CONCLUDED, innerAgreement } from "./plan.ts";
import { isMonetary } from "./remedy.ts";
import type { RevisionInForce } from "./revision.ts";
import type { Instant } from "./time.ts";

/** The subject whose clock a claim is. */
export function claimSubject({ credit }: Pick<LedgerRow, "credit">): string {
  return `credit/${credit.replaceAll(" ", ":")}`;
}

/** The clocks of an agreement's claims at `asOf`, from the rows of its ledger. */
export function judgeClaims(
  revision: RevisionInForce,
  ledger: Ledger,
  known: { readonly asOf: Instant; readonly calendars?: Calendars },
): readonly JudgedClock[] {
  const commitments = claimCommitments(revision);
  if (commitments.length === 0) return [];
  const agreements = [innerAgreement(`${revision.agreement}-claims`, revision.spec, commitments)];
  const events = ledger.filter(({ agreement }) => agreement === revision.agreement).map(claimEvent);
  return judge({ ...known, agreements, events }).clocks;
}

function claimCommitments({ spec }: RevisionInForce): readonly CommitmentSpec[] {
  return (spec.remedies ?? []).filter(isMonetary).flatMap(({ id, on, kind, claim }) => {
    const promise = spec.commitments.find((one) => on.includes(one.id));
    if (claim?.decideWithin === undefined || !promise || isOmitted(promise)) return [];
    const { obliged, beneficiary } = promise;
    const sides =
      kind === "reward" ? { obliged: beneficiary, beneficiary: obliged } : { obliged, beneficiary };
    return [
      {
        id,
        ...sides,
        clock: {
          start: { event: "credit.claimed", where: { remedy: id } },
          stop: ["credit.approved", "credit.declined"],
        },
        target: [{ within: claim.decideWithin }],
      },
    ];
  });
}

function claimEvent(row: LedgerRow): Event {
  return {
    id: String(row.number),
    source: CONCLUDED,
    type: `credit.${row.standing}`,
    subject: claimSubject(row),
    occurredAt: row.at,
    sequence: row.number,
    data: { remedy: row.remedy },
  };
}
