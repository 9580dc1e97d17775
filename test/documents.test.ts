import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { paths, root, textOf } from "./tidy/source.ts";

describe("links in documents", () => {
  for (const path of paths(["*.md", "docs/**/*.md"])) {
    test(`${path} leads somewhere`, () => {
      const links = [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
      const missing = links
        .filter((link) => !/^(https?:|mailto:|#)/.test(link))
        .filter((link) => !existsSync(join(root, dirname(path), link.replace(/#.*$/, ""))));
      assert.deepEqual(missing, []);
    });
  }
});

test("every page that code names is there", () => {
  const named = paths(["src/**/*.ts", "src/**/*.tsx", "tools/*.ts", "bench/*.ts"]).flatMap((path) =>
    [...textOf(path).matchAll(/docs\/[a-z-]+\/[a-z-]+\.md/g)].map(([page]) => page),
  );
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((page) => !existsSync(join(root, page))),
    [],
  );
});

describe("the first agreement of the README", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "acuerdo-readme-"));
    const readme = textOf("README.md");
    const block = (language: string) =>
      new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(readme)?.[1] ?? "";
    writeFileSync(join(folder, "first.yaml"), block("yaml"));
    writeFileSync(join(folder, "facts.ndjson"), block("json"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const acuerdo = (words: string) =>
    execFileSync(process.execPath, [join(root, "src/cli/main.ts"), ...words.split(" ")], {
      cwd: folder,
      encoding: "utf8",
    });

  test("has no problem", () => {
    acuerdo("check first.yaml");
  });

  test("is judged as the README says", () => {
    const asOf = "--as-of 2026-03-31T23:59:59Z";
    const judged = acuerdo(`evaluate first.yaml --events facts.ndjson ${asOf} --json`);
    const { clocks } = JSON.parse(judged);
    assert.equal(clocks.length, 1);
    assert.equal(clocks[0].verdict, "met");
    assert.equal(clocks[0].spent.openMs, 3.5 * 3_600_000);
  });

  test("is explained", () => {
    const words = "explain first.yaml --events facts.ndjson --subject lead/7 --lang en";
    assert.match(acuerdo(words), /3\D+30/);
  });
});
