/** A real help desk's log, judged in Rome office hours with waiting as a pause. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { openCalendar } from "../../src/engine/calendar.ts";
import { type Instant, readInstant } from "../../src/engine/time.ts";
import { openTime } from "../../src/engine/timetable.ts";
import { root } from "../command.ts";
import { say } from "../terminal.ts";

const file = join(root, "../shared/data/helpdesk_italy/helpdesk_events.csv.gz");
const skip = existsSync(file) ? false : "../shared/data/helpdesk_italy is not here";
const agreement = "examples/helpdesk-italy.yaml";
const source = ["--csv", file, "--map", "maps/helpdesk-italy.yaml"];

type Step = { readonly activity: string; readonly at: Instant };
type Told = Readonly<Record<string, unknown>>;

/** The log again, read by hand: no mapping, no engine but its calendar. */
function casesByHand(): ReadonlyMap<string, readonly Step[]> {
  const lines = gunzipSync(readFileSync(file)).toString().trim().split("\n").slice(1);
  const cases = new Map<string, Step[]>();
  for (const line of lines) {
    const [id = "", activity = "", , time = ""] = line.split(",");
    const at = readInstant(time.replace(" ", "T")) as Instant;
    cases.set(id, [...(cases.get(id) ?? []), { activity, at }]);
  }
  return cases;
}

describe("the help desk of an Italian software company", { skip }, () => {
  test("has every row used or left out by name", async () => {
    const { code, out } = await say(["backtest", agreement, ...source, "--json", "--strict"]);
    const { rows, commitments, problems } = JSON.parse(out);
    assert.deepEqual([code, problems], [0, []]);
    assert.deepEqual(
      [rows.read, rows.used, rows.ignored, rows.unknown],
      [21_348, 16_766, 4_582, 0],
    );
    const totals = commitments.map(({ commitment, total, verdicts }: Told) => {
      const { met, breached, open } = verdicts as Record<string, number>;
      return [commitment, total, met, breached, open];
    });
    assert.deepEqual(totals, [
      ["first-response", 4_502, 2_466, 2_036, 0],
      ["resolution", 4_502, 3_414, 1_088, 0],
    ]);
  });

  test("answers in the open time that a reckoning by hand gives", async () => {
    const { out } = await say(["evaluate", agreement, ...source, "--json"]);
    const { clocks } = JSON.parse(out);
    const rome = openCalendar({
      timeZone: "Europe/Rome",
      week: { "mon-fri": ["09:00-18:00"] },
      holidays: { country: "IT" },
    });
    const cases = casesByHand();
    let compared = 0;
    for (const clock of clocks) {
      if (clock.commitment !== "first-response" || clock.state !== "stopped") continue;
      const steps = cases.get(clock.subject.slice("ticket/".length)) ?? [];
      const from = steps.find(({ activity }) => /^(Assign|Insert)/.test(activity))?.at;
      const to = steps.find(({ activity, at }) => /^Take/.test(activity) && at > (from ?? 0))?.at;
      assert.ok(from !== undefined && to !== undefined);
      assert.equal(clock.spent.openMs, openTime(rome, { from, to }), clock.subject);
      compared += 1;
    }
    assert.ok(compared > 4_000, `${compared} compared`);
  });

  test("does not count the time a case waits", async () => {
    const { out } = await say(["evaluate", agreement, ...source, "--json"]);
    const paused = JSON.parse(out).clocks.filter(({ stretches }: { stretches: Told[] }) =>
      stretches.some(({ kind }) => kind === "paused"),
    );
    assert.ok(paused.length > 1_000, `${paused.length} paused`);
    for (const { commitment } of paused) assert.equal(commitment, "resolution");
  });
});
