/** Publishing: a text becomes a revision that is never changed, from a day on. */
import type { AgreementDocument, CommitmentSpec } from "../engine/agreement.ts";
import { isOmitted } from "../engine/level.ts";
import { type Problem, refuse } from "../engine/problem.ts";
import { type Revision, revisionsInForce } from "../engine/revision.ts";
import { compileRulebook } from "../engine/rulebook.ts";
import type { Instant } from "../engine/time.ts";
import { insertRevision, type RevisionRow, saveAgreement } from "../store/agreement.ts";
import { appendAudit } from "../store/audit.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { deleteDraft } from "../store/draft.ts";
import { sayChange } from "../store/live.ts";
import { takeRules } from "../store/rules-version.ts";
import { type Acting, mustReach } from "./acting.ts";
import { contentHash, readOne, standingDocuments } from "./document.ts";
import { allKinds, planResettle } from "./resettle.ts";
import { rulesOf } from "./rulebook.ts";

/** `existing`: whether open clocks keep their revision or move to this one on its day. */
export type Publication = {
  readonly agreement: string;
  readonly text: string;
  readonly from?: Instant;
  readonly existing: "keep" | "recompute";
};

export type Published = { readonly revision: RevisionRow; readonly problems: readonly Problem[] };

/**
 * Publishes the next revision and plans the judging of every subject it may touch.
 *
 * Refused: a text with errors, of another name, or that does not stand beside what is published.
 */
export function publishAgreement(acting: Acting, publication: Publication): Promise<Published> {
  const { database, workspaceId, now } = acting;
  mustReach(acting, publication.agreement);
  return inWorkspace(database, workspaceId, async (db) => {
    await takeRules(db, workspaceId);
    const others = await standingDocuments(db, workspaceId);
    const { document, problems } = readOne(publication.text, "Agreement", { others, now });
    if (document.metadata.name !== publication.agreement) {
      refuse("document-needed", { kind: `Agreement (${publication.agreement})` });
    }
    const rules = await rulesOf(db, workspaceId);
    const revision = toRevision(acting, publication, { document, before: rules.agreements });
    compileRulebook([...rules.agreements, revision], rules.calendars);
    await keep(db, acting, revision);
    await planResettle(db, { workspaceId, now }, kindsOf(document));
    return { revision, problems };
  });
}

function toRevision(
  { actor, now }: Acting,
  { text, from, existing, agreement }: Publication,
  {
    document,
    before,
  }: { readonly document: AgreementDocument; readonly before: readonly Revision[] },
): RevisionRow {
  const [placed] = revisionsInForce([{ document: { ...document, spec: alone(document) } }]);
  const own = before.filter((one) => one.document.metadata.name === agreement);
  const begins = from ?? placed?.from ?? now;
  const until = placed && placed.until < FOREVER ? { until: placed.until } : {};
  return {
    agreement,
    number: own.length + 1,
    text,
    document,
    contentHash: contentHash(text),
    from: begins,
    ...(until.until !== undefined && until.until > begins ? until : {}),
    existing,
    publishedBy: actor,
    publishedAt: now,
  };
}

const FOREVER = Date.parse("9999-01-01T00:00:00Z");

/**
 * Its term alone is asked for here; what it extends is found when it is compiled with the others.
 */
function alone({ spec: { extends: _, ...spec } }: AgreementDocument): AgreementDocument["spec"] {
  return spec;
}

async function keep(db: Db, { workspaceId, actor, now }: Acting, revision: RevisionRow) {
  const { agreement, number, document, from, existing } = revision;
  const { metadata, spec } = document;
  const owner = spec.governance?.owner;
  await saveAgreement(
    db,
    { workspaceId, now },
    {
      id: agreement,
      title: metadata.title ?? metadata.name,
      state: from <= now ? "inForce" : "agreed",
      ...(owner === undefined ? {} : { owner }),
      labels: metadata.labels ?? {},
    },
  );
  const isFirst = await insertRevision(db, workspaceId, revision);
  if (!isFirst) refuse("version-stale", { name: agreement });
  await deleteDraft(db, workspaceId, agreement);
  await sayChange(db, { workspaceId, kind: "agreements", ids: [agreement] });
  await appendAudit(db, workspaceId, {
    at: now,
    actor,
    deed: "agreement.published",
    target: `agreement/${agreement}`,
    facts: { number, from, existing, contentHash: revision.contentHash },
  });
}

/**
 * The kinds of subjects whose clocks an agreement may start, change or take away; all where unsure.
 */
function kindsOf({ spec }: AgreementDocument): readonly string[] {
  const own = spec.commitments.filter((one): one is CommitmentSpec => !isOmitted(one));
  const isSure = own.length === spec.commitments.length && spec.extends === undefined;
  const kinds = own.map(({ scope }) => scope?.subject);
  if (!isSure || kinds.includes(undefined)) return allKinds;
  return [...new Set(kinds.filter((kind) => kind !== undefined))];
}
