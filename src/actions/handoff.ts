/** Hand-offs, and what is done about a returned lead. Docs: docs/reference/handoff.md. */
import type { Attributes, Event } from "../engine/event.ts";
import type { Handoff } from "../engine/handoff.ts";
import { type HandoffEvidence, handoffEvidence } from "../engine/handoff-evidence.ts";
import { refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import { appendAudit } from "../store/audit.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { historiesOf } from "../store/event.ts";
import {
  findHandoff,
  type HandoffPlace,
  type HandoffsAsked as HandoffsFound,
  listHandoffs,
  type NamedHandoff,
} from "../store/handoff.ts";
import { type Acting, mustBeInside, mustReach, withinReach } from "./acting.ts";
import { mustBeWhole } from "./acting-customer.ts";
import { recordIn } from "./record-events.ts";
import { rulebookOf } from "./rulebook.ts";

export type HandoffsAsked = Omit<HandoffsFound, "agreements" | "before"> & {
  readonly agreement?: string;
  readonly after?: string;
};

export type HandoffsPage = { readonly handoffs: readonly NamedHandoff[]; readonly next?: string };

/** Hand-offs with what travelled, as the receiver saw it. Refused: cursor-invalid. */
export async function handoffsPage(acting: Acting, asked: HandoffsAsked): Promise<HandoffsPage> {
  const { agreement, after, limit, ...filter } = asked;
  if (agreement !== undefined) mustReach(acting, agreement);
  mustBeWhole(acting, "handoffs");
  const agreements = withinReach(acting, agreement === undefined ? undefined : [agreement]);
  const { database, workspaceId } = acting;
  const found = await inWorkspace(database, workspaceId, (db) =>
    listHandoffs(db, workspaceId, {
      ...filter,
      limit: limit + 1,
      ...(agreements ? { agreements } : {}),
      ...(after === undefined ? {} : { before: readPlace(after) }),
    }),
  );
  const handoffs = found.slice(0, limit);
  const last = found.length > limit ? handoffs.at(-1) : undefined;
  return { handoffs, ...(last ? { next: placeText(last) } : {}) };
}

function placeText({ handoff: { at, subject, round } }: NamedHandoff): string {
  return Buffer.from(JSON.stringify([at, subject, round])).toString("base64url");
}

function readPlace(cursor: string): HandoffPlace {
  try {
    const [at, subject, round] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const isTime = Number.isSafeInteger(at) && Math.abs(at) < 8e15;
    const isName = typeof subject === "string" && !subject.includes("\u0000");
    const isRound = Number.isInteger(round) && round > 0 && round < 2 ** 31;
    if (isTime && isName && isRound) return { at: at as Instant, subject, round };
  } catch {
    // Not one of ours: refused below.
  }
  return refuse("cursor-invalid");
}

export type EvidenceAsked = {
  readonly subject: string;
  readonly agreement?: string;
  readonly handoff?: string;
  readonly round?: number;
};

/** A hand-off with the evidence of what was handed over. */
export type HandoffProved = {
  readonly agreement: string;
  readonly handoff: Handoff;
  readonly evidence: HandoffEvidence;
};

/**
 * What a subject was when it was handed over: the latest time, or the one asked for. Refused: a
 * hand-off that is not there.
 */
export function proveHandoff(acting: Acting, asked: EvidenceAsked): Promise<HandoffProved> {
  mustBeWhole(acting, asked.subject);
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, (db) => proofIn(db, acting, asked));
}

async function proofIn(
  db: Db,
  acting: Acting,
  { agreement: wanted, ...asked }: EvidenceAsked,
): Promise<HandoffProved> {
  const { workspaceId } = acting;
  const { subject } = asked;
  const missing = () => refuse("thing-missing", { name: subject });
  const agreements = withinReach(acting, wanted === undefined ? undefined : [wanted]);
  const named = { ...asked, ...(agreements ? { agreements } : {}) };
  const { agreement, handoff } = (await findHandoff(db, workspaceId, named)) ?? missing();
  const { revisions } = await rulebookOf(db, workspaceId);
  const own = revisions.filter((one) => one.agreement === agreement);
  const { spec } =
    own.find(({ from, until }) => from <= handoff.at && handoff.at < until) ??
    own.at(-1) ??
    missing();
  const history = await historiesOf(db, workspaceId, { subjects: [subject] });
  const events = history.map(({ event }) => event);
  const evidence = handoffEvidence(spec, subject, { events, event: handoff.event }) ?? missing();
  return { agreement, handoff, evidence };
}

/** What may be done about a returned lead, and the facts that say it was. */
const answers = {
  correct: ["lead.corrected", "lead.handedOff"],
  reroute: ["lead.rerouted"],
  accept: ["lead.rejectionAccepted"],
  disagree: ["lead.rejectionDisputed"],
} as const satisfies Readonly<Record<string, readonly Event["type"][]>>;

export type ReturnAnswer = keyof typeof answers;

/** `of` is the hand-off that was returned: who disagrees, does so with what it was. */
export type AnswerAsked = {
  readonly subject: string;
  readonly answer: ReturnAnswer;
  readonly reason: string;
  /** What is corrected, or where it goes now. */
  readonly fields: Attributes;
  readonly of?: Omit<EvidenceAsked, "subject">;
};

/** Records what is done about a returned lead. The same twice in one millisecond is once. */
export async function answerReturn(acting: Acting, asked: AnswerAsked): Promise<void> {
  mustBeInside(acting);
  const { database, workspaceId, actor, now } = acting;
  const { subject, answer, reason, of } = asked;
  await inWorkspace(database, workspaceId, async (db) => {
    const isDisputed = answer === "disagree" && of !== undefined;
    const proof = isDisputed ? await proofIn(db, acting, { ...of, subject }) : undefined;
    const evidence = proof?.evidence;
    await recordIn(db, { workspaceId, now }, factsOf(acting, asked, evidence));
    await appendAudit(db, workspaceId, {
      at: now,
      actor,
      deed: `lead.${answer}`,
      target: subject,
      facts: { reason },
    });
  });
}

function factsOf(
  { actor, now }: Acting,
  { subject, answer, reason, fields }: AnswerAsked,
  evidence: HandoffEvidence | undefined,
): readonly Event[] {
  const told = {
    ...fields,
    answerReason: reason,
    ...(evidence ? { definitions: judgedOf(evidence) } : {}),
  };
  return answers[answer].map((type, sequence) => ({
    id: `${subject} ${type} ${now}`,
    source: "acuerdo/people",
    type,
    subject,
    occurredAt: now,
    sequence,
    actor: { id: actor, kind: "human" },
    data: sequence === 0 ? told : {},
  }));
}

/** What goes with an objection into the record: whether each definition held, and how nearly. */
function judgedOf({ definitions }: HandoffEvidence) {
  return Object.fromEntries(
    definitions.map(({ term, holds, met, criteria }) => [
      term,
      { holds, met, of: criteria.length },
    ]),
  );
}
