/** Which Node runs the product: the host's where it is new enough, otherwise a pinned one. */
import * as fs from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { Failure, npm } from "./child.js";
import { alone } from "./lock.js";
import { sentence, tell } from "./words.js";

/** The least version, and the first whose type stripping the tests can rely on. */
const least = [22, 18];

/**
 * The path of a Node that can run the product.
 *
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function supportedNode(root) {
  if (isSupported(process.versions.node)) return process.execPath;
  const pin = pinned(root);
  const folder = home(root);
  const place = join(folder, "node_modules", pin.name);
  const node = join(place, "bin", "node");
  if (versionIn(place) === pin.version) return node;
  await alone(join(folder, "lock"), async () => {
    if (versionIn(place) === pin.version) return;
    tell("installingNode", { version: pin.version, folder });
    await install(folder, place, pin);
  });
  return node;
}

/** @param {string} version */
export function isSupported(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = least;
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/**
 * @typedef {{ name: string, version: string, integrity: string }} Pin
 *
 * @param {string} root
 * @returns {Pin}
 */
function pinned(root) {
  const { version, packages } = JSON.parse(fs.readFileSync(join(root, "launch/node.json"), "utf8"));
  const found = isMusl() ? undefined : packages[`${process.platform}-${process.arch}`];
  if (found) return { version, ...found };
  const facts = { least: least.join("."), found: process.versions.node, how: howToInstall() };
  throw new Failure(sentence("nodeNeeded", facts));
}

function howToInstall() {
  if (process.platform === "darwin") return sentence("nodeOnMac");
  if (process.platform === "win32") return sentence("nodeOnWindows");
  if (isMusl()) return sentence("nodeOnMusl");
  return sentence("nodeElsewhere", { platform: `${process.platform} ${process.arch}` });
}

/** The pinned binary is linked with glibc. */
function isMusl() {
  if (process.platform !== "linux") return false;
  const { report } = process;
  // Without this the report asks the network for the names of this machine's peers.
  Object.assign(report, { excludeNetwork: true });
  const { header } = /** @type {{ header: Record<string, unknown> }} */ (report.getReport());
  return !header.glibcVersionRuntime;
}

/**
 * `.node` beside the product, or the user's cache where an installed product may not be written.
 *
 * @param {string} root
 */
function home(root) {
  try {
    fs.accessSync(root, fs.constants.W_OK);
    return join(root, ".node");
  } catch {
    return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "acuerdo");
  }
}

/** @param {string} place */
function versionIn(place) {
  const file = join(place, "package.json");
  if (!fs.existsSync(file) || !fs.existsSync(join(place, "bin", "node"))) return undefined;
  return JSON.parse(fs.readFileSync(file, "utf8")).version;
}

/**
 * Installed aside and moved into its place whole: who finds it there finds all of it.
 *
 * @param {string} folder
 * @param {string} place
 * @param {Pin} pin
 */
async function install(folder, place, pin) {
  const aside = fs.mkdtempSync(join(folder, "aside-"));
  try {
    writeManifest(aside, pin);
    await npm(process.execPath, ["ci", "--ignore-scripts"], aside);
    fs.mkdirSync(join(folder, "node_modules"), { recursive: true });
    if (fs.existsSync(place)) fs.renameSync(place, join(aside, "old"));
    fs.renameSync(join(aside, "node_modules", pin.name), place);
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * A lock file names the integrity and no address, so npm asks whatever registry the host uses.
 *
 * @param {string} aside
 * @param {Pin} pin
 */
function writeManifest(aside, { name, version, integrity }) {
  const manifest = { name: "acuerdo-node", version: "1.0.0", dependencies: { [name]: version } };
  const packages = { "": manifest, [`node_modules/${name}`]: { version, integrity } };
  const lock = { name: manifest.name, version: "1.0.0", lockfileVersion: 3, packages };
  fs.writeFileSync(join(aside, "package.json"), JSON.stringify(manifest));
  fs.writeFileSync(join(aside, "package-lock.json"), JSON.stringify(lock));
}
