/**
 * Tries to sign in: counted by account and by address, known or not, so that guessing gets slower
 * and slower and a lock says nothing of who has an account.
 */
import { refuse } from "../engine/problem.ts";
import { DAY, HOUR, type Instant, MINUTE, type Millis } from "../engine/time.ts";
import { countFailure, findAttempts, forgetAttempts, lockAttempts } from "../store/account.ts";
import type { Database } from "../store/db.ts";
import { hashOf } from "./token.ts";

/** Who tries: the account that is named, and the network address the try comes from. */
export type Trying = { readonly account: string; readonly address: string; readonly now: Instant };

/**
 * From the `free`th failure on, a wait that doubles; an office shares one address, so it has more.
 */
const lockRules = {
  account: { free: 5, first: MINUTE, longest: HOUR },
  address: { free: 30, first: MINUTE, longest: HOUR },
} as const;

type Kind = keyof typeof lockRules;

/** Failures older than this are forgotten. */
const MEMORY = DAY;

const keyOf = (kind: Kind, value: string) => hashOf(`${kind} ${value.toLowerCase()}`);

/** Refuses while the account or the address has to wait. */
export async function refuseLocked(database: Database, trying: Trying): Promise<void> {
  const keys = [keyOf("account", trying.account), keyOf("address", trying.address)];
  const attempts = await database.transaction((db) => findAttempts(db, keys));
  const until = Math.max(0, ...attempts.map(({ lockedUntil = 0 }) => lockedUntil));
  if (until > trying.now) {
    refuse("sign-in-locked", { seconds: Math.ceil((until - trying.now) / 1_000) });
  }
}

/** Counts a failed try against the account and the address. */
export async function noteFailure(database: Database, trying: Trying): Promise<void> {
  const { now } = trying;
  await database.transaction(async (db) => {
    for (const kind of ["account", "address"] as const) {
      const key = keyOf(kind, trying[kind]);
      const since = (now - MEMORY) as Instant;
      const failures = await countFailure(db, { key, now, since });
      const wait = waitAfter(kind, failures);
      if (wait > 0) await lockAttempts(db, { key, until: (now + wait) as Instant });
    }
  });
}

/**
 * Forgets the failures of an account that signed in. Those of the address stay: it may be trying
 * others.
 */
export async function forgetFailures(database: Database, account: string): Promise<void> {
  await database.transaction((db) => forgetAttempts(db, keyOf("account", account)));
}

/** How long a code of a second factor could still be shown by somebody's app. */
const CODE_LIFE = (2 * MINUTE) as Millis;

/** Whether a code of a second factor is used for the first time; a second time it was overheard. */
export async function isFirstUse(
  database: Database,
  {
    account,
    code,
    now,
  }: { readonly account: string; readonly code: string; readonly now: Instant },
): Promise<boolean> {
  const key = hashOf(`code ${account} ${code}`);
  const since = (now - CODE_LIFE) as Instant;
  return (await database.transaction((db) => countFailure(db, { key, now, since }))) === 1;
}

/** How long to wait after so many failures. */
export function waitAfter(kind: Kind, failures: number): Millis {
  const { free, first, longest } = lockRules[kind];
  if (failures < free) return 0 as Millis;
  return Math.min(longest, first * 2 ** Math.min(failures - free, 20)) as Millis;
}
