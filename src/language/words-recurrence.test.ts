import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { recurrenceWords } from "./words-recurrence.ts";

describe("a rule of recurrence", () => {
  const cases = [
    [
      "FREQ=WEEKLY;BYDAY=SU;BYHOUR=3;DURATION=PT2H",
      "los domingos, a las 3:00, durante 2 h",
      "on Sundays, at 3:00, for 2 h",
    ],
    [
      "FREQ=WEEKLY;BYDAY=MO,WE;DURATION=PT1H30M",
      "los lunes y miércoles, durante 1 h 30 min",
      "on Mondays and Wednesdays, for 1 h 30 min",
    ],
    ["FREQ=MONTHLY;BYMONTHDAY=1;DURATION=PT4H", "cada mes, el día 1, durante 4 h", undefined],
    ["FREQ=DAILY;DURATION=PT15M", "cada día, durante 15 min", "each day, for 15 min"],
  ] as const;
  for (const [rule, es, en] of cases) {
    test(`is said: ${rule}`, () => {
      assert.equal(recurrenceWords(rule, "es"), es);
      if (en) assert.equal(recurrenceWords(rule, "en"), en);
    });
  }

  test("stays as it is written where a part has no words", () => {
    for (const rule of ["FREQ=MONTHLY;BYDAY=1MO;DURATION=PT1H", "FREQ=DAILY;INTERVAL=2", "x"]) {
      assert.equal(recurrenceWords(rule, "es"), rule);
    }
  });
});
