/** Everything that settling looks at, of subjects that are held: one way to the server and back. */
import type { Rulebook } from "../engine/rulebook.ts";
import { type ClockMark, clockMarks } from "../store/clock-mark.ts";
import { type Db, together } from "../store/db.ts";
import { type HistoryEvent, historiesOf } from "../store/event.ts";
import { watermarks } from "../store/watermark.ts";
import { rulebookOf } from "./rulebook.ts";
import { type Counted, readCounted } from "./settle-contribution.ts";
import type { Watermarks } from "./settle-provisional.ts";
import type { Settling } from "./settling.ts";

export type Before = {
  readonly rulebook: Rulebook;
  readonly found: readonly HistoryEvent[];
  readonly known: Watermarks;
  readonly marks: readonly ClockMark[];
  readonly counted: Counted;
};

export async function readBefore(
  db: Db,
  { workspaceId }: Settling,
  subjects: readonly string[],
): Promise<Before> {
  const [rulebook, found, known, marks, counted] = await together(
    db,
    () => rulebookOf(db, workspaceId),
    () => historiesOf(db, workspaceId, { subjects }),
    () => watermarks(db, workspaceId),
    () => clockMarks(db, workspaceId, subjects),
    () => readCounted(db, workspaceId, subjects),
  );
  return { rulebook, found, known, marks, counted };
}
