/**
 * `postmaster.pid`: who serves a cluster now, or who did before it died.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What the first lines of the file say. `socket` is missing while a server is only just starting.
 */
export type Lock = { readonly pid: number; readonly socket?: string };

export function readLock(cluster: string): Lock | undefined {
  try {
    const [pid, , , , socket] = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(pid), ...(socket ? { socket } : {}) };
  } catch {
    return undefined;
  }
}

/**
 * Whether the process of `lock` is alive and is this cluster's PostgreSQL, not one that got its
 * number.
 */
export function isServing(lock: Lock, cluster: string): boolean {
  if (!isAlive(lock.pid)) return false;
  if (process.platform !== "linux") return isPostgresByName(lock.pid);
  try {
    return readlinkSync(`/proc/${lock.pid}/cwd`) === realpathSync(cluster);
  } catch {
    return isPostgresByName(lock.pid);
  }
}

/**
 * Makes a lock whose number now belongs to a stranger harmless.
 *
 * PostgreSQL refuses to start while any process of its account has that number, which after a
 * restart of a container is the rule. It passes over its own parent's number, so ours is written
 * there; the rest of the file stays, because it names the shared memory that must be free.
 */
export function disarmLock(cluster: string): void {
  const path = join(cluster, "postmaster.pid");
  const [, ...rest] = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, [String(process.pid), ...rest].join("\n"));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isPostgresByName(pid: number): boolean {
  return /postgres/.test(String(spawnSync("ps", ["-p", String(pid), "-o", "comm="]).stdout));
}
