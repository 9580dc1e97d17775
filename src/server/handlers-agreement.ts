/** Agreements, drafts and revisions. */
import {
  agreementDetail,
  agreementsPage,
  type CheckedDraft,
  checkText,
  keepDraft,
  type ListedAgreement,
  readDraft,
  readRevision,
} from "../actions/agreements.ts";
import { publishAgreement } from "../actions/publish-agreement.ts";
import { tellProblem } from "../api/problem-document.ts";
import type { Language } from "../engine/agreement.ts";
import { isOmitted } from "../engine/level.ts";
import type { Problem } from "../engine/problem.ts";
import { type Instant, instantText, readInstant } from "../engine/time.ts";
import type { AgreementRow, RevisionRow } from "../store/agreement.ts";
import type { Asking, HandlersOf } from "./handler.ts";

type Names =
  | "listAgreements"
  | "getAgreement"
  | "getRevision"
  | "getDraft"
  | "saveDraft"
  | "publishRevision"
  | "checkText";

export const agreementHandlers: HandlersOf<Names> = {
  listAgreements: async ({ acting }, { query: { limit, after } }) => {
    const asked = { limit, ...(after === undefined ? {} : { after }) };
    const { agreements, next } = await agreementsPage(acting, asked);
    return { agreements: agreements.map(listedJson), next: next ?? null };
  },
  getAgreement: async ({ acting, language }, { params }) => {
    const found = await agreementDetail(acting, { ...params, language });
    return {
      ...agreementJson(found.agreement),
      revisions: found.revisions.map(revisionJson),
      hasDraft: found.hasDraft,
      sentences: [...found.sentences],
    };
  },
  getRevision: async (asking, { params }) => {
    const revision = await readRevision(asking.acting, params);
    tag(asking, revision.contentHash);
    return { ...revisionJson(revision), text: revision.text, document: revision.document };
  },
  getDraft: async (asking, { params }) => {
    const draft = await readDraft(asking.acting, params.agreement);
    tag(asking, String(draft.version));
    return draftJson(draft, asking.language);
  },
  saveDraft: async (asking, { params, body }) => {
    const draft = await keepDraft(asking.acting, { ...params, ...body });
    tag(asking, String(draft.version));
    return draftJson(draft, asking.language);
  },
  publishRevision: async ({ acting, language }, { params, body }) => {
    const { text, existing, from } = body;
    const publication = { ...params, text, existing, ...fromOf(from) };
    const { revision, problems } = await publishAgreement(acting, publication);
    return { ...revisionJson(revision), problems: told(problems, language) };
  },
  checkText: async ({ acting, language }, { body }) => ({
    problems: told(await checkText(acting, body.text), language),
  }),
};

function fromOf(text: string | undefined): { readonly from?: Instant } {
  const from = text === undefined ? undefined : readInstant(text);
  return from === undefined ? {} : { from };
}

function tag({ reply }: Asking, version: string): void {
  reply.header("etag", `"${version}"`);
}

function told(problems: readonly Problem[], language: Language) {
  return problems.map((one) => tellProblem(one, language));
}

function agreementJson({ id, title, state, owner, labels }: AgreementRow) {
  return { id, title, state, owner: owner ?? null, labels: { ...labels } };
}

function listedJson(agreement: ListedAgreement) {
  const { hasDraft, openDisputes, latest } = agreement;
  return {
    ...agreementJson(agreement),
    hasDraft,
    openDisputes,
    latest: latest ? latestJson(latest) : null,
  };
}

function latestJson({ number, spec }: NonNullable<ListedAgreement["latest"]>) {
  return {
    number,
    parties: spec.parties.map(({ id, title }) => ({ id, title: title ?? id })),
    commitments: spec.commitments.flatMap((one) => {
      if (isOmitted(one)) return [];
      const { id, obliged, beneficiary } = one;
      return [{ id, obliged, beneficiary }];
    }),
    to: spec.term.to ?? null,
    timeZone: spec.term.timeZone,
  };
}

function revisionJson(revision: RevisionRow) {
  const { agreement, number, from, until, existing, publishedBy, publishedAt } = revision;
  return {
    agreement,
    number,
    from: instantText(from),
    until: until === undefined ? null : instantText(until),
    existing,
    publishedBy,
    publishedAt: instantText(publishedAt),
    contentHash: revision.contentHash,
  };
}

function draftJson(draft: CheckedDraft, language: Language) {
  const { agreement, text, version, updatedBy, updatedAt, problems } = draft;
  const saved = { agreement, text, version, updatedBy, updatedAt: instantText(updatedAt) };
  return { ...saved, problems: told(problems, language) };
}
