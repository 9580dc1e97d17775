import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type CellValue, csvOf } from "./table-text.ts";

const columns = [
  { head: "lead", value: ([name]: readonly CellValue[]) => name ?? null },
  { head: "late", value: ([, late]: readonly CellValue[]) => late ?? null },
];

describe("a table as CSV", () => {
  test("marks its encoding, ends lines as RFC 4180 says, and leaves what is not known empty", () =>
    assert.equal(
      csvOf(columns, [
        ["Ñandú", 12.5],
        ["", null],
      ]),
      "\uFEFFlead,late\r\nÑandú,12.5\r\n,\r\n",
    ));

  test("quotes commas, quotes and line ends", () =>
    assert.equal(
      csvOf(columns, [['Pi, "the" one\nmore', 1]]),
      '\uFEFFlead,late\r\n"Pi, ""the"" one\nmore",1\r\n',
    ));

  for (const text of ["=1+1", "+1", "-1", "@sum(a1)", "\t=1", "＝1"]) {
    test(`never hands over ${JSON.stringify(text)} as a formula`, () =>
      assert.ok(csvOf(columns, [[text, null]]).includes(`\n'${text},`)));
  }

  test("a negative number is a number", () =>
    assert.ok(csvOf(columns, [["a", -3]]).endsWith("a,-3\r\n")));

  test("what was written can be read back, whatever it was", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (rows) => {
        const read = readCsv(csvOf(columns, rows)).slice(1);
        const wanted = rows.map((row) => row.map(guarded));
        assert.deepEqual(read, wanted);
      }),
    ));
});

function guarded(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** The slow twin: one character at a time. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let [line, field, isQuoted] = [[] as string[], "", false];
  for (let at = 1; at < text.length; at++) {
    const [one, next] = [text[at] ?? "", text[at + 1]];
    if (isQuoted && one === '"' && next === '"') {
      field += '"';
      at++;
    } else if (one === '"') isQuoted = !isQuoted;
    else if (isQuoted) field += one;
    else if (one === "," || one === "\r") {
      line.push(field);
      field = "";
      if (one === ",") continue;
      lines.push(line);
      line = [];
      at++;
    } else field += one;
  }
  return lines;
}
