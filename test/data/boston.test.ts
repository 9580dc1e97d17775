/**
 * The city's own labels, made again from instants: every agreement counted, every difference
 * explained.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { root } from "../command.ts";
import { say } from "../terminal.ts";

const file = join(root, "../shared/data/boston_311_2015/boston_311_2015.csv.gz");
const skip = existsSync(file) ? false : "../shared/data/boston_311_2015 is not here";
const words = ["backtest", "examples/boston-311.yaml", "--map", "maps/boston-311.yaml"];

describe("Boston's 311 cases of 2015", { skip }, () => {
  test("give back the city's ON TIME and OVERDUE from their three instants", async () => {
    const { code, out } = await say([...words, "--csv", file, "--json", "--strict"]);
    const { rows, label, commitments, problems } = JSON.parse(out);
    assert.deepEqual([code, problems], [0, []]);
    assert.deepEqual([rows.read, rows.used, rows.refused, rows.unknown], [121_145, 121_145, 0, 0]);

    // 26,991 cases have no target date, so they have no clock; the other 94,154 have one each.
    assert.equal(commitments[0].total, 94_154);
    assert.equal(label.table.met.none + label.table.breached.none, 26_991);

    // Of the 94,154, 153 carry no label at all; 94,000 of the 94,001 that do agree with our
    // verdict.
    assert.deepEqual([label.judged, label.agree], [94_001, 94_000]);
    assert.deepEqual(label.table.breached, {
      met: 0,
      breached: 30_445,
      open: 1,
      other: 0,
      none: 0,
    });
    assert.deepEqual(label.table.met, {
      met: 60_054,
      breached: 0,
      open: 3_501,
      other: 0,
      none: 26_991,
    });

    // The one: an open case labelled OVERDUE whose target lies half an hour after the newest
    // closing, the latest moment known of the export. The city's file was written a little later
    // than that.
    assert.deepEqual(label.disagreements, [
      {
        subject: "ticket/101001431411",
        says: "breached",
        stands: "open",
        dueAt: "2016-01-13T03:53:53.000Z",
        stoppedAt: null,
      },
    ]);

    // 1,788 closings are stamped at or before the opening (imports): the mapping's `after` puts
    // them right after it. Without that, 49 of them would count as never closed and as overdue.
    assert.equal(rows.moved, 1_788);
  });

  test("are told in words, in both languages", async () => {
    const spanish = await say([...words, "--csv", file], { language: "es" });
    assert.match(
      spanish.out,
      /Coinciden 94000 de 94001 \(99,9 %\)\. .*sin reloj \(sin plazo\): 26991\./,
    );
    assert.match(spanish.out, /boston-311 +by-target-date +2015-06 +definitivo/);
    assert.match(spanish.err, /Filas leídas: 121145 · usadas: 121145 · rechazadas: 0/);
  });
});
