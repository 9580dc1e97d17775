/**
 * Periods settled: differences folded, finals frozen, and what follows from them written.
 * Docs: docs/internals/periods.md.
 */
import { finalFrom } from "../engine/credit-term.ts";
import { lateCorrections, type PeriodCorrection } from "../engine/late-fact.ts";
import type { Period } from "../engine/period.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import { DAY, type Instant, SECOND } from "../engine/time.ts";
import { movingSubjects } from "../store/contribution.ts";
import type { Db } from "../store/db.ts";
import { sayChange } from "../store/live.ts";
import { upsertPeriods } from "../store/period.ts";
import { holdFolding } from "../store/period-cell.ts";
import { enterCorrections, listEntries } from "../store/period-correction.ts";
import { dropFired } from "../store/period-timer.ts";
import { type Folded, foldDeltas, periodName } from "./period-fold.ts";
import { countingGrids } from "./period-grids.ts";
import { finalPeriods, reportNow } from "./period-report.ts";
import { periodOwner, planPeriods, planPeriodsAt } from "./period-timer.ts";
import { rulebookOf } from "./rulebook.ts";
import { settleSubjects } from "./settle.ts";
import { settleConsequences } from "./settle-consequence.ts";

type Recording = { readonly workspaceId: string; readonly now: Instant };

/**
 * Works out an agreement's periods: what the end of a period, or facts, set off. Safe to repeat.
 *
 * One transaction at a time does so for an agreement; another comes back a minute later.
 */
export async function settlePeriods(
  db: Db,
  recording: Recording,
  agreement: string,
): Promise<number> {
  const { workspaceId, now } = recording;
  if (!(await holdFolding(db, workspaceId, agreement))) {
    await planPeriods(db, recording, [agreement]);
    return 0;
  }
  const rulebook = await rulebookOf(db, workspaceId);
  if (!rulebook.revisions.some((one) => one.agreement === agreement)) return 0;
  const isCounted = await recountMoving(db, recording, rulebook);
  const folded = await foldDeltas(db, recording, agreement);
  if (!isCounted) {
    const dueAt = (now + SECOND) as Instant;
    await planPeriodsAt(db, recording, { agreements: [agreement], dueAt });
    return 0;
  }
  const written = await writePeriods(db, recording, { agreement, folded });
  const owner = periodOwner(agreement);
  await dropFired(db, workspaceId, { owner, before: (now - DAY) as Instant });
  const dueAt = nextChange(rulebook, agreement, now);
  await planPeriodsAt(db, recording, { agreements: [agreement], dueAt });
  if (written > 0) await sayChange(db, { workspaceId, kind: "periods", ids: [agreement] });
  return written;
}

/** Subjects judged in one transaction because time has passed. */
const MOVING_STEP = 200;
const MOST_STEPS = 5;

/**
 * Counts anew the subjects that time has changed since a period began, or since the day did. False
 * where there are more of them than one transaction should hold.
 */
async function recountMoving(db: Db, recording: Recording, rulebook: Rulebook): Promise<boolean> {
  const { workspaceId, now } = recording;
  const today = Math.floor(now / DAY) * DAY;
  const { since, until } = countingGrids(rulebook, now);
  const before = (until > now ? Math.max(since, today) : today) as Instant;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const moving = await movingSubjects(db, workspaceId, { before, limit: MOVING_STEP });
    await settleSubjects(db, { ...recording, because: "time" }, moving);
    if (moving.length < MOVING_STEP) return true;
  }
  return false;
}

async function writePeriods(
  db: Db,
  recording: Recording,
  { agreement, folded }: { readonly agreement: string; readonly folded: Folded },
): Promise<number> {
  const { workspaceId } = recording;
  const fresh = await currentPeriods(db, recording, agreement);
  const frozen = await finalPeriods(db, workspaceId, agreement);
  const entries = await entriesOf(db, workspaceId, { frozen, fresh, folded, agreement });
  if (entries.length > 0) await enterCorrections(db, recording, entries);
  const written = await upsertPeriods(db, recording, fresh);
  const booked = await settleConsequences(db, recording, { agreement, periods: fresh });
  return written + entries.length + booked;
}

/** The periods of an agreement that have a place in the record. */
async function currentPeriods(
  db: Db,
  recording: Recording,
  agreement: string,
): Promise<readonly Period[]> {
  const rows = await reportNow(db, recording, { agreement, isRecord: true });
  return rows.map(({ period }) => period);
}

type Compared = {
  readonly agreement: string;
  readonly frozen: readonly Period[];
  readonly fresh: readonly Period[];
  readonly folded: Folded;
};

/** Each entry tells what is new since the one before it. */
async function entriesOf(
  db: Db,
  workspaceId: string,
  { agreement, frozen, fresh, folded }: Compared,
): Promise<readonly PeriodCorrection[]> {
  if (frozen.length === 0) return [];
  const before = await listEntries(db, workspaceId, { agreement, limit: 100_000 });
  const last = new Map(before.map((entry) => [keyOf(entry, entry.of.from), entry.after]));
  const known = frozen.map((period) => ({ ...period, ...last.get(keyOf(period, period.from)) }));
  return lateCorrections({ frozen: known, fresh, events: [] }).map((entry) => ({
    ...entry,
    lateFacts: folded.causes.get(keyOf(entry, entry.of.from)) ?? [],
  }));
}

function keyOf(of: { readonly agreement: string; readonly commitment: string }, from: Instant) {
  return periodName({ ...of, from });
}

/** When time alone next changes something: a period ends, becomes final, or a day begins. */
function nextChange(rulebook: Rulebook, agreement: string, now: Instant): Instant {
  const day = (Math.floor(now / DAY) + 1) * DAY;
  const revision = rulebook.revisions.findLast((one) => one.agreement === agreement);
  const { now: grids } = countingGrids(rulebook, now);
  const ends = [...grids]
    .filter(([key]) => key.startsWith(`${agreement}#`))
    .flatMap(([, { grid }]) => grid.spans.slice(-3).map(({ to }) => to));
  const finals = revision
    ? ends.map((to) => finalFrom(revision, to, rulebook.hoursOf(revision)))
    : [];
  return Math.min(day, ...[...ends, ...finals].filter((at) => at > now)) as Instant;
}
