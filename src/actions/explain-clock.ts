/** Why a subject's clocks stand as they do, worked out again from facts: the proof of a verdict. */
import type { Language } from "../engine/agreement.ts";
import { type Explanation, explain } from "../engine/explain.ts";
import { refuse } from "../engine/problem.ts";
import { explainInWords } from "../language/explain.ts";
import { type Belief, beliefsOf } from "../store/breach.ts";
import { clockId } from "../store/clock.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { historiesOf } from "../store/event.ts";
import { findWorkspace } from "../store/workspace.ts";
import type { Acting } from "./acting.ts";
import { mustSee } from "./acting-customer.ts";
import { rulesOf } from "./rulebook.ts";

export type Explained = {
  readonly explanation: Explanation;
  readonly words: readonly string[];
  readonly beliefs: ReadonlyMap<string, readonly Belief[]>;
};

/** Refused: a subject of which nothing within reach is known. */
export function explainClock(
  acting: Acting,
  asked: {
    readonly subject: string;
    readonly commitment?: string;
    readonly language: Language;
  },
): Promise<Explained> {
  const { database, workspaceId, now: asOf } = acting;
  const { subject, commitment, language } = asked;
  return inWorkspace(database, workspaceId, async (db) => {
    await mustSee(db, acting, [subject]);
    const found = await historiesOf(db, workspaceId, { subjects: [subject] });
    const events = found.map(({ event }) => event);
    const rules = await rulesOf(db, workspaceId);
    const whole = explain({
      ...rules,
      events,
      asOf,
      subject,
      ...(commitment === undefined ? {} : { commitment }),
    });
    const explanation = reachable(whole, acting);
    if (explanation.commitments.length === 0) refuse("thing-missing", { name: subject });
    const types = new Map(events.map(({ id, type }) => [id, type]));
    const workspace = await findWorkspace(db, workspaceId);
    const timeZone = workspace?.timeZone ?? "UTC";
    const typeOf = (event: string) => types.get(event);
    const words = explainInWords(explanation, { language, timeZone, typeOf });
    return { explanation, words, beliefs: await beliefs(db, workspaceId, explanation) };
  });
}

/** A counterparty sees neither clocks nor even the names of agreements that are not its own. */
function reachable(explanation: Explanation, { agreements }: Acting): Explanation {
  if (!agreements) return explanation;
  const isOwn = ({ agreement }: { agreement: string }) => agreements.includes(agreement);
  const commitments = explanation.commitments
    .map((one) => ({
      ...one,
      candidates: one.candidates.filter(isOwn),
      clocks: one.clocks.filter(isOwn),
    }))
    .filter(({ candidates }) => candidates.length > 0);
  return { ...explanation, commitments };
}

async function beliefs(
  db: Db,
  workspaceId: string,
  { commitments }: Explanation,
): Promise<Explained["beliefs"]> {
  const found = new Map<string, readonly Belief[]>();
  for (const clock of commitments.flatMap(({ clocks }) => clocks)) {
    const id = clockId(clock);
    found.set(id, await beliefsOf(db, workspaceId, id));
  }
  return found;
}
