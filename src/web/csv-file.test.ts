import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { digestOf, rowsOf, type ScannedFile, scanFile } from "./csv-file.ts";

const fileOf = (content: string | Uint8Array<ArrayBuffer>) => new File([content], "leads.csv");
const scan = (content: string | Uint8Array<ArrayBuffer>) =>
  scanFile(fileOf(content), () => undefined);

async function whole(content: string | Uint8Array<ArrayBuffer>): Promise<ScannedFile> {
  const found = await scan(content);
  assert.ok(!("code" in found), JSON.stringify(found));
  return found;
}

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

describe("a file that a reader chose", () => {
  for (const [name, content, expected] of [
    ["empty", "", { code: "empty" }],
    ["with nothing but empty lines", "\n\n", { code: "empty" }],
    ["with a header alone", "id,created\n", { code: "headerOnly" }],
    ["that is a workbook", "PK\u0003\u0004…", { code: "workbook" }],
    ["that is no text", "\u0001\u0000\u0002", { code: "binary" }],
    ["with a quote never closed", 'id\n1\n"2\n3', { code: "csv-quote-open", line: 3 }],
    ["with text after a quote", 'id\n"1"x', { code: "csv-quote-stray", line: 2 }],
    ["with one column twice", "id,id\n1,2\n", { code: "columnTwice", column: "id" }],
    ["whose columns have no names", ",\n1,2\n", { code: "columnUnnamed" }],
  ] as const) {
    test(`${name} is told apart`, async () => assert.deepEqual(await scan(content), expected));
  }

  test("with a line of two hundred megabytes is let go early", async () => {
    const line = new Uint8Array(200_000_000).fill(120);
    const began = performance.now();
    const found = await scanFile(new File(["id,created\n", line], "l.csv"), () => undefined);
    assert.deepEqual(found, { code: "line-too-long", line: 2 });
    assert.ok(performance.now() - began < 5_000);
  });

  test("in Windows' letters is read right, and so is UTF-8 with its mark, and UTF-16", async () => {
    const text = "Creación;Año\n1;España\n";
    for (const [content, encoding] of [
      [bytes(text), "windows-1252"],
      [`\uFEFF${text}`, "utf-8"],
      [Uint8Array.from(Buffer.from(`\uFEFF${text}`, "utf16le")), "utf-16le"],
    ] as const) {
      const found = await whole(content);
      assert.deepEqual([found.encoding, found.delimiter], [encoding, ";"]);
      assert.deepEqual(found.header, ["Creación", "Año"]);
      assert.deepEqual(found.sample, [{ cells: ["1", "España"], line: 2 }]);
    }
  });

  test("of a hundred thousand rows is scanned and read again, row by row", async () => {
    const row = (index: number) => `${index},2026-02-03 10:${String(index % 60).padStart(2, "0")}`;
    const lines = Array.from({ length: 100_000 }, (_, index) => row(index));
    const found = await whole(`id,created\n${lines.join("\n")}`);
    assert.deepEqual(
      [found.rows, found.sample.length, found.columns[1]?.iso],
      [100_000, 20, 100_000],
    );
    let [rows, last] = [0, ""];
    for await (const { records } of rowsOf(found)) {
      rows += records.length;
      last = records.at(-1)?.cells.join() ?? last;
    }
    assert.deepEqual([rows, last], [100_000, row(99_999)]);
  });

  test("is known again when it is read in the same way, and not when in another", async () => {
    const [one, same] = await Promise.all([whole("id\n1\n"), whole("id\n1\n")]);
    const known = { ...same, file: new File(["id\n1\n"], "leads.csv", one.file) };
    assert.equal(await digestOf(one, { zone: "UTC" }), await digestOf(known, { zone: "UTC" }));
    assert.notEqual(await digestOf(one, { zone: "UTC" }), await digestOf(one, { zone: "CET" }));
  });
});
