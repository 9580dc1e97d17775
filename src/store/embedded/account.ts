/**
 * Who runs PostgreSQL: it refuses to be root, and root may not hand its own home to another.
 */
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

/** A system account other than our own. None of it means: the one we run as. */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string };

/**
 * The account for a server on `cluster`: undefined unless we are root.
 *
 * Data that stands already keeps its owner; new data belongs to `nobody`.
 */
export function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: nameOf(owner.uid) };
  const ask = (flag: string) => Number(spawnSync("id", [flag, "nobody"]).stdout);
  return { uid: ask("-u") || 65534, gid: ask("-g") || 65534, name: "nobody" };
}

/**
 * Whether `account` may enter `directory` and write in it: the kernel is asked, not the mode bits.
 */
export function canWrite(account: Account | undefined, directory: string): boolean {
  const script = 'cd "$1" && test -w .';
  const asked = spawnSync("/bin/sh", ["-c", script, "sh", directory], asAccount(account));
  return asked.status === 0;
}

/** Where `setpriv`, `sh` and `id` lie; NixOS has its own place for them. */
const PATH =
  "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin";

/**
 * What `spawn` needs to run something as `account`. Nothing of our environment goes with it: a
 * PGDATA or PGPORT of the person who starts us means some other database.
 */
export function asAccount(account: Account | undefined) {
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  return {
    ...identity,
    cwd: "/",
    env: { PATH, LC_ALL: "C", TZ: "UTC" },
  };
}

function nameOf(uid: number): string {
  return String(spawnSync("id", ["-un", String(uid)]).stdout).trim() || String(uid);
}
