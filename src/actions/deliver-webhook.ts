/** Addresses outside: added, changed, their secrets rotated. Docs: docs/reference/webhook.md. */
import { refuse } from "../engine/problem.ts";
import { DAY, type Instant } from "../engine/time.ts";
import { appendAudit } from "../store/audit.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import {
  findWebhook,
  listWebhooks,
  removeWebhook,
  saveWebhook,
  type Webhook,
  type WebhookKind,
} from "../store/webhook.ts";
import type { Acting } from "./acting.ts";
import { readAddress } from "./webhook-address.ts";

/** How long the secret before a rotation signs as well. */
const OVERLAP = DAY;

export type WebhookAsked = {
  readonly id: string;
  readonly kind: WebhookKind;
  readonly title?: string;
  readonly url: string;
  readonly types: readonly string[];
};

/**
 * Adds an address or changes it. `secret` is made by the caller, "whsec_" and base64, and used
 * where the address is new. Saved again, an address that was paused or rests is told again.
 */
export function keepWebhook(
  acting: Acting,
  asked: WebhookAsked,
  { secret, allowPrivate }: { readonly secret: string; readonly allowPrivate: boolean },
): Promise<Webhook> {
  const url = readAddress(asked.kind, asked.url, allowPrivate);
  return changing(acting, "webhook.saved", asked.id, async (db) => {
    const { workspaceId, actor, now } = acting;
    const known = await findWebhook(db, workspaceId, asked.id);
    const kept = known ?? { secret, createdBy: actor };
    const former = known?.former ? { former: known.former } : {};
    const { createdBy } = kept;
    const saved = { ...asked, url, secret: kept.secret, createdBy, ...former };
    await saveWebhook(db, { workspaceId, now }, saved);
    return { ...saved, failures: 0 };
  });
}

/** Signs with a new secret from now on, and with the one before for a day. */
export function rotateSecret(acting: Acting, id: string, secret: string): Promise<Webhook> {
  return changing(acting, "webhook.rotated", id, async (db) => {
    const { workspaceId, now } = acting;
    const known = (await findWebhook(db, workspaceId, id)) ?? refuse("thing-missing", { name: id });
    const former = { secret: known.secret, until: (now + OVERLAP) as Instant };
    const rotated = { ...known, secret, former };
    await saveWebhook(db, { workspaceId, now }, rotated);
    return rotated;
  });
}

export function dropWebhook(acting: Acting, id: string): Promise<void> {
  return changing(acting, "webhook.removed", id, async (db) => {
    const removed = await removeWebhook(db, acting.workspaceId, id);
    if (removed === 0) refuse("thing-missing", { name: id });
  });
}

export function webhooksOf({ database, workspaceId }: Acting): Promise<readonly Webhook[]> {
  return inWorkspace(database, workspaceId, (db) => listWebhooks(db, workspaceId));
}

function changing<T>(
  { database, workspaceId, actor, now }: Acting,
  deed: string,
  id: string,
  change: (db: Db) => Promise<T>,
): Promise<T> {
  return inWorkspace(database, workspaceId, async (db) => {
    const result = await change(db);
    const target = `webhook/${id}`;
    await appendAudit(db, workspaceId, { at: now, actor, deed, target, facts: {} });
    return result;
  });
}
