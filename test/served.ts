/**
 * A server on a database of its own, with a clock that the test moves and keys for whom it likes.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { LightMyRequestResponse } from "fastify";
import { createApiKey } from "../src/actions/api-key.ts";
import type { Demo } from "../src/actions/demo.ts";
import { type Permission, permissions } from "../src/api/permission.ts";
import { generateCompany } from "../src/demo/company.ts";
import type { Instant } from "../src/engine/time.ts";
import { openAccounts } from "../src/server/account/accounts.ts";
import { authenticateWith } from "../src/server/account/authenticate.ts";
import type { Authenticate } from "../src/server/caller.ts";
import { openServer, type Server, type ServerSettings } from "../src/server/server.ts";
import { inWorkspace } from "../src/store/db.ts";
import { addWorkspace } from "../src/store/workspace.ts";
import { openTestDatabase, type TestDatabase } from "./database.ts";

export type Asked = {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Served = {
  readonly server: Server;
  readonly opened: TestDatabase;
  readonly clock: { now: Instant };
  /** A workspace with a key that may do everything there. */
  readonly workspace: () => Promise<{ readonly id: string; readonly key: string }>;
  readonly keyFor: (workspaceId: string, scopes: readonly Permission[]) => Promise<string>;
  readonly ask: (path: string, asked?: Asked) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
};

const example = (name: string) =>
  readFileSync(new URL(`../examples/${name}.yaml`, import.meta.url), "utf8");

const demo: Demo = {
  agreements: ["marketing-ventas", "soporte-estandar"].map((name) => ({
    name,
    text: example(name),
  })),
  tell: generateCompany,
};

/** `around` stands before the callers known by key: for callers that a test makes up. */
export async function openServed(
  settings: Partial<ServerSettings> = {},
  around: (byKey: Authenticate) => Authenticate = (byKey) => byKey,
): Promise<Served> {
  const opened = await openTestDatabase();
  const clock = { now: Date.parse("2026-03-02T09:00:00Z") as Instant };
  const now = () => clock.now;
  const database = opened.open({ isPipelined: true });
  const accounts = await openAccounts({
    database,
    origin: "http://localhost:8420",
    now,
    makeToken: () => randomBytes(32).toString("base64url"),
    print: () => undefined,
  });
  const server = await openServer({
    database,
    target: opened.ownerAddress,
    version: "0.0.0",
    now,
    makeId: randomUUID,
    accounts,
    authenticate: around(authenticateWith(accounts)),
    demo,
    logLevel: "silent",
    requestsPerMinute: 1_000_000,
    isBehindProxy: false,
    ...settings,
  });
  const keyFor = async (workspaceId: string, scopes: readonly Permission[]) => {
    const acting = { database, workspaceId, actor: "test", now: now() };
    const made = await createApiKey(
      acting,
      { title: "test", scopes },
      {
        id: randomBytes(9).toString("base64url"),
        secret: randomBytes(32).toString("base64url"),
        mayGive: permissions,
      },
    );
    return made.text;
  };
  return {
    server,
    opened,
    clock,
    keyFor,
    workspace: async () => {
      const id = `w-${randomUUID().slice(0, 8)}`;
      await inWorkspace(database, id, (db) =>
        addWorkspace(db, {
          id,
          title: "W",
          language: "en",
          timeZone: "UTC",
          settings: {},
          createdAt: now(),
        }),
      );
      return { id, key: await keyFor(id, permissions) };
    },
    ask: (path, { method = "GET", key, body, headers = {} } = {}) =>
      server.app.inject({
        method,
        url: path,
        headers: { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
    close: async () => {
      await server.close();
      await opened.drop();
    },
  };
}
