/** Periods and agreements for tests of what follows a miss: months of 2026, in UTC. */
import type { AgreementDocument, CommitmentSpec, RemedySpec } from "../src/engine/agreement.ts";
import { type Credits, creditsOf } from "../src/engine/credit.ts";
import type { Event } from "../src/engine/event.ts";
import type { Period } from "../src/engine/period.ts";
import { compileRulebook } from "../src/engine/rulebook.ts";
import type { Instant } from "../src/engine/time.ts";

export type MonthResult = {
  readonly month: number;
  readonly commitment?: string;
  /** Met of all, in the smallest whole numbers: 99.5 % is [995, 1000]. */
  readonly share?: readonly [met: number, all: number];
  readonly verdict?: Period["verdict"];
  readonly status?: Period["status"];
  /** What else is said of the period: the count of a volume instead of a share. */
  readonly rest?: Partial<Period>;
};

export type RemedyScene = {
  readonly remedy: Partial<RemedySpec>;
  readonly objective?: CommitmentSpec["objective"];
  readonly commitments?: readonly string[];
  readonly customers?: readonly string[];
  readonly events?: readonly Event[];
  readonly months: readonly MonthResult[];
};

export const promised = { atLeast: "95%", each: "month" } as const;

export function monthStart(month: number): Instant {
  return Date.UTC(2026, month - 1, 1) as Instant;
}

export function sceneAgreement(scene: RemedyScene): AgreementDocument {
  const { remedy, objective = promised, commitments = ["answer"], customers } = scene;
  return {
    apiVersion: "acuerdo/v1",
    kind: "Agreement",
    metadata: { name: "story" },
    spec: {
      purpose: "to be followed",
      ...(customers ? { appliesTo: { customers } } : {}),
      parties: [
        { id: "team", kind: "team", role: ["provider"] },
        { id: "client", kind: "company", role: ["consumer"] },
      ],
      term: { from: "2026-01-01", timeZone: "UTC" },
      commitments: commitments.map((id) => ({
        id,
        obliged: "team",
        beneficiary: "client",
        clock: { start: "ticket.created", stop: "ticket.solved" },
        target: [{ within: "1h" }],
        objective,
      })),
      remedies: [{ id: "remedy", on: commitments, kind: "serviceCredit", ...remedy }],
    },
  };
}

export function periodOf(
  { month, commitment = "answer", share = [80, 100], verdict, status = "final", rest }: MonthResult,
  objective: NonNullable<CommitmentSpec["objective"]> = promised,
): Period {
  const [met, all] = share;
  const breached = all - met;
  return {
    agreement: "story",
    revision: 1,
    commitment,
    from: monthStart(month),
    to: monthStart(month + 1),
    status,
    met,
    breached,
    excused: 0,
    openNotDue: 0,
    measure: "clock",
    unit: "share",
    currency: null,
    volume: all,
    interval: null,
    bounds: null,
    pace: null,
    baseline: null,
    facts: {},
    value: met / all,
    share: { numerator: met, denominator: all },
    objective,
    verdict: verdict ?? "breached",
    allowed: null,
    left: null,
    ...rest,
  };
}

export function creditsIn(scene: RemedyScene): Credits {
  const rulebook = compileRulebook([sceneAgreement(scene)]);
  const periods = scene.months.map((result) => periodOf(result, scene.objective));
  return creditsOf({ rulebook, periods, events: scene.events ?? [] });
}

/** Each credit as "month amount currency", with "capped" and "earned back" where they are so. */
export function told(scene: RemedyScene): readonly string[] {
  return creditsIn(scene).credits.map((credit) => {
    const month = new Date(credit.period.from).getUTCMonth() + 1;
    const marks = [
      ...(credit.capped ? ["capped"] : []),
      ...(credit.earnedBackAt === null ? [] : ["earned back"]),
    ];
    return [month, credit.amount, credit.currency, ...marks].join(" ");
  });
}
