/** Requests that carry an Idempotency-Key: sent twice, done once, answered twice. */
import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { refuse } from "../engine/problem.ts";
import { DAY, type Instant, MINUTE } from "../engine/time.ts";
import { type Database, inWorkspace } from "../store/db.ts";
import { keepAnswer, releaseKey } from "../store/idempotency-answer.ts";
import { claimKey } from "../store/idempotency-key.ts";
import { actorOf, type Caller } from "./caller.ts";

const LONGEST_KEY = 200;

export type Answered = { readonly status: number; readonly body: unknown };

export type Attempt = {
  readonly database: Database;
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly now: Instant;
};

/**
 * Does the work once for a key, and gives the kept answer to whoever asks again within a day.
 *
 * Refused: the key of another request; one still being answered. Where the work fails the key is
 * free again; where the process dies with it, after a minute.
 */
export async function once(attempt: Attempt, work: () => Promise<Answered>): Promise<Answered> {
  const given = attempt.request.headers["idempotency-key"];
  if (typeof given !== "string" || given === "") return work();
  const { database, caller, now } = attempt;
  const { workspaceId } = caller;
  const key = createHash("sha256").update(`${actorOf(caller)} ${given.slice(0, LONGEST_KEY)}`);
  const keyText = key.digest("hex");
  const claim = {
    key: keyText,
    requestHash: hashOf(attempt.request),
    now,
    until: (now + MINUTE) as Instant,
  };
  const known = await inWorkspace(database, workspaceId, (db) => claimKey(db, workspaceId, claim));
  if (known && known.requestHash !== claim.requestHash) return refuse("key-of-another");
  if (known) return known.answer ?? refuse("key-in-use");
  try {
    const answered = await work();
    const answer = { key: keyText, ...answered, until: (now + DAY) as Instant };
    await inWorkspace(database, workspaceId, (db) => keepAnswer(db, workspaceId, answer));
    return answered;
  } catch (error) {
    await inWorkspace(database, workspaceId, (db) => releaseKey(db, workspaceId, keyText));
    throw error;
  }
}

function hashOf({ method, url, body }: FastifyRequest): string {
  return createHash("sha256")
    .update(JSON.stringify([method, url, body]))
    .digest("hex");
}
