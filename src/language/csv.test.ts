import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { CsvReader, delimiterOf, LONGEST_RECORD } from "./csv.ts";

function read(text: string, { piece = text.length || 1, delimiter = "," } = {}) {
  const reader = new CsvReader(delimiter);
  const found = [];
  for (let at = 0; at < text.length; at += piece)
    found.push(reader.read(text.slice(at, at + piece)));
  found.push(reader.end());
  const fault = found.find((one) => one.fault)?.fault;
  return { records: found.flatMap(({ records }) => records), fault };
}

const cellsOf = (text: string) => read(text).records.map(({ cells }) => cells);

describe("CSV in pieces", () => {
  test("says on which line each record begins, quotes and line ends within them or not", () => {
    const { records } = read('id,says\r\n\r\n1,"one\ntwo"\r\n2,"she said ""no"""\n3,5" disk\r4,');
    assert.deepEqual(records, [
      { cells: ["id", "says"], line: 1 },
      { cells: ["1", "one\ntwo"], line: 3 },
      { cells: ["2", 'she said "no"'], line: 5 },
      { cells: ["3", '5" disk'], line: 6 },
      { cells: ["4", ""], line: 7 },
    ]);
  });

  test("a quote that is never closed, or has text after it, ends the reading at its line", () => {
    assert.deepEqual(read('a\n"b\nc').fault, { code: "csv-quote-open", line: 2 });
    assert.deepEqual(read('a\n"b"c').fault, { code: "csv-quote-stray", line: 2 });
  });

  test("a record beyond the limit is a fault, not a heap of memory", () => {
    const { fault } = read(`a\n${"x".repeat(LONGEST_RECORD + 1)}`, { piece: 65_536 });
    assert.deepEqual(fault, { code: "line-too-long", line: 2 });
  });

  test("reads what it is told by any writer, in pieces of any size, as csv-parse does", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ñ", '"', ",", "\n", " ", "😀") });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, piece) => {
        const text = rows.map((row) => row.map(quoted).join(",")).join("\r\n");
        const twin = parse(text, { relax_column_count: true, skip_empty_lines: true });
        const found = read(text, { piece }).records.map(({ cells }) => cells);
        assert.deepEqual(found, twin);
        assert.deepEqual(found, rows);
      }),
    );
  });

  test("finds the delimiter by the first line", () => {
    assert.equal(delimiterOf("id;creado;primer contacto\n1;2,5;x"), ";");
    assert.equal(delimiterOf('id,"a;b;c;d"\n1,2\n'), ",");
    assert.equal(delimiterOf("id\tcreated\n"), "\t");
    assert.equal(delimiterOf("id"), ",");
  });

  test("nothing, and a header alone, have no records of their own", () => {
    assert.deepEqual(cellsOf(""), []);
    assert.deepEqual(cellsOf("id,created\n\n\n"), [["id", "created"]]);
  });
});

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
