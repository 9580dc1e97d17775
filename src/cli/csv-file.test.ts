import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { scratch } from "../../test/command.ts";
import type { Event } from "../engine/event.ts";
import { Refusal } from "../engine/problem.ts";
import { instantText } from "../engine/time.ts";
import { readCsvFile } from "./csv-file.ts";
import { Intake } from "./intake.ts";
import { readMapping } from "./mapping-file.ts";
import { readSettings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

const write = scratch();

const terminal: Terminal = {
  language: "en",
  isJson: false,
  hasColours: false,
  width: 80,
  serving: readSettings({}).serving,
  stdin: Readable.from([]),
  now: () => assert.fail("reading a file asks no clock"),
  print: async () => undefined,
  warn: async () => undefined,
  progress: () => undefined,
};

const cases = `
  source: crm
  timeZone: Europe/Madrid
  dates: [iso, dd/MM/yyyy HH:mm]
  empty: ["NULL"]
  decimal: ","
  subject: {kind: ticket, id: id}
  ignore:
    - {when: {state: test}, because: Not a real case}
  events:
    - type: ticket.created
      at: opened
      data:
        service: support
        account.tier: {column: tier, values: {G: oro, S: plata}}
        amount: {column: amount, as: number}
        paid: {column: paid, as: boolean}
        renews: {column: opened, as: date}
    - type: ticket.solved
      at: closed
      when: {state: {in: [done, sent]}}
      actor: {id: owner, kind: human}
`;

function mappingText(spec: string): string {
  return `apiVersion: acuerdo/v1\nkind: Mapping\nmetadata: {name: cases}\nspec:${spec}`;
}

const header = "id,opened,closed,state,owner,tier,amount,paid";

async function read(csv: string | Buffer, spec = cases, name = "cases.csv") {
  const mapping = await readMapping(write("map.yaml", mappingText(spec)), terminal);
  const intake = new Intake(undefined);
  const labels = await readCsvFile({ file: write(name, csv), mapping }, intake, terminal);
  return { events: intake.events, problems: intake.problems, rows: intake.rows, labels };
}

function told({ type, subject, occurredAt }: Event): string {
  return `${subject} ${type} ${instantText(occurredAt).slice(0, 16)}`;
}

describe("a row of a CSV", () => {
  test("holds several events, in the mapping's zone", async () => {
    const { events, problems } = await read(
      `${header}\n7,2026-03-31 10:00,31/03/2026 12:30,done,ana,G,"1.234,50",sí\n`,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(events.map(told), [
      "ticket/7 ticket.created 2026-03-31T08:00",
      "ticket/7 ticket.solved 2026-03-31T10:30",
    ]);
    assert.deepEqual(events[0]?.data, {
      service: "support",
      account: { tier: "oro" },
      amount: 1234.5,
      paid: true,
      renews: "2026-03-31",
    });
    assert.deepEqual(events[1]?.actor, { id: "ana", kind: "human" });
  });

  test("with an empty cell of time holds no such event", async () => {
    const { events } = await read(`${header}\n7,2026-03-31,NULL,done,ana,,,\n`);
    assert.deepEqual(events.map(told), ["ticket/7 ticket.created 2026-03-30T22:00"]);
    assert.deepEqual(events[0]?.data, { service: "support", renews: "2026-03-31" });
  });

  test("gives its events the same ids in any export", async () => {
    const one = await read(`${header}\n7,2026-03-31,,open,ana,,,\n8,2026-03-31,,open,ana,,,\n`);
    const other = await read(`${header}\n8,2026-03-31,,open,eva,,,\n`);
    assert.equal(one.events[1]?.id, other.events[0]?.id);
    assert.notEqual(one.events[0]?.id, one.events[1]?.id);
  });

  test("may be quoted over lines; the line told is where it ends", async () => {
    const { rows, problems } = await read(
      `${header}\n7,2026-03-31,,open,"ana\nmaria",,,\n8,soon,,open,ana,,,\n`,
    );
    assert.deepEqual([rows.read, rows.used, rows.refused], [2, 1, 1]);
    assert.deepEqual(
      problems.map(({ code, place }) => [code, place?.line]),
      [["cell-unreadable", 4]],
    );
  });

  const odd: readonly (readonly [
    name: string,
    row: string,
    counted: "refused" | "unknown" | "ignored",
    code: string | undefined,
  ])[] = [
    ["with a cell too few", "7,2026-03-31,,open,ana,,", "refused", "row-length"],
    ["with a cell too many", "7,2026-03-31,,open,ana,,,,", "refused", "row-length"],
    ["without its subject", ",2026-03-31,,open,ana,,,", "refused", "cell-missing"],
    ["with a time that is none", "7,31-31-2026,,open,ana,,,", "refused", "cell-unreadable"],
    ["with a value not foreseen", "7,2026-03-31,,open,ana,X,,", "refused", "cell-unreadable"],
    ["with a number that is none", "7,2026-03-31,,open,ana,,1e5,", "refused", "cell-unreadable"],
    ["that no rule speaks of", "7,,2026-03-31,open,ana,,,", "unknown", "row-unknown"],
    ["left out on purpose", "7,2026-03-31,,test,ana,,,", "ignored", undefined],
  ];
  for (const [name, row, counted, code] of odd) {
    test(`${name} is counted as ${counted}, and the rest is used`, async () => {
      const { rows, problems } = await read(`${header}\n${row}\n8,2026-03-31,,open,ana,,,\n`);
      assert.deepEqual([rows.read, rows.used, rows[counted]], [2, 1, 1]);
      assert.equal(problems[0]?.code, code);
      assert.equal(problems[0]?.place?.line, code === undefined ? undefined : 2);
    });
  }

  test("of 2 MB is refused by its line, and those after it are read", async () => {
    const long = `7,2026-03-31,,open,${"a".repeat(2_000_000)},,,`;
    const { rows, problems } = await read(`${header}\n${long}\n8,2026-03-31,,open,ana,,,\n`);
    assert.deepEqual([rows.read, rows.used, rows.refused], [2, 1, 1]);
    assert.deepEqual([problems[0]?.code, problems[0]?.place?.line], ["line-too-long", 2]);
  });

  test("whose quote never ends is said, with what was not read", async () => {
    const { rows, problems } = await read(
      `${header}\n7,2026-03-31,,open,ana,,,\n8,2026-03-31,,open,"ana,,,\n`,
    );
    assert.deepEqual([rows.used, rows.refused], [1, 1]);
    assert.equal(problems[0]?.code, "csv-unreadable");
  });
});

describe("a file of rows", () => {
  test("may be packed, come from Windows, and be separated by semicolons", async () => {
    const text = `\uFEFFid;opened\r\n7;2026-03-31\r\n`;
    const spec = `
  source: crm
  timeZone: UTC
  delimiter: ";"
  subject: {kind: lead, id: id}
  events: [{type: lead.created, at: opened}]
`;
    const { events } = await read(gzipSync(text), spec, "cases.csv.gz");
    assert.deepEqual(events.map(told), ["lead/7 lead.created 2026-03-31T00:00"]);
  });

  test("twice is one: its events repeat themselves", async () => {
    const row = "7,2026-03-31,2026-04-01,done,ana,,,";
    const { rows, events } = await read(`${header}\n${row}\n${row}\n`);
    assert.deepEqual([rows.used, rows.repeated], [2, 2]);
    assert.equal(new Set(events.map(({ id }) => id)).size, 2);
  });

  test("may stamp an end before its beginning, which `after` puts right and counts", async () => {
    const spec = `
  source: crm
  timeZone: UTC
  subject: {kind: ticket, id: id}
  events: [{type: ticket.created, at: opened}, {type: ticket.solved, at: closed, after: opened}]
`;
    const { events, rows } = await read("id,opened,closed\n7,2026-03-31,2026-03-30\n", spec);
    assert.equal((events[1]?.occurredAt ?? 0) - (events[0]?.occurredAt ?? 0), 1);
    assert.equal(rows.moved, 1);
  });

  test("that holds only a header holds nothing, an empty one as well", async () => {
    assert.deepEqual((await read(`${header}\n`)).rows.read, 0);
    assert.deepEqual((await read("")).rows.read, 0);
  });
});

/** What a mapping gets wrong, and where it is told. */
const wrong: readonly (readonly [
  name: string,
  change: [string, string],
  code: string,
  line: number,
])[] = [
  ["a column that is not there", ["at: opened", "at: openned"], "column-unknown-near", 15],
  ["a key that is not there", ["dates:", "datess:"], "key-misspelt", 7],
  ["a form of dates without sense", ["dd/MM/yyyy", "dd/QQ/yyyy"], "mapping-date-form", 7],
  ["a zone that does not exist", ["Europe/Madrid", "Europe/Atlantis"], "time-zone-unknown", 6],
  ["a kind of subject that is none", ["kind: ticket", "kind: spaceship"], "word-unknown", 10],
];

describe("a mapping that is wrong is refused, with the place in its file", () => {
  for (const [name, [from, to], code, line] of wrong) {
    test(name, async () => {
      const refusal = await read(`${header}\n`, cases.replace(from, to)).then(
        () => assert.fail("it was read"),
        (failure: unknown) => failure,
      );
      assert.ok(refusal instanceof Refusal);
      const [first] = refusal.problems;
      assert.deepEqual([first?.code, first?.place?.line], [code, line]);
    });
  }

  test("times without a zone are told apart from texts that are no times", async () => {
    const spec = cases.replace("  timeZone: Europe/Madrid\n", "");
    const { problems } = await read(`${header}\n7,2026-03-31,,open,ana,,,\n`, spec);
    assert.equal(problems[0]?.code, "cell-without-zone");
  });
});
