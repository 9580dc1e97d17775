/** Live changes: said inside a transaction, heard by every process when it is kept. */
import sql from "sql-template-tag";
import { type Db, run } from "./db.ts";

export const LIVE_CHANNEL = "acuerdo_live";

/** Bytes that one notification may carry, less a margin. */
const LARGEST = 7_000;

/**
 * `kind` says what changed; `ids` which, none where they are too many to say: then ask again for
 * all.
 */
export type LiveChange = {
  readonly workspaceId: string;
  readonly kind: "clocks" | "agreements" | "calendars" | "periods" | "notices";
  readonly ids: readonly string[];
};

/**
 * What listeners hear: `id` is the same for all of them, and they hear changes in the same order.
 */
export type HeardChange = LiveChange & { readonly id: string };

/** Stands for the transaction's number until the server fills it in. */
const NUMBER = "$transaction";

/** Says that something has changed; nobody hears it unless the transaction is kept. */
export async function sayChange(db: Db, change: LiveChange): Promise<void> {
  const id = `${NUMBER}.${change.kind}`;
  const whole = JSON.stringify({ ...change, id });
  const isSmall = Buffer.byteLength(whole) <= LARGEST;
  const said = isSmall ? whole : JSON.stringify({ ...change, ids: [], id });
  await run(
    db,
    sql`
      select pg_notify(${LIVE_CHANNEL},
        replace(${said}, ${NUMBER}, pg_current_xact_id()::text))`,
  );
}
