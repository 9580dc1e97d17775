/** Bringing in a file's facts as a source of its own, and taking the whole of it back. */
import { refuse } from "../engine/problem.ts";
import { appendAudit } from "../store/audit.ts";
import { inWorkspace } from "../store/db.ts";
import {
  addIntake,
  type IntakeRow,
  listIntakes,
  standingIntake,
  withdrawIntake,
} from "../store/intake.ts";
import { sayChange } from "../store/live.ts";
import type { Acting } from "./acting.ts";
import { allKinds, planResettle } from "./resettle.ts";

export type IntakeAsked = {
  readonly id: string;
  readonly title: string;
  readonly digest: string;
  readonly mapping: unknown;
};

export type BegunIntake = { readonly intake: IntakeRow; readonly isKnown: boolean };

/**
 * Begins an intake, whose facts are then recorded under its source.
 *
 * The same file read in the same way is the intake it was, so that one that broke off is gone on
 * with, and one brought in twice tells each fact once.
 */
export function beginIntake(acting: Acting, asked: IntakeAsked): Promise<BegunIntake> {
  const { database, workspaceId, actor, now } = acting;
  const { id, title, digest, mapping } = asked;
  return inWorkspace(database, workspaceId, async (db) => {
    const known = await standingIntake(db, workspaceId, digest);
    if (known) return { intake: known, isKnown: true };
    const source = `csv:${id}`;
    const intake = { id, source, title, digest, madeBy: actor, createdAt: now };
    await addIntake(db, workspaceId, { intake, mapping });
    const facts = { title, source, digest };
    const target = `intake/${id}`;
    await appendAudit(db, workspaceId, { at: now, actor, deed: "intake.begun", target, facts });
    return { intake, isKnown: false };
  });
}

/** More than these are not looked through by anybody. */
const MOST_LISTED = 100;

export function intakesOf({ database, workspaceId }: Acting) {
  return inWorkspace(database, workspaceId, (db) => listIntakes(db, workspaceId, MOST_LISTED));
}

/**
 * Takes an intake back: from now on its facts count for nothing, and everything is judged again.
 *
 * No fact is changed or deleted: that it was taken back is a fact of its own, in the audit too.
 * Refused: one that is not there, or was taken back before.
 */
export function takeBackIntake(acting: Acting, id: string): Promise<IntakeRow> {
  const { database, workspaceId, actor, now } = acting;
  return inWorkspace(database, workspaceId, async (db) => {
    const intake = await withdrawIntake(db, workspaceId, { id, by: actor, at: now });
    if (!intake) return refuse("thing-missing", { name: id });
    const { source, title } = intake;
    const target = `intake/${id}`;
    const facts = { source, title };
    await appendAudit(db, workspaceId, { at: now, actor, deed: "intake.withdrawn", target, facts });
    await planResettle(db, { workspaceId, now }, allKinds);
    await sayChange(db, { workspaceId, kind: "agreements", ids: [target] });
    return intake;
  });
}
