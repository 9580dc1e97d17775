import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import sql from "sql-template-tag";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { openScene, type Scene } from "../../test/workspace-scene.ts";
import type { AgreementDocument } from "../engine/agreement.ts";
import type { Event } from "../engine/event.ts";
import { judge } from "../engine/judge.ts";
import type { Period } from "../engine/period.ts";
import { HOUR, type Instant, MINUTE } from "../engine/time.ts";
import { readDocuments } from "../language/reader.ts";
import { inWorkspace, many } from "../store/db.ts";
import { periodCorrections, periodReport } from "./period-report.ts";

const text = `
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: funnel, title: Funnel}
spec:
  purpose: Leads are many, and called while they are warm.
  parties:
    - {id: sales, kind: team, role: [provider]}
    - {id: marketing, kind: team, role: [consumer]}
  term: {from: 2026-01-01, timeZone: UTC}
  disputes:
    window: 10d
    who: [sales]
    steps: [{by: sales, within: 3d}]
    effect: provisional
    default: measurementStands
  commitments:
    - id: first-contact
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      clock:
        start: lead.assigned
        stop: contact.connected
        pause: {while: {status: waiting}}
      target: [{within: 24h}]
      objective: {atLeast: "60%", each: month}
    - id: volume
      obliged: marketing
      beneficiary: sales
      scope: {subject: lead}
      measure: {count: lead.assigned}
      objective: {atLeast: 4, each: month}
    - id: won
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      measure: {conversion: {from: lead.assigned, to: contact.connected, within: 20d}}
      objective: {atLeast: "50%", each: month, versus: {period: previous, by: "10%"}}
    - id: speed
      obliged: sales
      beneficiary: marketing
      scope: {subject: lead}
      measure: {duration: {from: lead.assigned, to: contact.connected}, statistic: p50}
      objective: {atMost: 2d, each: month}
`;
const document = readDocuments(text).documents[0] as AgreementDocument;

const day = (month: number, date: number, hour = 9) =>
  Date.UTC(2026, month - 1, date, hour) as Instant;

type Deed = readonly [type: string, at: Instant, data?: Event["data"]];

function lead(id: number, ...deeds: readonly Deed[]): readonly Event[] {
  return deeds.map(([type, occurredAt, data], index) => ({
    id: `${id}-${index}`,
    source: "crm",
    type,
    subject: `lead/${id}`,
    occurredAt,
    ...(data ? { data } : {}),
  }));
}

const january = day(1, 1, 0);

describe("periods kept as sums", () => {
  let opened: TestDatabase;
  before(async () => {
    opened = await openTestDatabase();
  });
  after(() => opened.drop());

  async function report(scene: Scene, now: Instant): Promise<readonly Period[]> {
    const rows = await periodReport(scene.acting(now), { agreement: "funnel" });
    return rows.map(({ period }) => period);
  }

  const statusOf = (periods: readonly Period[], commitment: string) =>
    periods
      .filter((one) => one.commitment === commitment && one.from === january)
      .map(({ status, met, breached, verdict }) => `${status} ${met}/${breached} ${verdict}`);

  test("a month is open, then provisional, then final, each by its timer", async () => {
    const scene = await openScene(opened.database, [document]);
    await scene.record(day(1, 6), [
      ...lead(1, ["lead.assigned", day(1, 5)], ["contact.connected", day(1, 5, 12)]),
      ...lead(2, ["lead.assigned", day(1, 5)], ["contact.connected", day(1, 5, 13)]),
      ...lead(3, ["lead.assigned", day(1, 5, 10)]),
    ]);
    await scene.pass((day(1, 6) + MINUTE) as Instant);
    const told: string[] = [];
    for (const at of [day(1, 20), day(2, 1, 0), day(2, 10), day(2, 11, 0)]) {
      await scene.pass(at);
      told.push(...statusOf(await report(scene, at), "first-contact"));
    }
    assert.deepEqual(told, [
      "open 2/1 open",
      "provisional 2/1 met",
      "provisional 2/1 met",
      "final 2/1 met",
    ]);
  });

  test("a late fact leaves a final month as it was: it is an entry of the present", async () => {
    const scene = await openScene(opened.database, [document]);
    await scene.record(day(1, 6), [
      ...lead(1, ["lead.assigned", day(1, 5)], ["contact.connected", day(1, 5, 12)]),
      ...lead(2, ["lead.assigned", day(1, 5)]),
    ]);
    await scene.pass(day(3, 20));
    const late = lead(2, ["lead.assigned", day(1, 5)], ["contact.connected", day(1, 5, 20)]);
    await scene.record(day(3, 21), late);
    await scene.pass((day(3, 21) + MINUTE) as Instant);
    assert.deepEqual(statusOf(await report(scene, day(3, 22)), "first-contact"), [
      "final 1/1 breached",
    ]);
    const entries = await periodCorrections(scene.acting(day(3, 22)), { agreement: "funnel" });
    const own = entries.filter(({ commitment }) => commitment === "first-contact");
    assert.deepEqual(
      own.map(({ difference, isVerdictChanged, lateFacts, of, in: entered }) => ({
        met: difference.met,
        breached: difference.breached,
        isVerdictChanged,
        lateFacts,
        of: of.from,
        in: entered.from,
      })),
      [
        {
          met: 1,
          breached: -1,
          isVerdictChanged: true,
          lateFacts: [{ source: "crm", id: "2-1" }],
          of: january,
          in: day(3, 1, 0),
        },
      ],
    );
    await scene.pass(day(3, 25));
    const again = await periodCorrections(scene.acting(day(3, 25)), { agreement: "funnel" });
    assert.deepEqual(again, entries, "the same late fact is entered once");
  });

  test("a correction in an old period writes the cells of that period and no others", async () => {
    const scene = await openScene(opened.database, [document]);
    const leads = Array.from({ length: 60 }, (_, index) =>
      lead(index, [
        "lead.assigned",
        day(1 + (index % 6), 5),
        { team: `t${index % 3}`, source: `s${index % 4}`, owner: `o${index % 5}` },
      ]),
    );
    await scene.record(day(6, 20), leads.flat());
    await scene.pass((day(6, 20) + MINUTE) as Instant);
    const written = () =>
      inWorkspace(opened.database, scene.workspaceId, (db) =>
        many(
          db,
          sql`
            select commitment, extract(month from starts_at)::integer as month, dimension, value,
              xmin::text as version
            from period_cell where workspace_id = ${scene.workspaceId}
            order by commitment, starts_at, dimension, value limit 10000`,
          (row) => row,
        ),
      );
    const known = new Set((await written()).map((row) => JSON.stringify(row)));
    await scene.record(
      day(6, 21),
      lead(
        0,
        ["lead.assigned", day(1, 5), { team: "t0", source: "s0", owner: "o0" }],
        ["contact.connected", day(1, 5, 12)],
      ),
    );
    await scene.pass((day(6, 21) + MINUTE) as Instant);
    const touched = (await written()).filter((row) => !known.has(JSON.stringify(row)));
    const speed = touched.filter(({ commitment }) => commitment === "speed");
    const others = touched.filter(({ commitment }) => commitment !== "speed");
    assert.deepEqual([...new Set(others.map(({ month }) => month))], [1]);
    // Of eight dimensions one value each, for the clock and the conversion; volume is as it was.
    assert.equal(others.length, 16);
    // An open duration counts in every month it was open through: it does so no longer.
    assert.equal(speed.length, 8 * 6);
    assert.ok(known.size > 5 * touched.length, "most cells are left alone");
  });

  test("sums by a dimension add up to the whole", async () => {
    const scene = await openScene(opened.database, [document]);
    const leads = Array.from({ length: 12 }, (_, index) =>
      lead(
        index,
        ["lead.assigned", day(1, 5), { team: `t${index % 3}` }],
        ...(index % 2 === 0 ? [["contact.connected", day(1, 5, 10)] as const] : []),
      ),
    );
    await scene.record(day(1, 10), leads.flat());
    const asked = { agreement: "funnel", commitment: "first-contact" };
    const acting = scene.acting(day(1, 11));
    const [whole] = await periodReport(acting, asked);
    const teams = await periodReport(acting, { ...asked, dimension: "team" });
    assert.deepEqual(
      teams.map(({ value, period: { met, breached } }) => [value, met, breached]).sort(),
      [
        ["t0", 2, 2],
        ["t1", 2, 2],
        ["t2", 2, 2],
      ],
    );
    assert.deepEqual([whole?.period.met, whole?.period.breached], [6, 6]);
  });

  test("batches side by side, folded meanwhile, lose nothing", async () => {
    const scene = await openScene(opened.database, [document]);
    const now = day(2, 5);
    const batches = Array.from({ length: 12 }, (_, turn) =>
      Array.from({ length: 10 }, (_, index) => index * 12 + turn).flatMap((id) =>
        lead(
          id,
          ["lead.assigned", day(1, 5), { team: `t${id % 3}` }],
          ...(id % 3 === 0 ? [["contact.connected", day(1, 5, 10)] as const] : []),
        ),
      ),
    );
    await Promise.all([
      ...batches.map((events) => scene.record(now, events)),
      ...[1, 2, 3].map((minutes) => scene.pass((now + minutes * MINUTE) as Instant)),
    ]);
    const { periods } = judge({ agreements: [document], events: batches.flat(), asOf: now });
    assert.deepEqual(await report(scene, now), periods);
    await scene.pass((now + HOUR) as Instant);
    assert.deepEqual(await report(scene, now), periods);
  });

  test("however facts arrive, the sums are those of a judgement of all of them", async () => {
    const type = fc.constantFrom("lead.assigned", "contact.connected", "lead.statusChanged");
    const fact = fc.record({
      lead: fc.integer({ min: 1, max: 6 }),
      type,
      hour: fc.integer({ min: 0, max: 1_500 }),
      status: fc.constantFrom("waiting", "new"),
      team: fc.constantFrom("north", "south"),
    });
    // No month is final yet, so none is frozen.
    const undecided = readDocuments(text.replace("window: 10d", "window: 99d"))
      .documents[0] as AgreementDocument;
    const batches = fc.array(fc.array(fact, { minLength: 1, maxLength: 6 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(batches, async (given) => {
        const scene = await openScene(opened.database, [undecided]);
        const now = day(3, 10);
        const all: Event[] = [];
        for (const [turn, batch] of given.entries()) {
          const events = batch.map(({ lead: id, type: kind, hour, status, team }, index) => ({
            id: `${turn}-${index}`,
            source: "crm",
            type: kind,
            subject: `lead/${id}`,
            occurredAt: (january + hour * HOUR) as Instant,
            data: { status, team },
          }));
          all.push(...events);
          await scene.record(now, events);
          if (turn % 2 === 0) await scene.pass((now + MINUTE) as Instant);
        }
        const { periods } = judge({ agreements: [undecided], events: all, asOf: now });
        assert.deepEqual(await report(scene, now), periods);
        const whole = periods.filter(({ from }) => from === january);
        const rows = await periodReport(scene.acting(now), {
          agreement: "funnel",
          dimension: "team",
        });
        for (const { commitment, met, breached } of whole) {
          const own = rows.filter(
            ({ period }) => period.commitment === commitment && period.from === january,
          );
          const sum = (of: "met" | "breached") =>
            own.reduce((total, { period }) => total + period[of], 0);
          assert.deepEqual([sum("met"), sum("breached")], [met, breached]);
        }
      }),
      { numRuns: 15 },
    );
  });
});
