/** Folders where the project is tried from outside: copied, packed, installed, with other Nodes. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { alone } from "../../launch/lock.js";

const start = promisify(execFile);

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Binaries of Node come from npm for Linux with glibc alone. */
export const isOffered = process.platform === "linux" && hasGlibc();

export const notOffered = isOffered ? false : "npm has no binary of Node for this platform";

const longest = 10 * 60_000;

/** What a clone does not have: what is installed, compiled or written while running. */
const made = ["node_modules", "dist", "build", "data", ".node", ".git"];

/** A folder outside the project, where nothing of it can be found by walking up. */
export function emptyFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `acuerdo-${name}-`));
}

/** The project as it stands, as a clone of it would be. */
export function cleanCopy(name: string): string {
  const folder = emptyFolder(name);
  for (const entry of readdirSync(root).filter((one) => !made.includes(one))) {
    cpSync(join(root, entry), join(folder, entry), { recursive: true });
  }
  return folder;
}

/**
 * A folder that holds nothing but a Node of that version, with the npm of this machine or another.
 */
export async function nodeOnly(version: string, npmVersion?: string): Promise<string> {
  const place = join(root, "build", "hosts", `node-${version}-npm-${npmVersion ?? "own"}`);
  const host = join(place, "bin");
  await alone(join(root, "build", "hosts", "lock"), async () => {
    if (existsSync(join(host, "npx"))) return;
    rmSync(place, { recursive: true, force: true });
    mkdirSync(host, { recursive: true });
    await installHost(place, { version, ...(npmVersion ? { npmVersion } : {}) });
  });
  return host;
}

type Host = { readonly version: string; readonly npmVersion?: string };

async function installHost(place: string, { version, npmVersion }: Host): Promise<void> {
  const name = `node-linux-${process.arch}`;
  const packages = [`${name}@${version}`, ...(npmVersion ? [`npm@${npmVersion}`] : [])];
  writeFileSync(join(place, "package.json"), "{}");
  await npm(place, "install", "--no-save", "--ignore-scripts", ...packages);
  symlinkSync(join(place, "node_modules", name, "bin", "node"), join(place, "bin", "node"));
  for (const program of ["npm", "npx"] as const) {
    const own = join(place, "node_modules", "npm", "bin", `${program}-cli.js`);
    symlinkSync(npmVersion ? own : await npmFile(program), join(place, "bin", program));
  }
}

async function npmFile(program: "npm" | "npx"): Promise<string> {
  const own = process.env.npm_execpath;
  if (own?.endsWith("npm-cli.js")) return join(dirname(own), `${program}-cli.js`);
  const { stdout } = await start("sh", ["-c", `command -v ${program}`]);
  return realpathSync(stdout.trim());
}

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a program to its end, whatever its exit code, with `host` first on the path. */
export function tryOn(
  host: string,
  folder: string,
  words: readonly [string, ...string[]],
): Promise<Ended> {
  const [program, ...args] = words;
  const path = `${host}${delimiter}/usr/bin${delimiter}/bin`;
  const child = spawn(join(host, program), args, {
    cwd: folder,
    env: { ...freshEnvironment(), PATH: path, LANG: "en_US.UTF-8", LC_ALL: "" },
    timeout: longest,
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (said.stderr += text));
  child.stdin.end();
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code: code ?? -1, ...said }));
  });
}

/** Starts a program that goes on until it is interrupted, in a process group of its own. */
export function startOn(
  host: string,
  folder: string,
  words: readonly [string, ...string[]],
): ChildProcess & { readonly stdout: Readable; readonly stderr: Readable } {
  const [program, ...args] = words;
  const path = `${host}${delimiter}/usr/bin${delimiter}/bin`;
  return spawn(join(host, program), args, {
    cwd: folder,
    env: { ...freshEnvironment(), PATH: path, LANG: "en_US.UTF-8", LC_ALL: "" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
}

/** Runs a program that must end well, and gives what it printed. */
export async function inFolder(
  folder: string,
  program: string,
  args: readonly string[],
): Promise<string> {
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  const env = { ...freshEnvironment(), PATH: path };
  const settings = { cwd: folder, env, timeout: longest, maxBuffer: 2 ** 26 };
  const { stdout } = await start(program, args, settings);
  return stdout;
}

export async function npm(folder: string, ...args: readonly string[]): Promise<string> {
  return inFolder(folder, process.execPath, [await npmFile("npm"), ...args]);
}

/** Without what npm and the test runner tell their children: a shell of a person has none of it. */
function freshEnvironment(): NodeJS.ProcessEnv {
  const told = /^(npm_(?!config_)|npm_config_local_prefix|NODE_TEST|NODE_OPTIONS|INIT_CWD)/;
  const kept = Object.entries(process.env).filter(([name]) => !told.test(name));
  return Object.fromEntries(kept);
}

function hasGlibc(): boolean {
  Object.assign(process.report, { excludeNetwork: true });
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime !== undefined;
}
