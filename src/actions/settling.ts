/** What settling is told, and what it finds of each subject. */
import type { Past } from "../engine/checkpoint.ts";
import type { Event } from "../engine/event.ts";
import type { Standing } from "../engine/standing.ts";
import type { Instant } from "../engine/time.ts";
import type { EventKey } from "../store/event.ts";
import type { Checkpoint, SubjectRow } from "../store/subject.ts";

/**
 * `isQuiet`: what is reached is noted as told and never told, for imports and backfills. `because`:
 * what made us look again. `causes`: the newest fact of a subject, which a change of mind is put
 * down to; `since`: its earliest new fact. `spacing`: where checkpoints are made, if not where they
 * commonly are.
 */
export type Settling = {
  readonly workspaceId: string;
  readonly now: Instant;
  readonly because: "fact" | "time" | "rules" | "watermark";
  readonly isQuiet?: boolean;
  readonly causes?: ReadonlyMap<string, EventKey>;
  readonly since?: ReadonlyMap<string, Instant>;
  readonly spacing?: Spacing;
};

/**
 * A checkpoint leaves the last `open` facts after it, and those of the last hour up to `most`; it
 * is made where `step` facts lie before it and after the one before it.
 */
export type Spacing = { readonly open: number; readonly most: number; readonly step: number };

/**
 * A subject's row, what is known from before a checkpoint, its facts since then up to now, when a
 * fact that lies ahead becomes one, and its judgement. `checkpoint`: the one it has from now on,
 * where that is not the one it had.
 */
export type JudgedRow = {
  readonly row: SubjectRow;
  readonly past: Past | undefined;
  readonly facts: readonly Event[];
  readonly checkpoint: { readonly is: Checkpoint | undefined } | undefined;
  readonly nextFactAt: Instant | undefined;
  readonly standing: Standing;
};
