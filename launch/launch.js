/**
 * The way in for every command: finds or installs a supported Node, brings a checkout up to date,
 * and goes on with what was asked. Plain JavaScript that any Node from 18 on can run.
 */
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isCheckout, refresh } from "./checkout.js";
import { become, Failure } from "./child.js";
import { supportedNode } from "./node.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a file of the project: in this process where its Node will do, otherwise in another.
 *
 * @param {string} file path from the project's root
 * @param {{ args: readonly string[], build: boolean }} settings
 */
export function launch(file, { args, build }) {
  return orSay(async () => {
    const node = await supportedNode(root);
    if (isCheckout(root)) await refresh(root, node, { build });
    await run(node, join(root, file), args);
  });
}

/**
 * A failed step is told in its own words; only a fault of the launcher itself shows a stack.
 *
 * @param {() => Promise<void>} work
 */
export async function orSay(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`${error.message.trimEnd()}\n`);
    process.exitCode = 1;
  }
}

/**
 * @param {string} node
 * @param {string} path
 * @param {readonly string[]} args
 */
async function run(node, path, args) {
  if (node !== process.execPath) {
    process.exitCode = await become(node, [path, ...args]);
    return;
  }
  process.argv = [node, path, ...args];
  await import(pathToFileURL(path).href);
}
