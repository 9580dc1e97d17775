/** The product as a reader meets it: screens, server and database, with the demo company in it. */
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, renameSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fingerprint } from "../../launch/checkout.js";
import { alone } from "../../launch/lock.js";
import { showOwnerLink } from "../../src/actions/account.ts";
import { createApiKey } from "../../src/actions/api-key.ts";
import { settlePeriods } from "../../src/actions/settle-period.ts";
import type { Permission } from "../../src/api/permission.ts";
import { permissions } from "../../src/api/permission.ts";
import { demo } from "../../src/cli/demo.ts";
import type { Instant } from "../../src/engine/time.ts";
import { openAccounts } from "../../src/server/account/accounts.ts";
import { openServer } from "../../src/server/server.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { buildScreens } from "../../tools/screens.ts";
import { openTestDatabase } from "../database.ts";

export type Site = {
  readonly origin: string;
  /** The link that makes whoever opens it the owner. */
  readonly ownerLink: string;
  readonly now: () => Instant;
  /** A key for programs, in the owner's workspace. */
  readonly keyFor: (workspaceId: string) => Promise<string>;
  /** What a worker would do by now: periods end, reviews fall due. */
  readonly settle: (workspaceId: string, agreements?: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

const root = fileURLToPath(new URL("../../", import.meta.url));
const build = join(root, "build");

/** Built once for the sources as they stand: another test may be reading them just now. */
async function builtScreens(): Promise<string> {
  const folder = join(build, `web-tested-${fingerprint(root).slice(0, 12)}`);
  await alone(join(build, "web-tested.lock"), async () => {
    if (existsSync(folder)) return;
    await buildScreens(`${folder}.part`);
    renameSync(`${folder}.part`, folder);
  });
  return folder;
}

export async function openSite(): Promise<Site> {
  const screens = await builtScreens();
  const opened = await openTestDatabase();
  const { database } = opened;
  const now = () => Date.now() as Instant;
  const makeToken = () => randomBytes(32).toString("base64url");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const accounts = await openAccounts({
    database,
    origin,
    now,
    makeToken,
    print: () => undefined,
  });
  const server = await openServer({
    database,
    target: opened.ownerAddress,
    version: "0.0.0",
    now,
    makeId: randomUUID,
    accounts,
    demo,
    screens,
    logLevel: "silent",
    requestsPerMinute: 1_000_000,
    isBehindProxy: false,
  });
  await server.app.listen({ port, host: "127.0.0.1" });
  const token = makeToken();
  await showOwnerLink(database, { token, now: now() });
  return {
    origin,
    ownerLink: `${origin}/owner?token=${token}`,
    now,
    keyFor: async (workspaceId) => {
      const acting = { database, workspaceId, actor: "test", now: now() };
      const scopes: readonly Permission[] = permissions;
      const id = randomBytes(9).toString("base64url");
      const made = await createApiKey(
        acting,
        { title: "test", scopes },
        { id, secret: makeToken(), mayGive: permissions },
      );
      return made.text;
    },
    settle: async (workspaceId, agreements = demo.agreements.map(({ name }) => name)) => {
      await inWorkspace(database, workspaceId, async (db) => {
        for (const agreement of agreements) {
          await settlePeriods(db, { workspaceId, now: now() }, agreement);
        }
      });
    },
    close: async () => {
      await server.close();
      await opened.drop();
    },
  };
}

async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  assert.ok(port > 0);
  return port;
}
