/** A step of an escalation as a telling. Docs: docs/reference/escalation.md. */
import type { ClockNotice } from "./notice-body.ts";
import type { Telling } from "./notice-plan.ts";
import { chatsOf, type Reached, reach } from "./notice-reach.ts";
import { askedOf, type Found, noticeOf, type Scene } from "./notice-scene.ts";

/**
 * Undefined where the step tells nobody and only does something. `elapsed` steps wait for no
 * opening.
 */
export function stepTelling(scene: Scene, found: Found): Telling<ClockNotice> | undefined {
  const number = found.body.step ?? 0;
  const spec = found.steps[number]?.spec;
  if (!spec?.tell || spec.tell.length === 0) return undefined;
  const asked = askedOf(scene, found);
  const quiet = scene.rulebook.hoursOf(found.revision).timetable;
  const passedOn = found.body.passedOn === true;
  return {
    id: found.id,
    about: found.body.clock,
    notice: noticeOf(found, scene.now),
    reached: spec.tell.flatMap((word) =>
      reach(word, asked).map((one) => inStep(one, number + 1, passedOn)),
    ),
    via: spec.via ?? ["email"],
    ...(spec.elapsed === true ? {} : { quiet }),
    chats: { slack: chatsOf("slack", asked), teams: chatsOf("teams", asked) },
  };
}

function inStep(one: Reached, step: number, passedOn: boolean): Reached {
  return { ...one, why: { ...one.why, step, ...(passedOn ? { passedOn } : {}) } };
}
