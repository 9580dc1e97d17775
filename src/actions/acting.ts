/** Who acts, where and when: what every action is told besides its own matter. */
import type { Instant } from "../engine/time.ts";
import type { Database } from "../store/db.ts";

/** `actor` is written into the audit: "account/…", "key/…", "acuerdo/worker". */
export type Acting = {
  readonly database: Database;
  readonly workspaceId: string;
  readonly actor: string;
  readonly now: Instant;
};
