/** How many callers a process can tell apart: keys, sessions, passwords. */
import { randomBytes } from "node:crypto";
import { createApiKey } from "../src/actions/api-key.ts";
import type { Instant } from "../src/engine/time.ts";
import { openAccounts } from "../src/server/account/accounts.ts";
import { inWorkspace } from "../src/store/db.ts";
import { addWorkspace } from "../src/store/workspace.ts";
import { openTestDatabase } from "../test/database.ts";
import type { BenchTable } from "./table.ts";

const PASSWORD = "caballo grapa pila correcta";
const KEYS = 1_000;

export async function benchAccount(): Promise<BenchTable> {
  const opened = await openTestDatabase();
  const { database } = opened;
  const makeToken = () => randomBytes(32).toString("base64url");
  const now = () => Date.now() as Instant;
  const origin = "http://localhost:8420";
  const settings = { database, origin, now, makeToken, print: () => undefined };
  const accounts = await openAccounts(settings);
  await inWorkspace(database, "w", (db) =>
    addWorkspace(db, {
      id: "w",
      title: "W",
      language: "en",
      timeZone: "UTC",
      settings: {},
      createdAt: now(),
    }),
  );
  const acting = { database, workspaceId: "w", actor: "bench", now: now() };
  const texts: string[] = [];
  for (let at = 0; at < KEYS; at += 1) {
    const fresh = { id: makeToken().slice(0, 12), secret: makeToken(), mayGive: ["read"] };
    texts.push((await createApiKey(acting, { title: "b", scopes: ["read"] }, fresh)).text);
  }
  const person = { name: "Ana", email: "ana@example.org", isProved: true, password: PASSWORD };
  const id = await accounts.identity.addPerson(person);
  const { cookies } = await accounts.identity.open(new Headers(), { person: id });
  const headers = new Headers({ cookie: (cookies[0] ?? "").split(";")[0] ?? "" });
  const credentials = { email: person.email, password: PASSWORD };
  const key = (at: number) => accounts.keys.check(texts[at % KEYS] ?? "", now());
  const rows = [
    ["API key, first time in five seconds (database)", ...(await rate(KEYS, 8, key))],
    ["API key, remembered", ...(await rate(200_000, 1, key))],
    ["session", ...(await rate(3_000, 8, () => accounts.identity.known(headers, now())))],
    [
      "sign-in by password",
      ...(await rate(50, 2, () => accounts.identity.signIn(new Headers(), credentials))),
    ],
  ];
  await opened.drop();
  return {
    title: "Who asks",
    columns: ["check", "a second", "ms each, mean"],
    rows,
    notes: ["One process, the database on the same machine; as many side by side as it pays."],
  };
}

async function rate(count: number, side: number, work: (at: number) => Promise<unknown>) {
  const start = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < count) {
      next += 1;
      await work(next);
    }
  };
  await Promise.all(Array.from({ length: side }, lane));
  const seconds = (performance.now() - start) / 1_000;
  return [Math.round(count / seconds), Number(((seconds * 1_000 * side) / count).toFixed(3))];
}
