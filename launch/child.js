/** Children of the launcher: what they print, and how they end. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { sentence } from "./words.js";

/** A step of the preparation that failed; its text is already a sentence. */
export class Failure extends Error {}

const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs a program that takes this one's place: its input, output, exit code and signals.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function become(program, args) {
  const child = spawn(program, args, { stdio: "inherit", env: environment(program) });
  const { code, signal } = await ended(child);
  if (signal) process.kill(process.pid, signal);
  return code ?? 1;
}

/**
 * Runs npm with the given Node, silently; what it said is shown when it fails.
 *
 * @param {string} node
 * @param {readonly string[]} args
 * @param {string} folder
 */
export function npm(node, args, folder) {
  const own = process.env.npm_execpath ?? "";
  const steps = ["npm", ...args].join(" ");
  if (/npm-cli\.c?js$/.test(own) && existsSync(own)) {
    return silently(node, [own, ...args], { node, folder, step: steps });
  }
  const name = process.platform === "win32" ? "npm.cmd" : "npm";
  return silently(name, args, { node, folder, step: steps });
}

/**
 * Runs a program whose words matter only when it fails.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ node: string, folder: string, step: string }} settings
 */
export async function silently(program, args, { node, folder, step }) {
  const child = spawn(program, args, {
    cwd: folder,
    env: environment(node),
    shell: program.endsWith(".cmd"),
    stdio: ["ignore", "pipe", "pipe"],
  });
  /** @type {Buffer[]} */
  const said = [];
  child.stdout.on("data", (chunk) => said.push(chunk));
  child.stderr.on("data", (chunk) => said.push(chunk));
  const { code, signal } = await ended(child);
  if (signal) process.kill(process.pid, signal);
  if (code === 0) return;
  throw new Failure(`${sentence("stepFailed", { step })}\n${Buffer.concat(said).toString()}`);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
function ended(child) {
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    // A terminal sends Ctrl+C to the child by itself; twice would mean "now, without tidying up".
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on("error", (error) => {
      const missing = "code" in error && error.code === "ENOENT";
      reject(missing && child.spawnfile.startsWith("npm") ? npmMissing() : error);
    });
    child.on("close", (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve({ code, signal });
    });
  });
}

function npmMissing() {
  return new Failure(sentence("npmMissing"));
}

/**
 * The chosen Node comes first on the path, so that every script a child starts finds the same one.
 *
 * @param {string} node
 */
function environment(node) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  return { ...process.env, [key]: `${dirname(node)}${delimiter}${process.env[key] ?? ""}` };
}
