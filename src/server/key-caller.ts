/** Callers known by an API key: looked up by its hash, and remembered for a few seconds. */
import type { FastifyRequest } from "fastify";
import { checkApiKey } from "../actions/api-key.ts";
import { Refusal } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import type { Database } from "../store/db.ts";
import type { Authenticate, Caller } from "./caller.ts";

/** A revoked key works this long at most where it was just used. */
const REMEMBERED_MS = 10_000;
const MOST_REMEMBERED = 10_000;

type Remembered = { readonly caller: Caller | undefined; readonly until: number };

/** Authenticates `Authorization: Bearer ak.…`. */
export function authenticateByKey(database: Database, now: () => Instant): Authenticate {
  const remembered = new Map<string, Remembered>();
  return async (request) => {
    const text = bearerOf(request);
    if (text === undefined) return undefined;
    const at = now();
    const known = remembered.get(text);
    if (known && known.until > at) return known.caller;
    const caller = await findCaller(database, text, at);
    remembered.delete(text);
    remembered.set(text, { caller, until: at + REMEMBERED_MS });
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return caller;
  };
}

/** A wrong key is nobody; it is remembered as well, so that guessing costs the database little. */
async function findCaller(database: Database, text: string, now: Instant) {
  try {
    const { workspaceId, id, scopes } = await checkApiKey(database, { text, now });
    return { workspaceId, apiKeyId: id, scopes };
  } catch (refusal) {
    if (refusal instanceof Refusal) return undefined;
    throw refusal;
  }
}

function bearerOf({ headers }: FastifyRequest): string | undefined {
  const given = /^Bearer (\S{1,400})$/i.exec(headers.authorization ?? "");
  return given?.[1];
}
