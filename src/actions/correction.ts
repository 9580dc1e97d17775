/**
 * Corrections kept: waivers, exclusions, and taking one back. Docs: docs/reference/correction.md.
 */
import type { ExclusionSpec } from "../engine/agreement.ts";
import type { Verdict } from "../engine/clock.ts";
import { appendCorrection, type ClockPlace, type Correction } from "../engine/correction.ts";
import { refuse } from "../engine/problem.ts";
import type { RevisionInForce } from "../engine/revision.ts";
import { LATEST } from "../engine/time.ts";
import { waive } from "../engine/waiver.ts";
import { appendAudit } from "../store/audit.ts";
import { clocksOfSubjects } from "../store/clock.ts";
import { addCorrections, type CorrectionRow, listCorrections } from "../store/correction.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { sayChange } from "../store/live.ts";
import { takeRules } from "../store/rules-version.ts";
import { type Acting, mustReach } from "./acting.ts";
import { hiddenSubjects, mustSee } from "./acting-customer.ts";
import { mustSpeakFor } from "./acting-party.ts";
import { refuseUnreadable } from "./correction-exclusion.ts";
import { allKinds, planResettle } from "./resettle.ts";
import { rulebookOf } from "./rulebook.ts";
import { settleSubjects } from "./settle.ts";

/** Corrections of one agreement that are held at most. */
const MOST = 10_000;

/** What an act inside a transaction is told. */
export type Inside = Omit<Acting, "database">;

/** `by` asks for it; `approvals` are the parties that agreed. */
export type Asked = {
  readonly by: string;
  readonly reason: string;
  readonly approvals: readonly string[];
};

export async function correctionsPage(
  acting: Acting,
  asked: { readonly agreement: string },
): Promise<readonly CorrectionShown[]> {
  mustReach(acting, asked.agreement);
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const rows = await listCorrections(db, workspaceId, { ...asked, limit: MOST });
    const subjects = rows.flatMap(({ subject }) => subject ?? []);
    const hidden = await hiddenSubjects(db, acting, subjects);
    const seen = rows.filter(({ subject = "" }) => !hidden.has(subject));
    const clocks = await clocksOfSubjects(db, workspaceId, [...new Set(subjects)]);
    const measured = new Map(clocks.map((one) => [placeText(one), one.measured ?? one.verdict]));
    return seen.map(({ correction }) => ({
      ...correction,
      measured: "clock" in correction ? (measured.get(placeText(correction.clock)) ?? null) : null,
    }));
  });
}

function placeText({ agreement, commitment, subject, cycle }: ClockPlace): string {
  return JSON.stringify([agreement, commitment, subject, cycle]);
}

/** `measured`: the verdict of its clock before anything was decided; null without a clock. */
export type CorrectionShown = Correction & { readonly measured: Verdict | null };

/**
 * Excuses one clock by leave of whom it was promised to, and judges its subject again.
 *
 * Refused: see `waive` and `appendCorrection`.
 */
export function waiveClock(acting: Acting, asked: WaiverAsked): Promise<Correction> {
  return inWorkspace(acting.database, acting.workspaceId, (db) => waiveIn(db, acting, asked));
}

export type WaiverAsked = Asked & { readonly clock: ClockPlace };

export function waiveIn(db: Db, acting: Inside, asked: WaiverAsked): Promise<Correction> {
  const { agreement, subject } = asked.clock;
  return correct(db, acting, agreement, async ({ revision, id }) => {
    const parties = [asked.by, ...asked.approvals];
    await mustSee(db, acting, [subject]);
    await mustSpeakFor(db, acting, { spec: revision.spec, parties });
    const correction = waive(revision.spec, { ...asked, id, at: acting.now });
    return { agreement, subject, correction };
  });
}

/**
 * Leaves time or subjects out of an agreement, and judges everything it touches again.
 *
 * Refused: an exclusion that the language would refuse in the agreement itself.
 */
export function excludeFrom(acting: Acting, asked: ExclusionAsked): Promise<Correction> {
  return inWorkspace(acting.database, acting.workspaceId, (db) => excludeIn(db, acting, asked));
}

export type ExclusionAsked = Asked & {
  readonly agreement: string;
  readonly exclusion: ExclusionSpec;
};

export function excludeIn(db: Db, acting: Inside, asked: ExclusionAsked): Promise<Correction> {
  const { agreement } = asked;
  return correct(db, acting, agreement, async ({ revision, id }) => {
    const parties = [asked.by, ...asked.approvals];
    await mustSpeakFor(db, acting, { spec: revision.spec, parties });
    refuseUnreadable(revision, asked.exclusion);
    return { agreement, correction: { ...asked, kind: "exclusion", id, at: acting.now } };
  });
}

/** Takes a correction back: that too is appended. Refused: correction-unknown. */
export function revokeCorrection(acting: Acting, asked: RevocationAsked): Promise<Correction> {
  return inWorkspace(acting.database, acting.workspaceId, (db) => revokeIn(db, acting, asked));
}

export type RevocationAsked = Asked & { readonly agreement: string; readonly revokes: string };

export function revokeIn(db: Db, acting: Inside, asked: RevocationAsked): Promise<Correction> {
  const { agreement, revokes, by, reason, approvals } = asked;
  return correct(db, acting, agreement, async ({ id, known }) => {
    const subject = known.find(({ correction }) => correction.id === revokes)?.subject;
    const act = { id, at: acting.now, by, reason, approvals };
    return {
      agreement,
      ...(subject === undefined ? {} : { subject }),
      correction: { ...act, kind: "revocation", revokes },
    };
  });
}

type Known = {
  readonly id: string;
  readonly revision: RevisionInForce;
  readonly known: readonly CorrectionRow[];
};

/** Rules are held whole: what is left out of an agreement changes what everything is judged by. */
async function correct(
  db: Db,
  acting: Inside,
  agreement: string,
  make: (known: Known) => Promise<CorrectionRow>,
): Promise<Correction> {
  mustReach(acting, agreement);
  const { workspaceId } = acting;
  await takeRules(db, workspaceId);
  const revision = await latestRevision(db, acting, agreement);
  const known = await listCorrections(db, workspaceId, { agreement, limit: MOST });
  const id = `${agreement}-c${known.length + 1}`;
  const row = await make({ id, revision, known });
  appendCorrection(
    known.map((one) => one.correction),
    row.correction,
  );
  await keepCorrections(db, acting, [row]);
  return row.correction;
}

/** The text an agreement stands under at the end. Refused: thing-missing. */
export async function latestRevision(
  db: Db,
  { workspaceId }: Pick<Acting, "workspaceId">,
  agreement: string,
): Promise<RevisionInForce> {
  const { revisions } = await rulebookOf(db, workspaceId);
  const own = revisions.findLast((one) => one.agreement === agreement && one.from < LATEST);
  return own ?? refuse("thing-missing", { name: agreement });
}

/** Appends corrections, judges again what they are about, and says so in the audit. */
export async function keepCorrections(
  db: Db,
  { workspaceId, actor, now }: Omit<Acting, "database">,
  rows: readonly CorrectionRow[],
): Promise<void> {
  const recording = { workspaceId, now };
  const added = await addCorrections(db, recording, rows);
  if (added < rows.length) refuse("acted-meanwhile", { name: rows[0]?.agreement ?? "" });
  const subjects = rows.flatMap(({ subject }) => subject ?? []);
  await settleSubjects(db, { ...recording, because: "rules" }, [...new Set(subjects)].sort());
  if (subjects.length < rows.length) await planResettle(db, recording, allKinds);
  const agreements = [...new Set(rows.map(({ agreement }) => agreement))];
  await sayChange(db, { workspaceId, kind: "periods", ids: agreements });
  for (const { agreement, correction } of rows) {
    const { id, kind, by, reason, approvals } = correction;
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: `correction.${kind}`,
      target: `agreement/${agreement}`,
      facts: { correction: id, by, reason, approvals },
    });
  }
}
