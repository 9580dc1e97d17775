import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { cleanCopy, emptyFolder, inFolder, nodeOnly, notOffered, npm, tryOn } from "./workshop.ts";

/** The least Node that is supported, and the one that the launcher installs. */
const supported = ["22.18.0", "24.21.0"];

const use = `
import * as engine from "acuerdo/engine";
import * as language from "acuerdo/language";
const read = language.readDocuments("apiVersion: acuerdo/v1");
const week = { "mon-fri": ["09:00-18:00"] };
const office = engine.openCalendar({ timeZone: "America/Mexico_City", week });
const from = engine.readInstant("2026-03-06T17:00:00-06:00");
const to = engine.readInstant("2026-03-09T11:30:00-06:00");
export const answer = JSON.stringify({
  engine: Object.keys(engine).sort(),
  language: Object.keys(language).sort(),
  problems: read.problems.map(({ code }) => code),
  open: engine.openTime(office, { from, to }),
});
`;

describe("the package as it is published", { skip: notOffered }, () => {
  let copy = "";
  let folder = "";
  before(async () => {
    copy = cleanCopy("pack");
    folder = emptyFolder("installed");
    await npm(copy, "pack", "--pack-destination", folder);
    const archive = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
    writeFileSync(join(folder, "package.json"), '{"type": "module"}');
    await npm(folder, "install", "--ignore-scripts", archive);
    writeFileSync(join(folder, "use.js"), use);
    writeFileSync(join(folder, "print.js"), 'console.log((await import("./use.js")).answer);');
  });
  after(() => {
    for (const path of [copy, folder]) rmSync(path, { recursive: true, force: true });
  });

  for (const version of supported) {
    test(`is imported, and runs its command, in Node ${version}`, async () => {
      const host = await nodeOnly(version);
      const help = await tryOn(host, folder, ["npx", "acuerdo", "--help"]);
      assert.equal(help.code, 0, help.stderr);
      assert.doesNotMatch(help.stderr, /Installing/);
      const { code, stdout, stderr } = await tryOn(host, folder, ["node", "print.js"]);
      assert.equal(code, 0, stderr);
      const { open, problems, language } = JSON.parse(stdout);
      assert.equal(open, 3.5 * 3_600_000);
      assert.ok(problems.length > 0);
      assert.ok(language.includes("readDocuments"));
    });
  }

  test("is bundled for a browser, and answers the same there", async (context) => {
    const outfile = join(folder, "bundle.mjs");
    const { warnings } = await build({
      entryPoints: [join(folder, "use.js")],
      outfile,
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      logLevel: "silent",
    });
    assert.deepEqual(warnings, []);
    const bundle = readFileSync(outfile);
    assert.doesNotMatch(bundle.toString(), /["']node:/);
    const size = `${kilobytes(bundle)} kB, ${kilobytes(gzipSync(bundle))} kB compressed`;
    context.diagnostic(`engine and language with their packages: ${size}`);
    const bare = 'delete globalThis.process; console.log((await import("./bundle.mjs")).answer);';
    const run = (code: string) =>
      inFolder(folder, process.execPath, ["--input-type=module", "--eval", code]);
    assert.equal(await run(bare), await run('import "./print.js";'));
  });

  test("has types that a strict reader accepts", async () => {
    writeFileSync(
      join(folder, "strict.ts"),
      'import { openTime, type Millis } from "acuerdo/engine";\n' +
        'import { readDocuments } from "acuerdo/language";\n' +
        "export const used: (typeof openTime) | Millis = openTime;\n" +
        "export const read = readDocuments;\n",
    );
    const compiler = join(copy, "node_modules", "typescript", "bin", "tsc");
    const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2024"];
    const words = [compiler, ...options, "--types", "", "strict.ts"];
    assert.equal(await inFolder(folder, process.execPath, words), "");
  });

  test("carries its schemas, licence and notice, and no sources or tests", () => {
    const shipped = readdirSync(join(folder, "node_modules", "acuerdo"), { recursive: true })
      .map(String)
      .filter((path) => !path.startsWith("node_modules"));
    for (const wanted of ["schema/agreement.json", "LICENSE", "NOTICE", "dist/cli/main.js"]) {
      assert.ok(shipped.includes(wanted), wanted);
    }
    const unwanted = shipped.filter((path) => /\.test\.|(?<!\.d)\.ts$|tsbuildinfo/.test(path));
    assert.deepEqual(unwanted, []);
  });

  test("runs its command where the host's Node is too old", async () => {
    const host = await nodeOnly("20.20.2");
    const { code, stdout, stderr } = await tryOn(host, folder, ["npx", "acuerdo", "--help"]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /evaluate/);
    assert.doesNotMatch(stderr, /Building|missing/);
  });
});

function kilobytes(bytes: Uint8Array): string {
  return (bytes.length / 1024).toFixed(0);
}
