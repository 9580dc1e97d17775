/** The loop over a generated year, beside plain counting. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { companyYear, MEXICO } from "../../test/measured-year.ts";
import { dimensions } from "./dimension.ts";
import { type Event, linksOf } from "./event.ts";
import { leadQuality, loopEntryOf, spendEntryOf } from "./lead-quality.ts";
import { viewsOf } from "./subject-view.ts";
import type { Instant } from "./time.ts";

const asOf = (Date.UTC(2026, 9, 10) + MEXICO) as Instant;
const events = companyYear(3, 400, asOf);

const bySubject = new Map<string, Event[]>();
for (const event of events) {
  for (const subject of [event.subject, ...linksOf(event).map((link) => link.subject)]) {
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), event]);
  }
}
const leads = [...bySubject].filter(([subject]) => subject.startsWith("lead/"));
const entries = leads.flatMap(([subject, own]) => loopEntryOf(viewsOf(subject, own)) ?? []);

/** Leads handed over, with the events of that type after it. */
function having(own: readonly Event[], type: string): boolean {
  const handed = own.findIndex((event) => event.type === "lead.handedOff");
  return handed >= 0 && own.slice(handed).some((event) => event.type === type);
}

describe("the lead-quality loop over a year", () => {
  test("counts each stage of each source as plain counting does", () => {
    const rows = leadQuality(entries, "source");
    assert.ok(rows.length > 3);
    for (const row of rows) {
      const own = leads
        .map(([, list]) => list)
        .filter(
          (list) => (list.find(({ data }) => data?.source)?.data?.source ?? "") === row.value,
        );
      const count = (type: string) => own.filter((list) => having(list, type)).length;
      assert.equal(row.delivered, count("lead.handedOff"));
      assert.equal(row.accepted, count("lead.accepted"));
      assert.equal(row.sql, count("lead.sqlAccepted"));
      assert.equal(row.won, count("deal.won"));
      assert.equal(row.recycled, count("lead.recycled"));
      const { procedural, clerical, definitional, unknown } = row.rejected;
      assert.equal(procedural + clerical + definitional, count("lead.rejected"));
      assert.equal(unknown, 0);
    }
  });

  test("adds up to the same by whatever dimension", () => {
    const delivered = leads.filter(([, own]) => having(own, "lead.handedOff")).length;
    for (const dimension of dimensions) {
      const rows = leadQuality(entries, dimension);
      assert.equal(
        rows.reduce((sum, row) => sum + row.delivered, 0),
        delivered,
      );
    }
  });

  test("puts what was spent beside the campaign it was spent on", () => {
    const spends = [...bySubject]
      .filter(([subject]) => subject.startsWith("campaign/"))
      .flatMap(([subject, own]) =>
        viewsOf(subject, own).flatMap((view) => spendEntryOf(view) ?? []),
      );
    const rows = leadQuality([...entries, ...spends], "campaign");
    for (const [subject, own] of bySubject) {
      if (!subject.startsWith("campaign/")) continue;
      const spent = own.reduce((sum, { data }) => sum + Number(data?.spent ?? 0), 0);
      const row = rows.find(({ value }) => value === subject);
      assert.deepEqual(row?.cost, spent === 0 ? row?.cost : { MXN: String(spent) });
    }
  });
});
