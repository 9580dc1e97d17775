import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Line, LONGEST_LINE, readLines } from "./lines.ts";

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(chunks: AsyncIterable<Uint8Array>): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const batch of readLines(chunks)) lines.push(...batch);
  return lines;
}

async function textsOf(text: string, size = 7): Promise<(string | undefined)[]> {
  return (await linesOf(inPieces(Buffer.from(text), size))).map((line) => line.text);
}

describe("lines of a stream", () => {
  test("end at a newline, and the last one at the end", async () => {
    assert.deepEqual(await textsOf("uno\ndos\n\ntres"), ["uno", "dos", "", "tres"]);
  });

  test("lose the carriage return of Windows and the byte order mark", async () => {
    assert.deepEqual(await textsOf("\uFEFFuno\r\ndos\r\n"), ["uno", "dos"]);
  });

  test("are the same however the stream is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "binary" }).map((line) => line.replace(/[\n\r\uFEFF]/g, ""))),
        fc.integer({ min: 1, max: 30 }),
        async (lines, size) => {
          const text = lines.map((line) => `${line}\n`).join("");
          const wellFormed = lines.map((line) => Buffer.from(line).toString("utf8"));
          assert.deepEqual(await textsOf(text, size), wellFormed);
        },
      ),
    );
  });

  test("that are not UTF-8 are named by their number", async () => {
    const bytes = Buffer.concat([Buffer.from("uno\n"), Buffer.from([0xff, 0xfe, 10])]);
    const lines = await linesOf(inPieces(bytes, 3));
    assert.deepEqual(lines[1], { number: 2, problem: "line-not-text" });
  });

  test("of exactly the limit are read, one byte more is not", async () => {
    const text = `${"a".repeat(LONGEST_LINE)}\n${"b".repeat(LONGEST_LINE + 1)}\nfin\n`;
    const lines = await linesOf(inPieces(Buffer.from(text), 65_536));
    assert.equal(lines[0]?.text?.length, LONGEST_LINE);
    assert.deepEqual(lines[1], { number: 2, problem: "line-too-long" });
    assert.deepEqual(lines[2], { number: 3, text: "fin" });
  });

  test("of 200 MB pass without being held", async () => {
    const block = Buffer.alloc(1_048_576, "x");
    let heaviest = 0;
    const before = process.memoryUsage.rss();
    async function* long(): AsyncGenerator<Uint8Array> {
      for (let megabyte = 0; megabyte < 200; megabyte += 1) {
        yield block;
        heaviest = Math.max(heaviest, process.memoryUsage.rss() - before);
      }
      yield Buffer.from("\nfin\n");
    }
    const lines = await linesOf(long());
    assert.deepEqual(lines, [
      { number: 1, problem: "line-too-long" },
      { number: 2, text: "fin" },
    ]);
    assert.ok(heaviest < 60_000_000, `${heaviest} bytes more were held`);
  });
});
