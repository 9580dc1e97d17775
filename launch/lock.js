/** One process at a time prepares a folder; the others wait and find it ready. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "./child.js";
import { sentence, tell } from "./words.js";

const between = 100;
const longest = 15 * 60_000;
/** A lock of another machine (a shared folder) cannot be asked whether its owner lives. */
const oldest = 15 * 60_000;
/** The time between making a lock and writing its owner into it, generously. */
const unwritten = 10_000;

/**
 * @param {string} file
 * @param {() => Promise<void>} work
 */
export async function alone(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  await take(file);
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
async function take(file) {
  const patience = Math.ceil(longest / between);
  for (let tries = 0; tries < patience; tries += 1) {
    if (create(file)) return;
    if (isAbandoned(file)) breakLock(file);
    else {
      if (tries === 1) tell("waiting");
      await pause(between);
    }
  }
  throw new Failure(sentence("waitedTooLong", { holder: read(file), file }));
}

/** @param {string} file */
function create(file) {
  try {
    writeFileSync(file, `${process.pid} ${hostname()}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Only one process breaks a lock, and it looks again once it is the one: between two looks a third
 * process may have broken the old lock and taken its own.
 *
 * @param {string} file
 */
function breakLock(file) {
  const breaking = `${file}.break`;
  if (age(breaking) > unwritten) rmSync(breaking, { force: true });
  if (!create(breaking)) return;
  try {
    if (isAbandoned(file)) rmSync(file, { force: true });
  } finally {
    rmSync(breaking, { force: true });
  }
}

/** @param {string} file */
function isAbandoned(file) {
  const [pid, host] = read(file).split(" ");
  if (!pid) return age(file) > unwritten;
  return host === hostname() ? !isAlive(Number(pid)) : age(file) > oldest;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** @param {string} file */
function age(file) {
  const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return mtimeMs === undefined ? 0 : Date.now() - mtimeMs;
}
