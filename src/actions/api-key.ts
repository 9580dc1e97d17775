/**
 * API keys: `ak.WORKSPACE.ID.SECRET`. What comes before the secret finds the key; of the whole,
 * only the SHA-256 is kept.
 */
import { refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import {
  type ApiKey,
  addApiKey,
  findByPrefix,
  listApiKeys,
  revokeApiKey,
  touchApiKey,
} from "../store/api-key.ts";
import { appendAudit } from "../store/audit.ts";
import { type Database, inWorkspace } from "../store/db.ts";
import type { Acting } from "./acting.ts";
import { hashOf, sameText } from "./token.ts";

/** More keys than this are not looked through by anybody. */
const MOST_LISTED = 500;

const KEY = /^(ak\.([^.\s]{1,63})\.[A-Za-z0-9_-]{8,64})\.[A-Za-z0-9_-]{32,128}$/;

export type ApiKeyAsked = {
  readonly title: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: Instant;
};

/** What a good key lets in. */
export type GoodKey = {
  readonly workspaceId: string;
  readonly id: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: Instant;
};

/**
 * Makes a key. Its text is given back here and can never be read again.
 *
 * Refused: scopes beyond `mayGive`, those of the one who makes it.
 */
export async function createApiKey(
  acting: Acting,
  asked: ApiKeyAsked,
  {
    id,
    secret,
    mayGive,
  }: { readonly id: string; readonly secret: string; readonly mayGive: readonly string[] },
): Promise<{ readonly key: ApiKey; readonly text: string }> {
  const { database, workspaceId, actor, now } = acting;
  const beyond = asked.scopes.find((scope) => !mayGive.includes(scope));
  if (beyond !== undefined) refuse("scope-beyond", { scope: beyond });
  const prefix = `ak.${workspaceId}.${id}`;
  const text = `${prefix}.${secret}`;
  const key: ApiKey = { ...asked, id, prefix, createdBy: actor, createdAt: now };
  await inWorkspace(database, workspaceId, async (db) => {
    await addApiKey(db, workspaceId, { key, hash: hashOf(text) });
    const facts = { title: asked.title, scopes: [...asked.scopes] };
    const target = `key/${id}`;
    await appendAudit(db, workspaceId, { at: now, actor, deed: "apiKey.created", target, facts });
  });
  return { key, text };
}

export function apiKeys({ database, workspaceId }: Acting): Promise<readonly ApiKey[]> {
  return inWorkspace(database, workspaceId, (db) => listApiKeys(db, workspaceId, MOST_LISTED));
}

/** Revokes a key: within seconds no process takes it any more. */
export function withdrawApiKey(acting: Acting, id: string): Promise<void> {
  const { database, workspaceId, actor, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const revoked = await revokeApiKey(db, workspaceId, { id, now });
    if (revoked === 0) refuse("api-key-missing", { id });
    const target = `key/${id}`;
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: "apiKey.revoked",
      target,
      facts: {},
    });
  });
}

/** The key of a text while it is good, and its use noted to the minute. */
export async function checkApiKey(
  database: Database,
  { text, now }: { readonly text: string; readonly now: Instant },
): Promise<GoodKey> {
  const [, prefix, workspaceId] = KEY.exec(text) ?? [];
  if (!prefix || !workspaceId) return refuse("api-key-wrong");
  return inWorkspace(database, workspaceId, async (db) => {
    const found = await findByPrefix(db, workspaceId, prefix);
    if (!found || !sameText(found.hash, hashOf(text))) return refuse("api-key-wrong");
    const { id, scopes, expiresAt, revokedAt } = found.key;
    const isOver = expiresAt !== undefined && expiresAt <= now;
    if (revokedAt !== undefined || isOver) return refuse("api-key-wrong");
    await touchApiKey(db, workspaceId, { id, now });
    return { workspaceId, id, scopes, ...(expiresAt === undefined ? {} : { expiresAt }) };
  });
}
