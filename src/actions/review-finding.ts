/** What a review can say by itself, worked out from what is kept. */
import type { AgreementSpec } from "../engine/agreement.ts";
import type { Dimension } from "../engine/dimension.ts";
import { definitionDrifts, leadReasons } from "../engine/lead-reason.ts";
import type { Agenda, ReviewFindings } from "../engine/review-agenda.ts";
import { causesOf, type DimensionPeriod, proposalsOf } from "../engine/review-finding.ts";
import type { Db } from "../store/db.ts";
import { listLoop } from "../store/lead-quality.ts";
import { titlesOfSubjects } from "../store/subject.ts";
import type { Acting } from "./acting.ts";
import { reportNow } from "./period-report.ts";

/** What misses are told apart by: work, never people. */
const told: readonly Dimension[] = ["team", "source", "campaign", "segment"];

type Recording = Pick<Acting, "workspaceId" | "now">;

/** Drift is told where the agreement has hand-offs: it is about what they hand over. */
export async function findingsOf(
  db: Db,
  recording: Recording,
  { agenda, spec }: { readonly agenda: Agenda; readonly spec: AgreementSpec },
): Promise<ReviewFindings> {
  const { agreement, span } = agenda.due;
  const parts: DimensionPeriod[] = [];
  for (const dimension of told) {
    const rows = await reportNow(db, recording, { agreement, dimension, span });
    parts.push(...rows.map((row) => ({ ...row, dimension })));
  }
  const hasHandoffs = (spec.handoffs ?? []).length > 0;
  const entries = hasHandoffs ? await listLoop(db, recording.workspaceId, span) : [];
  const drifts = definitionDrifts(leadReasons(entries, spec.term.timeZone));
  const causes = causesOf(agenda.sides, parts);
  const campaigns = causes.flatMap(({ dimension, value }) =>
    dimension === "campaign" && value !== null ? [value] : [],
  );
  const titles = await titlesOfSubjects(db, recording.workspaceId, campaigns);
  return {
    causes: causes.map((one) => ({ ...one, value: titles.get(one.value ?? "") ?? one.value })),
    drifts,
    proposals: proposalsOf(agenda.sides, drifts),
  };
}
