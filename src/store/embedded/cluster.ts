/**
 * A cluster on disk: made once, whole or not at all, and only of the major we carry.
 */
import { spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { refuse } from "../../engine/problem.ts";
import { asAccount } from "./account.ts";
import { MAJOR } from "./binaries.ts";
import type { Site } from "./place.ts";

/**
 * Locale C.UTF-8 of the server itself, so that an upgrade of the machine's libc reorders no index.
 */
const initialisation = [
  "--username=postgres",
  "--auth=trust",
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  "--data-checksums",
  "--no-instructions",
];

/** Makes the cluster of `site` where there is none; refuses one of another major. */
export function ensureCluster(site: Site): void {
  if (!existsSync(join(site.cluster, "PG_VERSION"))) makeCluster(site);
  const found = readMajor(site);
  if (found !== String(MAJOR)) {
    refuse("database-major-wrong", { directory: site.cluster, found, need: MAJOR });
  }
}

function readMajor({ cluster }: Site): string {
  try {
    return readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  } catch {
    return refuse("database-unreadable", { directory: cluster });
  }
}

/**
 * Made under another name and moved: a start cut short leaves no half cluster, and of two processes
 * that start at once one wins and the other uses what the winner made.
 */
function makeCluster(site: Site): void {
  sweepUnfinished(site.base);
  const part = join(site.base, `postgres.new-${process.pid}`);
  mkdirSync(part, { mode: 0o700 });
  if (site.account) chownSync(part, site.account.uid, site.account.gid);
  const made = spawnSync(join(site.native, "bin", "initdb"), [...initialisation, "-D", part], {
    ...asAccount(site.account),
    encoding: "utf8",
  });
  if (made.status !== 0) {
    rmSync(part, { recursive: true, force: true });
    refuse("database-start-failed", { directory: site.cluster, reason: lastWords(made.stderr) });
  }
  try {
    renameSync(part, site.cluster);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(join(site.cluster, "PG_VERSION"))) throw error;
  }
}

function sweepUnfinished(base: string): void {
  for (const name of readdirSync(base)) {
    const pid = /^postgres\.new-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(base, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Why a program of PostgreSQL gave up, as it said itself; hints and banners around it left out. */
export function lastWords(text: string | null | undefined): string {
  const lines = (text ?? "").trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? (lines.at(-1) || "?");
}
