import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { openScene } from "../../test/workspace-scene.ts";
import type { AgreementDocument } from "../engine/agreement.ts";
import type { Event } from "../engine/event.ts";
import { judge } from "../engine/judge.ts";
import { DAY, HOUR, type Instant } from "../engine/time.ts";
import { readDocuments } from "../language/reader.ts";
import { periodReport } from "./period-report.ts";

const [document] = readDocuments(`
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: rolling, title: Rolling}
spec:
  purpose: What the last ten days were like, at any moment.
  parties:
    - {id: sales, kind: team, role: [provider]}
    - {id: marketing, kind: team, role: [consumer]}
  term: {from: 2026-01-01, timeZone: UTC}
  commitments:
    - id: contact
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      clock: {start: lead.assigned, stop: contact.connected}
      target: [{within: 24h}]
      objective: {atLeast: "60%", each: {rolling: 10d}}
    - id: volume
      obliged: marketing
      beneficiary: sales
      scope: {subject: lead}
      measure: {count: lead.assigned}
      objective: {atLeast: 4, each: {rolling: 10d}}
    - id: won
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      measure: {conversion: {from: lead.assigned, to: contact.connected, within: 3d}}
      objective: {atLeast: "50%", each: {rolling: 10d}}
    - id: speed
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      measure:
        duration: {from: lead.assigned, to: contact.connected}
        statistic: p50
        censored: true
      objective: {atMost: 2d, each: {rolling: 10d}}
    - id: up
      obliged: sales
      beneficiary: marketing
      measure: {availability: site}
      objective: {atLeast: "99%", each: {rolling: 10d}}
`).documents as [AgreementDocument];

const january = Date.UTC(2026, 0, 1) as Instant;
const now = (january + 30 * DAY) as Instant;

const happened = {
  lead: ["lead.assigned", "contact.connected"],
  service: ["service.down", "service.up"],
} as const;

const facts = fc.array(
  fc.record({
    kind: fc.constantFrom("lead" as const, "service" as const),
    name: fc.integer({ min: 1, max: 4 }),
    turn: fc.integer({ min: 0, max: 1 }),
    hour: fc.integer({ min: 0, max: 30 * 24 - 1 }),
    team: fc.constantFrom("north", "south"),
  }),
  { maxLength: 25 },
);

describe("a window that ends now", () => {
  let opened: TestDatabase;
  before(async () => {
    opened = await openTestDatabase();
  });
  after(() => opened.drop());

  test("is what a judgement of all facts says, for clocks and for measures", () =>
    fc.assert(
      fc.asyncProperty(facts, async (given) => {
        const scene = await openScene(opened.database, [document]);
        const events = given.map(
          ({ kind, name, turn, hour, team }, index): Event => ({
            id: String(index),
            source: "crm",
            type: happened[kind][turn] ?? "",
            subject: kind === "lead" ? `lead/${name}` : "service/site",
            occurredAt: (january + hour * HOUR) as Instant,
            data: { team },
          }),
        );
        await scene.record(now, events);
        const { periods } = judge({ agreements: [document], events, asOf: now });
        const asked = { agreement: "rolling" };
        const told = await periodReport(scene.acting(now), asked);
        assert.deepEqual(
          told.map(({ period }) => period),
          periods,
        );
        const teams = await periodReport(scene.acting(now), { ...asked, dimension: "team" });
        for (const { commitment, met, breached } of periods) {
          const own = teams.flatMap(({ period }) =>
            period.commitment === commitment ? [period] : [],
          );
          const sum = (of: "met" | "breached") => own.reduce((all, one) => all + one[of], 0);
          assert.deepEqual([sum("met"), sum("breached")], [met, breached]);
        }
      }),
      { numRuns: 25 },
    ));

  test("forgets by itself, with no fact and no timer", async () => {
    const scene = await openScene(opened.database, [document]);
    const one: Event = {
      id: "1",
      source: "crm",
      type: "lead.assigned",
      subject: "lead/1",
      occurredAt: january,
    };
    await scene.record(january, [one]);
    const volume = async (at: number) => {
      const asked = { agreement: "rolling", commitment: "volume" };
      const [told] = await periodReport(scene.acting(at as Instant), asked);
      return told?.period.value;
    };
    assert.equal(await volume(january + 10 * DAY), 1, "the first instant of the window is in it");
    assert.equal(await volume(january + 10 * DAY + 1), 0);
  });
});
