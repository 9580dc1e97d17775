import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scratch } from "../../../test/command.ts";
import { say } from "../../../test/terminal.ts";

const write = scratch();

function agreement(name: string, within: string): string {
  return write(
    `${name}.yaml`,
    `apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: ${name}}
spec:
  purpose: Answers in time
  parties:
    - {id: team, kind: team, role: [provider]}
    - {id: customers, kind: company, role: [consumer]}
  term: {from: 2026-01-01, timeZone: UTC}
  commitments:
    - id: answer
      obliged: team
      beneficiary: customers
      scope: {subject: ticket}
      clock: {start: ticket.created, stop: ticket.repliedPublic}
      target: [{within: ${within}}]
      objective: {atLeast: 75%, each: month}
`,
  );
}

const csv = write(
  "cases.csv",
  `id,opened,answered,ontime
1,2026-03-02T10:00Z,2026-03-02T10:30Z,yes
2,2026-03-02T10:00Z,2026-03-02T11:30Z,yes
3,2026-03-02T10:00Z,2026-03-02T13:00Z,no
4,2026-03-02T10:00Z,2026-03-02T10:45Z,no
5,2026-03-31T10:00Z,,
`,
);

const map = write(
  "cases.map.yaml",
  `apiVersion: acuerdo/v1
kind: Mapping
metadata: {name: cases}
spec:
  source: desk
  subject: {kind: ticket, id: id}
  asOf: 2026-03-31T10:20Z
  events:
    - {type: ticket.created, at: opened}
    - {type: ticket.repliedPublic, at: answered}
  label: {column: ontime, commitment: answer, met: ["yes"], breached: ["no"]}
`,
);

const source = ["--csv", csv, "--map", map];

describe("acuerdo backtest", () => {
  test("counts clocks, what they took, and each period", async () => {
    const { code, out } = await say(["backtest", agreement("hour", "1h"), ...source, "--json"]);
    const { asOf, commitments, periods, rows } = JSON.parse(out);
    assert.deepEqual([code, asOf, rows.used], [0, "2026-03-31T10:20:00.000Z", 5]);
    assert.equal(commitments.length, 1);
    assert.deepEqual(commitments[0].verdicts, {
      open: 1,
      met: 2,
      breached: 2,
      excused: 0,
      void: 0,
    });
    assert.deepEqual(commitments[0].spent, {
      count: 4,
      p50: 45 * 60_000,
      p75: 90 * 60_000,
      p90: 180 * 60_000,
      p95: 180 * 60_000,
      max: 180 * 60_000,
    });
    const march = periods.find(({ from }: { from: string }) => from.startsWith("2026-03"));
    assert.deepEqual([march.met, march.breached, march.openNotDue, march.value], [2, 2, 1, 0.5]);
  });

  test("compares our verdicts with those of the file", async () => {
    const { out } = await say(["backtest", agreement("hour", "1h"), ...source, "--json"]);
    const { label } = JSON.parse(out);
    assert.deepEqual([label.labelled, label.judged, label.agree], [4, 4, 2]);
    const differ = label.disagreements.map(
      ({ subject, says, stands }: Record<string, string>) => `${subject} ${says} ${stands}`,
    );
    assert.deepEqual(differ, ["ticket/2 met breached", "ticket/4 breached met"]);
  });

  test("says what another agreement would have changed", async () => {
    const words = ["backtest", agreement("hour", "1h"), ...source];
    const against = ["--against", agreement("longer", "2h")];
    const { out } = await say([...words, ...against, "--json"]);
    const { changes, periods } = JSON.parse(out).against;
    assert.deepEqual(changes, [
      { commitment: "answer", both: 5, onlyOne: 0, onlyOther: 0, changed: { "breached→met": 1 } },
    ]);
    assert.equal(periods.at(-1).value, 0.75);
    const spanish = await say([...words, ...against], { language: "es" });
    assert.match(spanish.out, /answer +2026-03 +50,0 % abierto +75,0 % abierto +\+25,0/);
    assert.match(spanish.out, /incumplido → cumplido: 1/);
  });

  test("is judged at the newest event where nobody says when", async () => {
    const event = { specversion: "1.0", id: "1", source: "s", subject: "ticket/1" };
    const line = JSON.stringify({ ...event, type: "ticket.created", time: "2026-03-05T10:00:00Z" });
    const { out } = await say(["backtest", agreement("hour", "1h"), "--events", "-", "--json"], {
      stdin: line,
    });
    assert.equal(JSON.parse(out).asOf, "2026-03-05T10:00:00.000Z");
  });
});
