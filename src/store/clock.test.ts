import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import type { Period } from "../engine/period.ts";
import type { Instant, Millis } from "../engine/time.ts";
import { appendBeliefs, beliefsOf, latestBeliefs } from "./breach.ts";
import {
  type ClockRow,
  clockId,
  clocksOfSubjects,
  deleteClocksExcept,
  upsertClocks,
} from "./clock.ts";
import { type ClockFilter, type ClockSort, countClocks, listClocks } from "./clock-list.ts";
import { type Db, inWorkspace } from "./db.ts";
import { listPeriods, upsertPeriods } from "./period.ts";
import { saveSubjects } from "./subject.ts";

const morning = Date.parse("2026-03-31T09:00:00Z") as Instant;
const later = (minutes: number) => (morning + minutes * 60_000) as Instant;
const recording = { workspaceId: "ours", now: morning };

let db: TestDatabase;
before(async () => {
  db = await openTestDatabase();
});
after(() => db.drop());

const ours = <T>(work: (tx: Db) => Promise<T>) => inWorkspace(db.database, "ours", work);

function clock(more: Partial<ClockRow> = {}): ClockRow {
  return {
    agreement: "funnel",
    revision: 1,
    level: "corporate",
    commitment: "first-contact",
    subject: "lead/1",
    cycle: 1,
    state: "running",
    verdict: "open",
    provisional: false,
    owner: "ana",
    startedAt: morning,
    dueAt: later(240),
    breachedAt: null,
    stoppedAt: null,
    target: { text: "4bh", ms: 14_400_000 as Millis, basis: "open" },
    spent: { openMs: 0 as Millis, elapsedMs: 0 as Millis },
    remainingMs: 14_400_000,
    warnings: [{ at: later(120), share: 0.5 }],
    facets: { team: "north", title: "Ñandú S.A." },
    ...more,
  };
}

describe("writing clocks", () => {
  test("writes the new, then only what differs, and reads back what was written", () =>
    ours(async (tx) => {
      const two = [clock(), clock({ cycle: 2, target: null, dueAt: null, facets: {} })];
      assert.equal((await upsertClocks(tx, recording, two)).length, 2);
      assert.deepEqual(await clocksOfSubjects(tx, "ours", ["lead/1"]), two);
      assert.deepEqual(await upsertClocks(tx, recording, two), []);
      const breached = clock({ verdict: "breached", breachedAt: later(240) });
      assert.deepEqual(await upsertClocks(tx, recording, [breached, ...two.slice(1)]), [
        "lead/1/funnel/first-contact/1",
      ]);
    }));

  test("time that goes by is no difference: it follows from the rest", () =>
    ours(async (tx) => {
      const spent = { openMs: 60_000 as Millis, elapsedMs: 60_000 as Millis };
      const started = clock({ subject: "lead/2" });
      await upsertClocks(tx, recording, [started]);
      assert.deepEqual(await upsertClocks(tx, recording, [{ ...started, spent }]), []);
    }));

  test("removes those that a new judgement no longer has, of the subjects judged only", () =>
    ours(async (tx) => {
      const kept = clock({ subject: "lead/3" });
      const gone = clock({ subject: "lead/3", cycle: 2 });
      await upsertClocks(tx, recording, [kept, gone, clock({ subject: "lead/4" })]);
      const judged = { subjects: ["lead/3"], keep: [clockId(kept)] };
      assert.deepEqual(await deleteClocksExcept(tx, "ours", judged), [clockId(gone)]);
      assert.equal((await clocksOfSubjects(tx, "ours", ["lead/3", "lead/4"])).length, 2);
    }));
});

/** Pages through a list to its end. */
async function follow(
  tx: Db,
  workspace: string,
  asked: { filter?: ClockFilter; sort?: ClockSort; limit: number },
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await listClocks(tx, workspace, after === undefined ? asked : { ...asked, after });
    assert.ok(page.clocks.length <= asked.limit);
    ids.push(...page.clocks.map(clockId));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

describe("the list of clocks", () => {
  const rows = [
    clock({ subject: "lead/due-late", dueAt: later(300), facets: { worth: "5000" } }),
    clock({ subject: "lead/paused", state: "paused", dueAt: null, facets: { worth: "9000" } }),
    clock({ subject: "lead/due-soon", dueAt: later(5), owner: "leo" }),
    clock({ subject: "ticket/same-a", dueAt: later(60), facets: { team: "south" } }),
    clock({ subject: "ticket/same-b", dueAt: later(60), facets: { worth: "700.50" } }),
    clock({ subject: "lead/late", verdict: "breached", breachedAt: later(-5), dueAt: later(-5) }),
    clock({ subject: "lead/done", state: "stopped", verdict: "met", agreement: "care" }),
    clock({
      subject: "lead/unsure",
      verdict: "breached",
      provisional: true,
      breachedAt: later(-9),
      dueAt: later(-9),
    }),
  ];
  before(() =>
    inWorkspace(db.database, "listed", (tx) =>
      Promise.all([
        upsertClocks(tx, { ...recording, workspaceId: "listed" }, rows),
        saveSubjects(tx, { ...recording, workspaceId: "listed" }, subjects),
      ]),
    ),
  );
  const subjects = [
    { id: "lead/paused", attributes: { company: { name: "Acme" } } },
    { id: "lead/due-late", attributes: { currency: "MXN" } },
  ].map((one) => ({ ...one, type: "lead", events: 0 }));
  const names = (asked: { filter?: ClockFilter; sort?: ClockSort }) =>
    inWorkspace(db.database, "listed", async (tx) => {
      const ids = await follow(tx, "listed", { ...asked, limit: 2 });
      return ids.map((id) => id.split("/")[1]);
    });

  const cases: [string, { filter?: ClockFilter; sort?: ClockSort }, string][] = [
    [
      "what is open by due time, paused ones last",
      { filter: { isOpen: true } },
      "unsure late due-soon same-a same-b due-late paused",
    ],
    ["one person's", { filter: { owner: "leo" } }, "due-soon"],
    ["one team's", { filter: { team: "south" } }, "same-a"],
    ["tickets", { filter: { subjectTypes: ["ticket"] } }, "same-a same-b"],
    ["what is closed", { filter: { isOpen: false } }, "done"],
    ["some agreements'", { filter: { agreements: ["care", "none"] } }, "done"],
    ["no agreement's", { filter: { agreements: [] } }, ""],
    ["one agreement's promise", { filter: { agreements: ["care"], commitments: ["x"] } }, ""],
    ["breaches, the latest first", { sort: "breached" }, "late unsure"],
    [
      "what is worth most, then what nobody knows the worth of by due time",
      { filter: { isOpen: true }, sort: "worth" },
      "paused due-late same-b unsure late due-soon same-a",
    ],
    ["what is not yet sure", { filter: { isProvisional: true } }, "unsure"],
    ["one subject's", { filter: { subject: "lead/late" } }, "late"],
    ["two states", { filter: { states: ["paused", "stopped"] } }, "done paused"],
    ["one verdict", { filter: { verdicts: ["met"] } }, "done"],
  ];
  for (const [name, asked, expected] of cases) {
    test(`shows ${name}`, async () => assert.equal((await names(asked)).join(" "), expected));
  }

  test("says what a subject is worth, exactly, and whose it is", () =>
    inWorkspace(db.database, "listed", async (tx) => {
      const { clocks } = await listClocks(tx, "listed", { sort: "worth", limit: 4 });
      assert.deepEqual(
        clocks.map(({ worth, company }) => [worth, company]),
        [
          [{ amount: "9000", currency: null }, "Acme"],
          [{ amount: "5000", currency: "MXN" }, null],
          [{ amount: "700.50", currency: null }, null],
          [null, null],
        ],
      );
    }));

  test("counts up to a limit", () =>
    inWorkspace(db.database, "listed", async (tx) => {
      const filter = { isOpen: true };
      assert.equal(await countClocks(tx, "listed", { filter, most: 100 }), 7);
      assert.equal(await countClocks(tx, "listed", { filter, most: 3 }), 3);
    }));

  test("refuses a cursor of another list, or of nobody", () =>
    inWorkspace(db.database, "listed", async (tx) => {
      const { next = "" } = await listClocks(tx, "listed", { sort: "started", limit: 1 });
      const forged = [["due", ["' or 1=1"], "x"], ["due", [], "x"], ["due", 1], "due", null].map(
        (parts) => Buffer.from(JSON.stringify(parts)).toString("base64url"),
      );
      for (const after of [next, "", "nonsense", ...forged]) {
        await assert.rejects(listClocks(tx, "listed", { sort: "due", after, limit: 1 }), {
          code: "cursor-invalid",
        });
      }
    }));

  test("is whole and in order whatever the size of its pages", () => {
    const minutes = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null });
    return fc.assert(
      fc.asyncProperty(
        fc.array(minutes, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 7 }),
        fc.uuid(),
        async (dues, limit, workspaceId) => {
          const clocks = dues.map((due, n) =>
            clock({ subject: `lead/${n}`, dueAt: due === null ? null : later(due) }),
          );
          await inWorkspace(db.database, workspaceId, async (tx) => {
            await upsertClocks(tx, { ...recording, workspaceId }, clocks);
            const twin = [...clocks].sort(
              (a, b) =>
                (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY) ||
                (a.dueAt === b.dueAt ? 0 : 1) ||
                (clockId(a) < clockId(b) ? -1 : 1),
            );
            const found = await follow(tx, workspaceId, { limit });
            const byDue = (ids: string[]) => ids.map((id) => dues[Number(id.split("/")[1])]);
            assert.deepEqual([...found].sort(), twin.map(clockId).sort());
            assert.deepEqual(byDue(found), byDue(twin.map(clockId)));
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

test("what was believed of a breach stays, and the last of it is what is believed", () =>
  ours(async (tx) => {
    const found = {
      clockId: "c",
      kind: "found",
      provisional: true,
      breachedAt: later(240),
      believedAt: later(240),
    } as const;
    const withdrawn = {
      ...found,
      kind: "withdrawn",
      provisional: false,
      believedAt: later(300),
      reason: "a call at 10:00 arrived late",
      cause: { source: "crm", id: "call-1" },
    } as const;
    const again = { ...found, kind: "moved", believedAt: later(310) } as const;
    await appendBeliefs(tx, "ours", [found, { ...found, clockId: "other" }]);
    await appendBeliefs(tx, "ours", [withdrawn, again]);
    assert.deepEqual(await beliefsOf(tx, "ours", "c"), [found, withdrawn, again]);
    const latest = await latestBeliefs(tx, "ours", ["c", "other", "none"]);
    assert.deepEqual(
      latest.map(({ clockId: id, kind }) => [id, kind]),
      [
        ["c", "moved"],
        ["other", "found"],
      ],
    );
  }));

test("a final period is never written again", () =>
  ours(async (tx) => {
    const period = {
      agreement: "funnel",
      revision: 1,
      commitment: "first-contact",
      from: morning,
      to: later(60),
      status: "provisional",
      met: 9,
      breached: 1,
      excused: 0,
      openNotDue: 0,
      value: 0.9,
      share: null,
      objective: { atLeast: "90%", each: "month" },
      verdict: "met",
      allowed: 1,
      left: 0,
    } as Partial<Period> as Period;
    const writes = [];
    for (const change of [{}, {}, { met: 10 }, { status: "final" }, { met: 0 }] as const) {
      writes.push(await upsertPeriods(tx, recording, [{ ...period, ...change } as Period]));
    }
    assert.deepEqual(writes, [1, 0, 1, 1, 0]);
    const asked = { agreement: "funnel", from: morning, to: later(1), limit: 10 };
    assert.deepEqual(await listPeriods(tx, "ours", asked), [{ ...period, status: "final" }]);
    assert.deepEqual(await listPeriods(tx, "ours", { ...asked, from: later(60) }), []);
  }));
