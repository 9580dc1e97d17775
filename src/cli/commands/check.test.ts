import assert from "node:assert/strict";
import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { root, scratch } from "../../../test/command.ts";
import { say } from "../../../test/terminal.ts";

const write = scratch();
const examples = globSync(join(root, "examples/*.yaml"));

describe("acuerdo check", () => {
  test("finds nothing in the examples", async () => {
    const { code, out } = await say(["check", ...examples]);
    assert.equal(code, 0);
    assert.match(out, /^0 errors, 0 warnings, \d+ notes \(see --all\)\.\n$/);
  });

  const shared = join(root, "../shared/examples");
  const absent = existsSync(shared) ? false : "../shared/examples is not here";
  test("finds nothing in the agreements of the brief", { skip: absent }, async () => {
    const files = globSync(join(shared, "*.yaml"));
    const { code } = await say(["check", ...files]);
    assert.deepEqual([files.length, code], [3, 0]);
  });

  test("says every problem with its place, in the reader's language", async () => {
    const file = write(
      "broken.yaml",
      `apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: broken, langauge: es}
spec:
  purpose: x
  parties: []
`,
    );
    const english = await say(["check", file]);
    const spanish = await say(["check", file], { language: "es" });
    assert.deepEqual([english.code, spanish.code], [1, 1]);
    assert.match(english.out, /broken\.yaml:3:\d+: error key-misspelt: .*langauge/);
    assert.match(spanish.out, /broken\.yaml:3:\d+: error key-misspelt: .*langauge/);
    assert.match(spanish.out, /falta/i);
    assert.match(english.out, /\d+ errors, \d+ warnings/);
  });

  test("says each commitment in a sentence with --words", async () => {
    const words = ["check", "examples/soporte-estandar.yaml", "--words"];
    const english = await say(words);
    const spanish = await say(words, { language: "es" });
    assert.match(english.out, /^arranque: .*business days/m);
    assert.match(spanish.out, /^arranque: .*días hábiles/m);
  });

  test("gives sentences and problems in both languages as JSON", async () => {
    const { code, out } = await say(["check", ...examples, "--words", "--all", "--json"]);
    const { documents, commitments, problems } = JSON.parse(out);
    assert.equal(code, 0);
    assert.equal(documents.length, examples.length);
    for (const { says } of [...commitments, ...problems]) assert.ok(says.es && says.en);
  });

  test("reads the standard input as -", async () => {
    const { code, out } = await say(["check", "-"], { stdin: "kind: Nothing\n" });
    assert.equal(code, 1);
    assert.match(out, /^-:1:\d+: error/);
  });

  const unreadable: readonly (readonly [name: string, file: () => string, says: RegExp])[] = [
    ["a file that is not there", () => "nothing.yaml", /There is no file "nothing.yaml"/],
    ["a folder", () => root, /EISDIR/],
    ["a gzip that is none", () => write("x.yaml.gz", "plain"), /cannot be read/],
    ["5 MB", () => write("big.yaml", Buffer.alloc(5_000_000, "a")), /larger than 4194304 bytes/],
  ];
  for (const [name, file, says] of unreadable) {
    test(`says what is wrong with ${name}`, async () => {
      const { code, err } = await say(["check", file()]);
      assert.equal(code, 1);
      assert.match(err, says);
    });
  }
});
