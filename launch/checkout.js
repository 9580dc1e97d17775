/** Brings a checkout up to date: its packages and compiled files. A package is shipped ready. */
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { npm, silently } from "./child.js";
import { alone } from "./lock.js";
import { tell } from "./words.js";

/** @param {string} root */
export function isCheckout(root) {
  return existsSync(join(root, "src", "cli", "main.ts"));
}

/**
 * @param {string} root
 * @param {string} node
 * @param {{ build: boolean }} wanted
 */
export async function refresh(root, node, { build }) {
  const ready = () => hasPackages(root) && (!build || isBuilt(root));
  if (ready()) return;
  await alone(join(root, ".node", "lock"), async () => {
    if (!hasPackages(root)) await installPackages(root, node);
    if (build && !isBuilt(root)) await compile(root, node);
  });
}

/**
 * Development packages are asked for by name: NODE_ENV=production would leave the compiler out.
 *
 * @param {string} root
 * @param {string} node
 */
function installPackages(root, node) {
  tell("installingPackages");
  return npm(node, ["ci", "--include=dev", "--ignore-scripts"], root);
}

/**
 * @param {string} root
 * @param {string} node
 */
async function compile(root, node) {
  tell("building");
  const before = fingerprint(root);
  const compiler = join("node_modules", "typescript", "bin", "tsc");
  await silently(node, [compiler, "-b", "src/cli"], { node, folder: root, step: "tsc -b src/cli" });
  copyTheRest(root);
  const screens = join("tools", "screens.ts");
  await silently(node, [screens], { node, folder: root, step: `node ${screens}` });
  writeFileSync(stamp(root), before);
}

/**
 * What the compiler leaves behind (statements, schemas) stands beside the compiled files as it
 * stood beside the sources. The screens are built by a tool of their own.
 *
 * @param {string} root
 */
function copyTheRest(root) {
  const sources = join(root, "src");
  for (const file of filesIn(sources)) {
    if (/\.tsx?$|tsconfig\.json$/.test(file)) continue;
    if (relative(sources, file).startsWith("web")) continue;
    cpSync(file, join(root, "dist", relative(sources, file)));
  }
}

/**
 * Whether what npm wrote down when it last installed is what the lock file asks for. Optional
 * packages may be missing: they are for other platforms.
 *
 * @param {string} root
 */
function hasPackages(root) {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const wanted = packagesIn(join(root, "package-lock.json"));
  const found = packagesIn(installed);
  return (
    Object.keys(found).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      const there = found[path];
      if (!there) return optional === true;
      return there.version === version && there.integrity === integrity;
    })
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, integrity: string, optional?: boolean }>}
 */
function packagesIn(file) {
  const { "": _own, ...packages } = JSON.parse(readFileSync(file, "utf8")).packages;
  return packages;
}

/** @param {string} root */
function isBuilt(root) {
  const file = stamp(root);
  return existsSync(file) && readFileSync(file, "utf8") === fingerprint(root);
}

/** @param {string} root */
function stamp(root) {
  return join(root, "dist", ".built");
}

/**
 * Changes when a source is added, removed or written. Sizes and times are enough: nothing is read.
 *
 * @param {string} root
 */
export function fingerprint(root) {
  const hash = createHash("sha256");
  for (const file of ["tsconfig.base.json", "package-lock.json", "tools/screens.ts"])
    mark(hash, root, file);
  for (const file of filesIn(join(root, "src"))) mark(hash, root, relative(root, file));
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} root
 * @param {string} file
 */
function mark(hash, root, file) {
  const { size, mtimeMs } = statSync(join(root, file));
  hash.update(`${file}\n${size}\n${mtimeMs}\n`);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.name.endsWith(".test.ts") ? [] : [path];
    });
}
