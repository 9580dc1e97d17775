/** What all tellings of one transaction share, and what is told of one clock. */
import type { Step } from "../engine/escalation-step.ts";
import type { RevisionInForce } from "../engine/revision.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import { type Instant, MINUTE } from "../engine/time.ts";
import { type ClockRow, clockId } from "../store/clock.ts";
import type { Db } from "../store/db.ts";
import { listMembers } from "../store/member.ts";
import { listWebhooks } from "../store/webhook.ts";
import { findWorkspace } from "../store/workspace.ts";
import type { ClockNotice } from "./notice-body.ts";
import type { Asked, Directory } from "./notice-reach.ts";
import { rulebookOf } from "./rulebook.ts";
import type { TellBody } from "./timer-body.ts";

export type Recording = { readonly workspaceId: string; readonly now: Instant };

/** Who can be reached, by which rules. */
export type Scene = Recording & {
  readonly rulebook: Rulebook;
  readonly directory: Directory;
  readonly timeZone: string;
};

/** A timer that has just been finished, and what it asks to be told. */
export type Tell = { readonly id: string; readonly body: TellBody };

/** One telling that is still so. */
export type Found = Tell & {
  readonly clock: ClockRow;
  readonly revision: RevisionInForce;
  readonly steps: readonly Step[];
};

/** People of a workspace beyond this many are not looked for by name. */
const MOST_PEOPLE = 5_000;

export async function openScene(db: Db, { workspaceId, now }: Recording): Promise<Scene> {
  const rulebook = await rulebookOf(db, workspaceId);
  const members = await listMembers(db, workspaceId, { limit: MOST_PEOPLE });
  const webhooks = (await listWebhooks(db, workspaceId)).filter((one) => !one.pausedAt);
  const workspace = await findWorkspace(db, workspaceId);
  const timeZone = workspace?.timeZone ?? "UTC";
  return { workspaceId, now, rulebook, directory: { members, webhooks }, timeZone };
}

/** The tell with its clock and the rules it runs by; undefined where either is gone. */
export function findClock(
  { rulebook }: Scene,
  tell: Tell,
  clocks: ReadonlyMap<string, ClockRow>,
): Found | undefined {
  const clock = clocks.get(tell.body.clock);
  const isOf = (one: { agreement: string }) => one.agreement === clock?.agreement;
  const revision = rulebook.revisions.find((one) => isOf(one) && one.number === clock?.revision);
  if (!clock || !revision) return undefined;
  const commitment = rulebook.commitments.find(
    (one) => isOf(one) && one.id === clock.commitment && one.revision === clock.revision,
  );
  return { ...tell, clock, revision, steps: commitment?.rules.steps ?? [] };
}

/** Whom words of the agreement can reach because of this clock. */
export function askedOf({ directory }: Scene, { clock, revision }: Found): Asked {
  const { owner, facets = {} } = clock;
  return {
    directory,
    spec: revision.spec,
    obliged: facets.obliged ?? "",
    ...(owner === null ? {} : { owner }),
    ...(facets.team === undefined ? {} : { team: facets.team }),
  };
}

/** Later than this is said. */
const LATE = MINUTE;

export function noticeOf({ body, clock }: Found, now: Instant): Omit<ClockNotice, "why"> {
  const { facets = {}, owner, dueAt, target } = clock;
  return {
    what: body.what,
    clock: clockId(clock),
    subject: clock.subject,
    agreement: clock.agreement,
    commitment: clock.commitment,
    rule: `${clock.agreement}/${clock.commitment}`,
    at: body.at,
    verdict: clock.verdict === "breached" ? "breached" : "open",
    ...(facets.title === undefined ? {} : { title: facets.title }),
    ...(owner === null ? {} : { owner }),
    ...(dueAt === null ? {} : { dueAt }),
    ...(target === null ? {} : { target: target.text }),
    ...(body.share === undefined ? {} : { share: body.share }),
    ...(clock.provisional ? { provisional: true } : {}),
    ...(now - body.at > LATE ? { lateMs: now - body.at } : {}),
  };
}
