/** Everything that settling looks at, of subjects that are held: one way to the server and back. */
import { type ClockMark, clockMarks } from "../store/clock-mark.ts";
import { type Db, together } from "../store/db.ts";
import { type HistoryEvent, historiesOf } from "../store/event.ts";
import { watermarks } from "../store/watermark.ts";
import { type RulesInForce, rulesInForce } from "./rulebook.ts";
import { type Counted, readCounted } from "./settle-contribution.ts";
import type { Watermarks } from "./settle-provisional.ts";
import type { Settling } from "./settling.ts";

export type Before = {
  readonly rules: RulesInForce;
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
  const [rules, found, known, marks, counted] = await together(
    db,
    () => rulesInForce(db, workspaceId),
    () => historiesOf(db, workspaceId, { subjects, goesOn: true }),
    () => watermarks(db, workspaceId),
    () => clockMarks(db, workspaceId, subjects),
    () => readCounted(db, workspaceId, subjects),
  );
  return { rules, found, known, marks, counted };
}
