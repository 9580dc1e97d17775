import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dayNumber, dayText } from "./calendar-date.ts";
import type { HolidaysSpec } from "./calendar-spec.ts";
import { isHoliday, readHolidays } from "./holiday.ts";

function holidaysOf(spec: HolidaysSpec, year: number): string[] {
  const rule = readHolidays(spec, "holidays", (found) => assert.equal(found.severity, "warning"));
  const first = dayNumber(`${year}-01-01`) ?? 0;
  const days = Array.from({ length: 365 }, (_, i) => first + i);
  return days.filter((day) => isHoliday(rule, day)).map((day) => dayText(day).slice(5));
}

describe("public holidays of 2026", () => {
  test("Mexico: those of the labour law, the Monday ones on their Mondays", () => {
    assert.deepEqual(holidaysOf({ country: "MX" }, 2026), [
      "01-01",
      "02-02",
      "03-16",
      "05-01",
      "09-16",
      "11-16",
      "12-25",
    ]);
  });

  test("Spain: the national ones; a community adds its own", () => {
    const national = holidaysOf({ country: "ES" }, 2026);
    assert.ok(national.includes("10-12") && !national.includes("05-02"));
    assert.ok(holidaysOf({ country: "ES", region: "MD" }, 2026).includes("05-02"));
  });

  test("days can be added and taken away; a day taken away stays open", () => {
    const spec = { country: "MX", add: ["2026-04-03", "2026-05-01"], remove: ["2026-05-01"] };
    const days = holidaysOf(spec, 2026);
    assert.ok(days.includes("04-03") && !days.includes("05-01"));
  });

  test("an afternoon off does not close a day", () => {
    assert.ok(!holidaysOf({ country: "IS" }, 2026).includes("12-24"));
  });

  test("a holiday of several days closes each of them", () => {
    const days = holidaysOf({ country: "TR" }, 2026);
    for (const day of ["03-20", "03-21", "03-22"]) assert.ok(days.includes(day), day);
  });

  test("a substitute day counts as well as the day it stands for", () => {
    const days = holidaysOf({ country: "US" }, 2026);
    assert.ok(days.includes("07-03") && days.includes("07-04"));
  });
});

test("a country's holidays are not made up for years that nobody knows", () => {
  assert.deepEqual(holidaysOf({ country: "CN" }, 1800), []);
  assert.deepEqual(holidaysOf({ country: "CN" }, 9000), []);
});
