/**
 * A link that shows one agreement, in one language, to whoever holds it: without an account, until
 * it expires or is revoked. Docs: docs/operating/accounts.md#links.
 */
import type { Language } from "../engine/agreement.ts";
import type { Period } from "../engine/period.ts";
import { refuse } from "../engine/problem.ts";
import { DAY, type Instant } from "../engine/time.ts";
import { describeAgreement } from "../language/describe-agreement.ts";
import type { Section } from "../language/section.ts";
import { allRevisions } from "../store/agreement.ts";
import { findAgreement } from "../store/agreement-find.ts";
import {
  type AgreementLink,
  addLink,
  findLink,
  listLinks,
  revokeLink,
  touchLink,
} from "../store/agreement-link.ts";
import { appendAudit } from "../store/audit.ts";
import { type Database, type Db, inWorkspace } from "../store/db.ts";
import { type Acting, mustReach } from "./acting.ts";
import { periodReport } from "./period-report.ts";
import { rulesOf } from "./rulebook.ts";
import { hashOf, sameText } from "./token.ts";

/** `days`: how long it may be read. */
export type LinkAsked = {
  readonly agreement: string;
  readonly language: Language;
  readonly days: number;
};

/** More links than these are not looked through by anybody. */
const MOST_LISTED = 200;

/** Makes a link. Its token is given back here and can never be read again. */
export function makeLink(
  acting: Acting,
  { agreement, language, days }: LinkAsked,
  { id, secret }: { readonly id: string; readonly secret: string },
): Promise<{ readonly link: AgreementLink; readonly token: string }> {
  mustReach(acting, agreement);
  const { database, workspaceId, actor, now } = acting;
  const token = `${workspaceId}.${id}.${secret}`;
  const expiresAt = (now + days * DAY) as Instant;
  const link = { id, agreement, language, createdBy: actor, createdAt: now, expiresAt };
  return inWorkspace(database, workspaceId, async (db) => {
    const known = await findAgreement(db, workspaceId, agreement);
    if (!known) refuse("thing-missing", { name: agreement });
    await addLink(db, workspaceId, { link, tokenHash: hashOf(token) });
    await auditLink(db, acting, link, "created");
    return { link, token };
  });
}

export function agreementLinks(
  acting: Acting,
  agreement: string,
): Promise<readonly AgreementLink[]> {
  mustReach(acting, agreement);
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, (db) =>
    listLinks(db, workspaceId, { agreement, limit: MOST_LISTED }),
  );
}

/** From the next request on nobody reads by it. Refused: one that is not there, or is revoked. */
export function withdrawLink(
  acting: Acting,
  { agreement, id }: { readonly agreement: string; readonly id: string },
): Promise<void> {
  mustReach(acting, agreement);
  const { database, workspaceId, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const revoked = await revokeLink(db, workspaceId, { agreement, id, now });
    if (revoked === 0) refuse("thing-missing", { name: id });
    await auditLink(db, acting, { id, agreement }, "revoked");
  });
}

function auditLink(
  db: Db,
  { workspaceId, now, actor }: Omit<Acting, "database">,
  { id, agreement }: Pick<AgreementLink, "id" | "agreement">,
  deed: "created" | "revoked",
) {
  const target = `agreement/${agreement}`;
  const facts = { link: id };
  return appendAudit(db, workspaceId, { at: now, actor, deed: `link.${deed}`, target, facts });
}

/** What a link shows: the agreement in words, how it is kept, its versions; and nothing else. */
export type SharedAgreement = {
  readonly title: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly expiresAt: Instant;
  readonly sections: readonly Section[];
  readonly periods: readonly Period[];
  readonly versions: readonly { readonly number: number; readonly from: Instant }[];
};

const TOKEN = /^([^.\s]{1,63})\.([A-Za-z0-9_-]{8,64})\.[A-Za-z0-9_-]{32,128}$/;

/** Refused with one answer: what is no link, and one that is over, revoked or was never made. */
export async function readShared(
  database: Database,
  { token, now }: { readonly token: string; readonly now: Instant },
): Promise<SharedAgreement> {
  const [, workspaceId, id] = TOKEN.exec(token) ?? [];
  if (!workspaceId || !id) return refuse("link-over");
  const text = await inWorkspace(database, workspaceId, async (db) => {
    const found = await findLink(db, workspaceId, id);
    if (!found || !sameText(found.tokenHash, hashOf(token))) return refuse("link-over");
    const { link } = found;
    if (link.revokedAt !== undefined || link.expiresAt <= now) return refuse("link-over");
    await touchLink(db, workspaceId, { id, now });
    return { ...(await textOf(db, workspaceId, link)), agreement: link.agreement };
  });
  const { agreement, ...shared } = text;
  const acting = { database, workspaceId, actor: `link/${id}`, now };
  const rows = await periodReport(acting, { agreement });
  return { ...shared, periods: rows.map(({ period }) => period) };
}

async function textOf(
  db: Db,
  workspaceId: string,
  { agreement, language, expiresAt }: AgreementLink,
): Promise<Omit<SharedAgreement, "periods">> {
  const revisions = (await allRevisions(db, workspaceId)).filter(
    (one) => one.agreement === agreement,
  );
  const { document } = revisions.at(-1) ?? refuse("link-over");
  const { agreements, calendars } = await rulesOf(db, workspaceId);
  const documents = [...agreements.map((one) => one.document), ...calendars];
  return {
    title: document.metadata.title ?? document.metadata.name,
    language,
    timeZone: document.spec.term.timeZone,
    expiresAt,
    sections: describeAgreement(language, { agreement: document, documents }),
    versions: revisions.map(({ number, from }) => ({ number, from })),
  };
}
