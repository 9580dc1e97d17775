/**
 * Where a database lives on disk: its cluster, its socket, and the account that may reach both.
 */
import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Problem, problem, refuse } from "../../engine/problem.ts";
import { type Account, accountFor, canWrite } from "./account.ts";
import { findNative, usableNative } from "./binaries.ts";

export type EmbeddedSettings = {
  /** The folder the data is asked to be in ("./data"). */
  readonly directory: string;
  /** Where a server started by root goes when its account cannot reach `directory`. */
  readonly shared?: string;
  /** The binaries, where they are not the package's for this machine. */
  readonly native?: string;
  /**
   * Leaves the server running when this process dies, as it does where Linux cannot be asked to.
   */
  readonly outlives?: boolean;
  /** How often to try, a quarter of a second apart, before giving up. */
  readonly attempts?: number;
  /**
   * Hears what is worth telling: data that had to be elsewhere, a server that was started again.
   */
  readonly say?: (problem: Problem) => void;
};

export type Site = {
  readonly base: string;
  readonly cluster: string;
  readonly socket: string;
  readonly native: string;
  readonly account: Account | undefined;
  readonly outlives: boolean;
};

/** A socket's address holds 107 bytes on Linux and 103 on macOS, its file name included. */
const SOCKET_PATH_LIMIT = 100;

/** Lays the folders out, with their owners; refuses data that belongs to somebody else. */
export function prepareSite(settings: EmbeddedSettings): Site {
  const native = settings.native ?? findNative();
  const asked = resolve(settings.directory);
  const account = accountFor(join(asked, "postgres"));
  const shared = settings.shared ?? "/var/lib/acuerdo";
  const base = reachableBase(asked, shared, account, settings.say);
  const copies = account ? shared : base;
  return {
    base,
    account,
    outlives: settings.outlives ?? false,
    cluster: join(base, "postgres"),
    socket: privateFolder(socketFolder(base), account),
    native: usableNative(native, join(copies, `native-${identity(native)}`), account),
  };
}

function reachableBase(
  asked: string,
  shared: string,
  account: Account | undefined,
  say: EmbeddedSettings["say"],
): string {
  if (canHold(asked, account)) return asked;
  if (!account) return refuse("database-unreadable", { directory: asked });
  const moved = join(shared, `data-${shortHash(asked)}`);
  if (!canHold(moved, account)) return refuse("database-unreadable", { directory: moved });
  say?.(problem("database-moved", { account: account.name, from: asked, to: moved }));
  return moved;
}

/**
 * Whether `account` can work in the folder `base`: tried on the cluster itself where there is one.
 */
function canHold(base: string, account: Account | undefined): boolean {
  const cluster = join(base, "postgres");
  try {
    if (!existsSync(base)) {
      mkdirSync(base, { recursive: true, mode: 0o755 });
      if (account) chmodSync(base, 0o711);
    }
    return canWrite(
      account,
      existsSync(cluster) ? cluster : privateFolder(join(base, "run"), account),
    );
  } catch {
    return false;
  }
}

function socketFolder(base: string): string {
  const near = join(base, "run");
  if (Buffer.byteLength(join(near, ".s.PGSQL.5432")) <= SOCKET_PATH_LIMIT) return near;
  return join(tmpdir(), `acuerdo-${shortHash(base)}`);
}

/** Made with mode 0700: whoever cannot enter it cannot connect, and that is the whole password. */
function privateFolder(folder: string, account: Account | undefined): string {
  const owner = account?.uid ?? process.getuid?.() ?? 0;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  const made = statSync(folder);
  if (made.uid !== owner) refuse("database-unreadable", { directory: folder });
  chmodSync(folder, 0o700);
  return folder;
}

function identity(native: string): string {
  return shortHash(`${native} ${statSync(native, { throwIfNoEntry: false })?.mtimeMs ?? 0}`);
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
