/**
 * What a waiver, an exclusion or taking one back would change, before anybody signs: the thing
 * itself, done and then not kept.
 */

import type { Verdict } from "../engine/clock.ts";
import type { Correction } from "../engine/correction.ts";
import type { Period } from "../engine/period.ts";
import { DAY, type Instant, readInstant } from "../engine/time.ts";
import { clockId, clocksOfSubjects } from "../store/clock.ts";
import { subjectsRunning } from "../store/clock-touched.ts";
import { correctionsOfSubjects, listCorrections } from "../store/correction.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { undone } from "../store/savepoint.ts";
import type { Acting } from "./acting.ts";
import { hiddenSubjects } from "./acting-customer.ts";
import {
  type ExclusionAsked,
  excludeIn,
  type Inside,
  type RevocationAsked,
  revokeIn,
  type WaiverAsked,
  waiveIn,
} from "./correction.ts";
import { reportNow } from "./period-report.ts";
import { settleSubjects } from "./settle.ts";

export type CorrectionAsked =
  | ({ readonly kind: "waiver" } & WaiverAsked)
  | ({ readonly kind: "exclusion" } & ExclusionAsked)
  | ({ readonly kind: "revocation" } & RevocationAsked);

/**
 * Clocks whose verdict would be another, and periods that would be told otherwise. `isCut`: there
 * are more subjects than are looked at, so the periods may change more than is said.
 */
export type CorrectionEffect = {
  readonly clocks: readonly {
    readonly clock: string;
    readonly subject: string;
    readonly before: Verdict;
    readonly after: Verdict;
  }[];
  readonly periods: readonly { readonly before: Period | null; readonly after: Period | null }[];
  readonly looked: number;
  readonly isCut: boolean;
};

/** Subjects judged anew for one preview. */
const MOST_SUBJECTS = 500;

/** How far back is looked where what is left out has no beginning. */
const LOOK_BACK = 92 * DAY;

/** Refused: what the correction itself would be refused for. */
export function previewCorrection(
  acting: Acting,
  asked: CorrectionAsked,
): Promise<CorrectionEffect> {
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const agreement = asked.kind === "waiver" ? asked.clock.agreement : asked.agreement;
    const found = await touchedBy(db, acting, asked);
    const subjects = found.slice(0, MOST_SUBJECTS);
    const before = await standingOfAll(db, acting, { agreement, subjects });
    const after = await undone(db, async () => {
      await correctIn(db, acting, asked);
      await settleSubjects(db, { ...recordingOf(acting), because: "rules" }, subjects);
      return standingOfAll(db, acting, { agreement, subjects });
    });
    const hidden = await hiddenSubjects(db, acting, subjects);
    const isCut = found.length > MOST_SUBJECTS;
    return { ...compare(before, after, hidden), looked: subjects.length, isCut };
  });
}

function recordingOf({ workspaceId, now }: Inside) {
  return { workspaceId, now };
}

function correctIn(db: Db, acting: Inside, asked: CorrectionAsked): Promise<Correction> {
  if (asked.kind === "waiver") return waiveIn(db, acting, asked);
  return asked.kind === "exclusion" ? excludeIn(db, acting, asked) : revokeIn(db, acting, asked);
}

/** Whose clocks it may touch: one subject's, or those of everything that ran since it begins. */
async function touchedBy(
  db: Db,
  { workspaceId, now }: Inside,
  asked: CorrectionAsked,
): Promise<readonly string[]> {
  if (asked.kind === "waiver") return [asked.clock.subject];
  const { agreement } = asked;
  const all = await listCorrections(db, workspaceId, { agreement, limit: 10_000 });
  const revoked = all.find(
    ({ correction }) => asked.kind === "revocation" && correction.id === asked.revokes,
  );
  if (revoked?.subject !== undefined) return [revoked.subject];
  const exclusion =
    asked.kind === "exclusion"
      ? asked.exclusion
      : revoked?.correction.kind === "exclusion"
        ? revoked.correction.exclusion
        : undefined;
  const begins = exclusion?.interval && readInstant(exclusion.interval.from);
  const since = begins ?? ((now - LOOK_BACK) as Instant);
  const limit = MOST_SUBJECTS + 1;
  return subjectsRunning(db, workspaceId, { agreement, since, limit });
}

type Standing = {
  readonly verdicts: ReadonlyMap<string, { readonly subject: string; readonly verdict: Verdict }>;
  readonly periods: readonly Period[];
};

/** Verdicts as corrected: the clock keeps what was measured, so corrections go over it. */
async function standingOfAll(
  db: Db,
  { workspaceId, now }: Inside,
  { agreement, subjects }: { readonly agreement: string; readonly subjects: readonly string[] },
): Promise<Standing> {
  const clocks = await clocksOfSubjects(db, workspaceId, subjects);
  const corrections = await correctionsOfSubjects(db, workspaceId, subjects);
  const revoked = new Set(
    corrections.flatMap((one) => (one.kind === "revocation" ? [one.revokes] : [])),
  );
  const verdicts = new Map(
    clocks
      .filter((clock) => clock.agreement === agreement)
      .map((clock) => [clockId(clock), { subject: clock.subject, verdict: clock.verdict }]),
  );
  for (const one of corrections) {
    if (!("clock" in one) || revoked.has(one.id)) continue;
    const id = clockId(one.clock);
    const known = verdicts.get(id);
    if (known) verdicts.set(id, { ...known, verdict: one.verdict });
  }
  const rows = await reportNow(db, { workspaceId, now }, { agreement });
  return { verdicts, periods: rows.map(({ period }) => period) };
}

function compare(
  before: Standing,
  after: Standing,
  hidden: ReadonlySet<string>,
): Pick<CorrectionEffect, "clocks" | "periods"> {
  const clocks = [...before.verdicts].flatMap(([clock, { subject, verdict }]) => {
    const now = after.verdicts.get(clock)?.verdict ?? "void";
    if (now === verdict || hidden.has(subject)) return [];
    return [{ clock, subject, before: verdict, after: now }];
  });
  const was = new Map(before.periods.map((period) => [nameOf(period), period]));
  const periods = after.periods.flatMap((period) => {
    const old = was.get(nameOf(period)) ?? null;
    return old && countsOf(old) === countsOf(period) ? [] : [{ before: old, after: period }];
  });
  return { clocks, periods };
}

function nameOf({ commitment, from }: Period): string {
  return `${commitment}@${from}`;
}

function countsOf({ met, breached, excused, openNotDue, value, verdict }: Period): string {
  return JSON.stringify([met, breached, excused, openNotDue, value, verdict]);
}
