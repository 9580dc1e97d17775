/**
 * The lead-quality loop, and what is done about a returned lead. Docs:
 * docs/reference/lead-quality.md.
 */
import type { Dimension } from "../engine/dimension.ts";
import type { Attributes, Event } from "../engine/event.ts";
import { type LoopRow, leadQuality } from "../engine/lead-quality.ts";
import { refuse } from "../engine/problem.ts";
import type { Span } from "../engine/time.ts";
import { appendAudit } from "../store/audit.ts";
import { inWorkspace } from "../store/db.ts";
import { type HandoffRow, listHandoffs } from "../store/handoff.ts";
import { listLoop } from "../store/lead-quality.ts";
import { type Acting, mustReach } from "./acting.ts";
import { recordIn } from "./record-events.ts";

/** The loop is the company's own: it goes over every agreement. */
export function mustBeInside({ agreements }: Acting): void {
  if (agreements) refuse("thing-missing", { name: "lead-quality" });
}

/** What became of the leads handed over in a span, by one dimension. */
export async function qualityOfLeads(
  acting: Acting,
  { dimension, span }: { readonly dimension: Dimension; readonly span: Span },
): Promise<readonly LoopRow[]> {
  mustBeInside(acting);
  const { database, workspaceId } = acting;
  const entries = await inWorkspace(database, workspaceId, (db) => listLoop(db, workspaceId, span));
  return leadQuality(entries, dimension);
}

export type HandoffsAsked = {
  readonly agreement: string;
  readonly answer: "accepted" | "returned" | "open";
  readonly limit: number;
};

/** Hand-offs with what travelled, as the receiver saw it. */
export async function handoffsPage(
  acting: Acting,
  asked: HandoffsAsked,
): Promise<readonly HandoffRow[]> {
  mustReach(acting, asked.agreement);
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, (db) => listHandoffs(db, workspaceId, asked));
}

/** What may be done about a returned lead, and the facts that say it was. */
const answers = {
  correct: ["lead.corrected", "lead.handedOff"],
  reroute: ["lead.rerouted"],
  accept: ["lead.rejectionAccepted"],
  disagree: ["lead.rejectionDisputed"],
} as const satisfies Readonly<Record<string, readonly Event["type"][]>>;

export type ReturnAnswer = keyof typeof answers;

export type AnswerAsked = {
  readonly subject: string;
  readonly answer: ReturnAnswer;
  readonly reason: string;
  /** What is corrected, or where it goes now. */
  readonly fields: Attributes;
};

/** Records what is done about a returned lead. The same twice in one millisecond is once. */
export async function answerReturn(acting: Acting, asked: AnswerAsked): Promise<void> {
  mustBeInside(acting);
  const { database, workspaceId, actor, now } = acting;
  const { subject, answer, reason, fields } = asked;
  const events = answers[answer].map((type, sequence): Event => {
    const id = `${subject} ${type} ${now}`;
    const data = sequence === 0 ? { ...fields, answerReason: reason } : {};
    const by = { id: actor, kind: "human" as const };
    return {
      id,
      source: "acuerdo/people",
      type,
      subject,
      occurredAt: now,
      sequence,
      actor: by,
      data,
    };
  });
  await inWorkspace(database, workspaceId, async (db) => {
    await recordIn(db, { workspaceId, now }, events);
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: `lead.${answer}`,
      target: subject,
      facts: { reason },
    });
  });
}
