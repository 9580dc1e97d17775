/** Agreements as they are read and drafted. */
import type { AgreementSpec, Language } from "../engine/agreement.ts";
import { isOmitted } from "../engine/level.ts";
import { type Problem, refuse } from "../engine/problem.ts";
import { wholeOf } from "../language/checked.ts";
import { describe } from "../language/describe.ts";
import {
  type AgreementRow,
  allRevisions,
  findRevision,
  listAgreements,
  type RevisionRow,
  saveAgreement,
} from "../store/agreement.ts";
import { findAgreement } from "../store/agreement-find.ts";
import { appendAudit } from "../store/audit.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { openDisputes } from "../store/dispute.ts";
import { type Draft, draftedAgreements, findDraft, saveDraft } from "../store/draft.ts";
import { type Acting, mustReach } from "./acting.ts";
import { contentHash, problemsOf, standingDocuments } from "./document.ts";
import { rulesOf } from "./rulebook.ts";

/** An agreement as a list tells it: `latest` with what it extends, absent where it is a draft. */
export type ListedAgreement = AgreementRow & {
  readonly latest?: { readonly number: number; readonly spec: AgreementSpec };
  readonly hasDraft: boolean;
  readonly openDisputes: number;
};

export type AgreementsPage = {
  readonly agreements: readonly ListedAgreement[];
  readonly next?: string;
};

/** A page by name; `after` is the name the page before ended with. */
export async function agreementsPage(
  { database, workspaceId, agreements }: Acting,
  page: { readonly after?: string; readonly limit: number },
): Promise<AgreementsPage> {
  return inWorkspace(database, workspaceId, async (db) => {
    const found = await listAgreements(db, workspaceId, { ...page, limit: page.limit + 1 });
    const shown = found.slice(0, page.limit);
    const last = found.length > page.limit ? shown.at(-1) : undefined;
    const own = shown.filter(({ id }) => !agreements || agreements.includes(id));
    return {
      agreements: await listedOf(db, workspaceId, own),
      ...(last ? { next: last.id } : {}),
    };
  });
}

async function listedOf(
  db: Db,
  workspaceId: string,
  agreements: readonly AgreementRow[],
): Promise<readonly ListedAgreement[]> {
  const revisions = await allRevisions(db, workspaceId);
  const latest = new Map(revisions.map((revision) => [revision.agreement, revision]));
  const documents = [...latest.values()].map(({ document }) => document);
  const drafted = new Set(await draftedAgreements(db, workspaceId));
  const disputes = await openDisputes(db, workspaceId);
  return agreements.map((agreement) => {
    const { id } = agreement;
    const revision = latest.get(id);
    const whole = revision && wholeOf(revision.document, documents).whole;
    return {
      ...agreement,
      hasDraft: drafted.has(id),
      openDisputes: disputes.filter((dispute) => dispute.agreement === id).length,
      ...(revision && whole ? { latest: { number: revision.number, spec: whole } } : {}),
    };
  });
}

export type AgreementDetail = {
  readonly agreement: AgreementRow;
  readonly revisions: readonly RevisionRow[];
  readonly hasDraft: boolean;
  readonly sentences: readonly { readonly commitment: string; readonly says: string }[];
};

/** An agreement with its revisions, and the latest in words. */
export function agreementDetail(
  acting: Acting,
  asked: { readonly agreement: string; readonly language: Language },
): Promise<AgreementDetail> {
  const { database, workspaceId } = acting;
  mustReach(acting, asked.agreement);
  return inWorkspace(database, workspaceId, async (db) => {
    const agreement = await findAgreement(db, workspaceId, asked.agreement);
    if (!agreement) return refuse("thing-missing", { name: asked.agreement });
    const all = await allRevisions(db, workspaceId);
    const revisions = all.filter((one) => one.agreement === asked.agreement);
    const draft = await findDraft(db, workspaceId, asked.agreement);
    const { agreements, calendars } = await rulesOf(db, workspaceId);
    const documents = [...agreements.map(({ document }) => document), ...calendars];
    const sentences = sentencesOf(revisions.at(-1), documents, asked.language);
    return { agreement, revisions, hasDraft: draft !== undefined, sentences };
  });
}

function sentencesOf(
  latest: RevisionRow | undefined,
  documents: Parameters<typeof describe>[2]["documents"],
  language: Language,
): AgreementDetail["sentences"] {
  if (!latest) return [];
  const { document } = latest;
  return document.spec.commitments.flatMap((commitment) => {
    if (isOmitted(commitment)) return [];
    const options = { agreement: document, ...(documents ? { documents } : {}) };
    return [{ commitment: commitment.id, says: describe(commitment, language, options) }];
  });
}

/** One revision, whole. */
export function readRevision(
  acting: Acting,
  asked: { readonly agreement: string; readonly number: number },
): Promise<RevisionRow> {
  const { database, workspaceId } = acting;
  mustReach(acting, asked.agreement);
  return inWorkspace(database, workspaceId, async (db) => {
    const found = await findRevision(db, workspaceId, asked);
    return found ?? refuse("thing-missing", { name: `${asked.agreement}@${asked.number}` });
  });
}

export type CheckedDraft = Draft & { readonly problems: readonly Problem[] };

/** The draft with everything there is to say of it. */
export function readDraft(acting: Acting, agreement: string): Promise<CheckedDraft> {
  const { database, workspaceId, now } = acting;
  mustReach(acting, agreement);
  return inWorkspace(database, workspaceId, async (db) => {
    const draft = await findDraft(db, workspaceId, agreement);
    if (!draft) return refuse("thing-missing", { name: agreement });
    const others = await standingDocuments(db, workspaceId);
    return { ...draft, problems: problemsOf(draft.text, { others, now }) };
  });
}

/** Saves a draft over the version that was read. Refused: somebody else saved since. */
export function keepDraft(
  acting: Acting,
  { agreement, text, version }: Pick<Draft, "agreement" | "text" | "version">,
): Promise<CheckedDraft> {
  const { database, workspaceId, actor, now } = acting;
  mustReach(acting, agreement);
  return inWorkspace(database, workspaceId, async (db) => {
    const known = await findAgreement(db, workspaceId, agreement);
    if (!known) {
      const row = { id: agreement, title: agreement, state: "draft", labels: {} } as const;
      await saveAgreement(db, { workspaceId, now }, row);
    }
    const draft = { agreement, text, version, updatedBy: actor, updatedAt: now };
    const saved = await saveDraft(db, workspaceId, draft);
    if (saved === undefined) return refuse("version-stale", { name: agreement });
    const others = await standingDocuments(db, workspaceId);
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "draft.saved",
      target: `agreement/${agreement}`,
      facts: { version: saved, contentHash: contentHash(text) },
    });
    return { ...draft, version: saved, problems: problemsOf(text, { others, now }) };
  });
}

/** What there is to say of a text beside what stands within reach, keeping nothing. */
export function checkText(acting: Acting, text: string): Promise<readonly Problem[]> {
  const { database, workspaceId, now, agreements } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const standing = await standingDocuments(db, workspaceId);
    const others = standing.filter(
      ({ kind, metadata }) =>
        kind !== "Agreement" || !agreements || agreements.includes(metadata.name),
    );
    return problemsOf(text, { others, now });
  });
}
