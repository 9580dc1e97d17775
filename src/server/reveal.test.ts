import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openServed, type Served } from "../../test/served.ts";
import { DAY, HOUR, MINUTE } from "../engine/time.ts";

/** Mondays to Fridays of three months, a lead at each of these hours; now is a Monday at nine. */
const HOURS = [10, 11, 12, 15];

describe("the reveal", () => {
  let served: Served;
  let key: string;
  before(async () => {
    served = await openServed();
    ({ key } = await served.workspace());
  });
  after(() => served.close());

  const ask = async (path: string) => (await served.ask(path, { key })).json();
  const place = "timeZone=UTC&language=es";

  test("of nothing says so", async () => {
    assert.deepEqual(await ask(`/v1/reveal?${place}`), { kinds: [], kind: null, found: null });
  });

  test("judges the past under three promises, and each number opens its items", async () => {
    const now = served.clock.now;
    const events = leads(now);
    const body = events.map((event) => JSON.stringify(event)).join("\n");
    await served.server.app.inject({
      method: "POST",
      url: "/v1/events?quiet=true",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/x-ndjson" },
      payload: body,
    });
    const { kinds, found } = await ask(`/v1/reveal?${place}`);
    const all = events.filter(({ type }) => type === "lead.created").length;
    assert.deepEqual(kinds, [{ kind: "lead", subjects: all }]);
    assert.deepEqual([found.start, found.stop], ["lead.created", ["contact.attempted"]]);
    assert.deepEqual(
      found.candidates.map((one: { within: string }) => one.within),
      ["2bh", "30bm", "15bm"],
    );
    const slow = all / HOURS.length;
    const [conservative, attainable] = found.candidates;
    assert.deepEqual([conservative.judged, conservative.met], [all, all - 1]);
    assert.deepEqual([attainable.judged, attainable.met], [all, all - slow]);
    assert.equal(found.median, 20 * MINUTE);
    assert.deepEqual(found.untouched, { all: 1, outside: 0 });
    assert.deepEqual(
      found.worst.map((one: { hour: number; missed: number; judged: number }) => one.hour),
      [15, 15, 15],
    );
    const missed = await ask(`/v1/reveal/items?kind=lead&${place}&show=missed`);
    assert.deepEqual([missed.total, missed.items.length], [slow, slow]);
    const untouched = await ask(`/v1/reveal/items?kind=lead&${place}&show=untouched`);
    assert.deepEqual(
      untouched.items.map((one: { stoppedAt: null; title: string }) => [one.stoppedAt, one.title]),
      [[null, "Acme 15"]],
    );
  });

  test("a zone that is none is refused", async () => {
    assert.equal((await ask("/v1/reveal?timeZone=Mars/Base")).code, "time-zone-unknown");
  });
});

/** Called after twenty minutes; those of three o'clock after two hours, one of them never. */
function leads(now: number) {
  const events = [];
  for (let day = now - 9 * HOUR - 84 * DAY; day < now - DAY; day += DAY) {
    const weekday = new Date(day).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    for (const hour of HOURS) {
      const subject = `lead/${day / DAY}-${hour}`;
      const at = day + hour * HOUR;
      const isNever = hour === 15 && events.length < 8;
      const later = at + (hour === 15 ? 2 * HOUR : 20 * MINUTE);
      events.push(fact(subject, "lead.created", at, { company: `Acme ${hour}` }));
      if (!isNever) events.push(fact(subject, "contact.attempted", later));
    }
  }
  return events;
}

function fact(subject: string, type: string, at: number, data = {}) {
  const time = new Date(at).toISOString();
  return {
    specversion: "1.0",
    source: "csv:1",
    id: `${subject}:${type}`,
    type,
    subject,
    time,
    data,
  };
}
