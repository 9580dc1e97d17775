/**
 * Reviews kept: opened when due, prepared, held, signed and closed. Docs: docs/reference/review.md.
 */
import type { Period } from "../engine/period.ts";
import { refuse } from "../engine/problem.ts";
import { remediesDue } from "../engine/remedy-due.ts";
import {
  actOnReview,
  decisionsOf,
  type Review,
  type ReviewDecision,
  type ReviewDeed,
  type ReviewDue,
  reviewsDue,
} from "../engine/review.ts";
import { type Agenda, agendaOf } from "../engine/review-agenda.ts";
import { gatherReviews } from "../engine/review-gather.ts";
import type { RevisionInForce } from "../engine/revision.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import { DAY } from "../engine/time.ts";
import { findRevision } from "../store/agreement.ts";
import { appendAudit } from "../store/audit.ts";
import { listCorrections } from "../store/correction.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { listDisputes } from "../store/dispute.ts";
import { findDraft, saveDraft } from "../store/draft.ts";
import { accountNamed } from "../store/member.ts";
import {
  addReviews,
  listReviews,
  lockReview,
  lockReviews,
  type ReviewRow,
  saveReview,
} from "../store/review.ts";
import { addTask } from "../store/task.ts";
import { type Acting, mustReach, withinReach } from "./acting.ts";
import { mustBeWhole } from "./acting-customer.ts";
import { mustSpeakFor } from "./acting-party.ts";
import { latestRevision } from "./correction.ts";
import { creditsOfPeriods } from "./credit.ts";
import { reportNow } from "./period-report.ts";
import { findingsOf } from "./review-finding.ts";
import { rulebookOf } from "./rulebook.ts";

/** Reviews of an agreement that are looked at, and reviews that are listed, at most. */
const MOST = 500;

type Recording = Pick<Acting, "workspaceId" | "now">;

/** A review that fell due longer ago is history: an import of years opens none of theirs. */
const LOOK_BACK = 92 * DAY;

/** Opens the reviews of an agreement that fell due. Safe to repeat. How many were opened. */
export async function openReviewsDue(
  db: Db,
  { workspaceId, now }: Recording,
  judged: {
    readonly agreement: string;
    readonly rulebook: Rulebook;
    readonly periods: readonly Period[];
  },
): Promise<number> {
  const { agreement, rulebook, periods } = judged;
  const revision = rulebook.revisions.findLast((one) => one.agreement === agreement);
  if (!revision?.spec.review) return 0;
  const first = periods[0]?.from ?? now;
  const due = reviewsDue(revision, rulebook.hoursOf(revision), periods, now).filter(
    ({ at, span }) => at > now - LOOK_BACK && span.to > first,
  );
  if (due.length === 0) return 0;
  const known = await lockReviews(db, workspaceId, { agreement, limit: MOST });
  const gathered = gatherReviews(
    known.map(({ review }) => review),
    due,
    signatoriesOf(revision),
  );
  for (const review of gathered.widened) await saveReview(db, { workspaceId, now }, { review });
  const opened = await addReviews(db, { workspaceId, now }, gathered.opened);
  for (const id of opened) {
    const target = `review/${id}`;
    const deed = { at: now, actor: "acuerdo/periods", deed: "review.opened", target };
    await appendAudit(db, workspaceId, { ...deed, facts: { agreement } });
  }
  return opened.length;
}

/** Those who sign the agreement sign its reviews; where nobody is named, whoever owes something. */
function signatoriesOf({ spec }: RevisionInForce): readonly string[] {
  const named = spec.parties.filter(({ signatory }) => signatory !== undefined);
  if (named.length > 0) return named.map(({ id }) => id);
  const owing = new Set(spec.commitments.flatMap((one) => ("obliged" in one ? [one.obliged] : [])));
  return spec.parties.filter(({ id }) => owing.has(id)).map(({ id }) => id);
}

export async function reviewsPage(
  acting: Acting,
  { agreement }: { readonly agreement?: string },
): Promise<readonly Review[]> {
  if (agreement !== undefined) mustReach(acting, agreement);
  mustBeWhole(acting, "reviews");
  const agreements = withinReach(acting, agreement === undefined ? undefined : [agreement]);
  const { database, workspaceId } = acting;
  const rows = await inWorkspace(database, workspaceId, (db) =>
    listReviews(db, workspaceId, { ...(agreements ? { agreements } : {}), limit: MOST }),
  );
  return rows.map(({ review }) => review);
}

export type ReviewShown = { readonly review: Review; readonly agenda: Agenda };

/** A review with its agenda: as things stand before it is held, as they stood after. */
export function showReview(acting: Acting, id: string): Promise<ReviewShown> {
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const { review, agenda } = await holdReview(db, acting, id);
    return { review, agenda: agenda ?? (await agendaNow(db, acting, review.due)) };
  });
}

async function holdReview(db: Db, acting: Acting, id: string): Promise<ReviewRow> {
  const row =
    (await lockReview(db, acting.workspaceId, id)) ?? refuse("thing-missing", { name: id });
  mustReach(acting, row.review.due.agreement);
  mustBeWhole(acting, id);
  return row;
}

/** Items of each kind that one agenda has at most. */
const MOST_ITEMS = 1_000;

async function agendaNow(db: Db, recording: Recording, due: ReviewDue): Promise<Agenda> {
  const { workspaceId } = recording;
  const { agreement } = due;
  const rulebook = await rulebookOf(db, workspaceId);
  const { spec } = await latestRevision(db, recording, agreement);
  const periods = (await reportNow(db, recording, { agreement })).map(({ period }) => period);
  const disputes = await listDisputes(db, workspaceId, {
    agreements: [agreement],
    limit: MOST_ITEMS,
  });
  const corrections = await listCorrections(db, workspaceId, { agreement, limit: MOST_ITEMS });
  const agenda = agendaOf(due, spec, {
    periods,
    credits: await creditsOfPeriods(db, recording, { rulebook, periods }),
    remedies: remediesDue(rulebook, periods),
    disputes: disputes.map(({ dispute }) => dispute),
    corrections: corrections.map(({ correction }) => correction),
  });
  return { ...agenda, findings: await findingsOf(db, recording, { agenda, spec }) };
}

/** A deed without what the server knows: when it is done. */
export type DeedAsked = ReviewDeed extends infer D
  ? D extends ReviewDeed
    ? Omit<D, "at">
    : never
  : never;

/**
 * Does a deed to a review. Held, its agenda is kept as it stands; closed, its decisions become
 * tasks and drafts. Refused: see `actOnReview`; party-not-yours.
 */
export function actOnReviewOf(acting: Acting, id: string, asked: DeedAsked): Promise<ReviewShown> {
  const { database, workspaceId, now, actor } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const { review: before, agenda: kept } = await holdReview(db, acting, id);
    const { agreement } = before.due;
    const { spec } = await latestRevision(db, acting, agreement);
    if (asked.deed === "sign") await mustSpeakFor(db, acting, { spec, parties: [asked.by] });
    const review = actOnReview(before, { ...asked, at: now });
    const agenda = kept ?? (await agendaNow(db, acting, review.due));
    const isHeld = review.state !== "opened";
    await saveReview(db, { workspaceId, now }, { review, ...(isHeld ? { agenda } : {}) });
    if (asked.deed === "close") {
      for (const decision of decisionsOf(review)) await carryOut(db, acting, review, decision);
    }
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: `review.${asked.deed}`,
      target: `review/${id}`,
      facts: { agreement, by: asked.by },
    });
    return { review, agenda };
  });
}

/** A decision becomes a task or a draft; a task where somebody is already drafting. */
async function carryOut(
  db: Db,
  { workspaceId, now, actor }: Acting,
  { due }: Review,
  { id, says, owner, becomes, dueAt }: ReviewDecision,
): Promise<void> {
  if (becomes === "nothing") return;
  const { agreement } = due;
  const isDrafted = (await findDraft(db, workspaceId, agreement)) !== undefined;
  if (becomes === "draft" && !isDrafted) {
    const text = await textOf(db, { workspaceId, now }, agreement);
    const draft = { agreement, text: `${comment(says)}\n${text}`, version: 0 };
    await saveDraft(db, workspaceId, { ...draft, updatedBy: actor, updatedAt: now });
    return;
  }
  const account = await accountNamed(db, workspaceId, owner);
  await addTask(
    db,
    { workspaceId, now },
    {
      id: `review/${due.key}/${id}`,
      title: says,
      ...(account === undefined ? {} : { account }),
      ...(dueAt === undefined ? {} : { dueAt }),
      body: { review: due.key, owner, agreement },
    },
  );
}

async function textOf(db: Db, recording: Recording, agreement: string): Promise<string> {
  const { number } = await latestRevision(db, recording, agreement);
  const revision = await findRevision(db, recording.workspaceId, { agreement, number });
  return revision?.text ?? "";
}

/** What was decided stands above the text it is about. */
function comment(says: string): string {
  return says
    .split("\n")
    .map((line) => `# ${line}`)
    .join("\n");
}
