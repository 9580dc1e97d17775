/** What settling is told, and what it finds of each subject. */
import type { Event } from "../engine/event.ts";
import type { Standing } from "../engine/standing.ts";
import type { Instant } from "../engine/time.ts";
import type { EventKey } from "../store/event.ts";
import type { SubjectRow } from "../store/subject.ts";

/**
 * `isQuiet`: what is reached is noted as told and never told, for imports and backfills. `because`:
 * what made us look again. `causes`: the newest fact of a subject, which a change of mind is put
 * down to.
 */
export type Settling = {
  readonly workspaceId: string;
  readonly now: Instant;
  readonly because: "fact" | "time" | "rules" | "watermark";
  readonly isQuiet?: boolean;
  readonly causes?: ReadonlyMap<string, EventKey>;
};

/**
 * A subject's row, its facts up to now, when a fact that lies ahead becomes one, and its judgement.
 */
export type JudgedRow = {
  readonly row: SubjectRow;
  readonly facts: readonly Event[];
  readonly nextFactAt: Instant | undefined;
  readonly standing: Standing;
};
