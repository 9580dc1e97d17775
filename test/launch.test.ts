import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { isSupported } from "../launch/node.js";
import { sentence, sentences } from "../launch/words.js";
import { root } from "./tidy/source.ts";

describe("the launcher", () => {
  test("takes Node from 22.18 on, and no older one", () => {
    const table: readonly [string, boolean][] = [
      ["18.20.8", false],
      ["20.20.2", false],
      ["22.17.1", false],
      ["22.18.0", true],
      ["24.0.0", true],
      ["26.1.0", true],
      ["100.0.0", true],
    ];
    for (const [version, expected] of table) assert.equal(isSupported(version), expected, version);
  });

  test("says every sentence in both languages with the same facts", () => {
    for (const { es, en } of Object.values(sentences)) {
      assert.deepEqual(es.match(/\{\w+\}/g), en.match(/\{\w+\}/g));
      assert.notEqual(es, en);
    }
  });

  test("speaks the language of the host", () => {
    const before = process.env.LC_ALL;
    process.env.LC_ALL = "es_MX.UTF-8";
    assert.equal(sentence("building"), "Compilando…");
    process.env.LC_ALL = "en_GB.UTF-8";
    assert.equal(sentence("building"), "Building…");
    process.env.LC_ALL = before ?? "";
  });
});

describe("preparing a folder", () => {
  const adder = (folder: string) => `
    import { readFileSync, writeFileSync } from "node:fs";
    import { alone } from ${JSON.stringify(pathToFileURL(join(root, "launch/lock.js")).href)};
    await alone(${JSON.stringify(join(folder, "lock"))}, async () => {
      const before = Number(readFileSync(${JSON.stringify(join(folder, "count"))}, "utf8"));
      await new Promise((resolve) => setImmediate(resolve));
      writeFileSync(${JSON.stringify(join(folder, "count"))}, String(before + 1));
    });`;

  test("is done by one process at a time, though the last one died over it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "acuerdo-lock-"));
    writeFileSync(join(folder, "count"), "0");
    writeFileSync(join(folder, "lock"), `${await deadProcess()} ${hostname()}`);
    const children = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ["--input-type=module", "--eval", adder(folder)]),
    );
    await Promise.all(children.map((child) => once(child, "close")));
    assert.equal(readFileSync(join(folder, "count"), "utf8"), "6");
    assert.deepEqual(readdirSync(folder), ["count"]);
    rmSync(folder, { recursive: true });
  });
});

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"]);
  await once(child, "close");
  return child.pid ?? 0;
}
