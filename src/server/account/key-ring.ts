/** Keys that were good a moment ago: a few seconds in which the database is not asked again. */
import { checkApiKey, type GoodKey } from "../../actions/api-key.ts";
import { hashOf } from "../../actions/token.ts";
import { type Instant, SECOND } from "../../engine/time.ts";
import type { Database } from "../../store/db.ts";

/** How long a revoked key may still be taken by a process that took it just before. */
const FRESHNESS = 5 * SECOND;

const MOST_KEPT = 10_000;

type Kept = { readonly key: GoodKey; readonly until: number };

export class KeyRing {
  readonly #database: Database;
  /** By hash, so that the keys themselves do not lie about in memory. */
  readonly #kept = new Map<string, Kept>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** What the key of that text lets in. Refuses a text that is no key, or one that is over. */
  async check(text: string, now: Instant): Promise<GoodKey> {
    const hash = hashOf(text);
    const kept = this.#kept.get(hash);
    if (kept && kept.until > now && (kept.key.expiresAt ?? Number.POSITIVE_INFINITY) > now) {
      return kept.key;
    }
    this.#kept.delete(hash);
    const key = await checkApiKey(this.#database, { text, now });
    this.#kept.set(hash, { key, until: now + FRESHNESS });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return key;
  }

  /** Forgets the keys of a workspace: one of them was revoked here. */
  forget(workspaceId: string): void {
    for (const [hash, { key }] of this.#kept) {
      if (key.workspaceId === workspaceId) this.#kept.delete(hash);
    }
  }
}
