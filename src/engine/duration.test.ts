import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { checkDuration, compareDurations, durationText, readDuration } from "./duration.ts";

describe("durations as they are written", () => {
  for (const [text, basis, ms, es, en] of [
    ["30s", "elapsed", 30_000, "30 segundos", "30 seconds"],
    ["15m", "elapsed", 900_000, "15 minutos", "15 minutes"],
    ["1m", "elapsed", 60_000, "1 minuto", "1 minute"],
    ["4h", "elapsed", 14_400_000, "4 horas", "4 hours"],
    ["1.5h", "elapsed", 5_400_000, "1,5 horas", "1.5 hours"],
    ["0.1h", "elapsed", 360_000, "0,1 horas", "0.1 hours"],
    ["1d", "elapsed", 86_400_000, "1 día natural", "1 calendar day"],
    ["2w", "elapsed", 1_209_600_000, "2 semanas", "2 weeks"],
    ["0.001s", "elapsed", 1, "0,001 segundos", "0.001 seconds"],
    ["0h", "elapsed", 0, "0 horas", "0 hours"],
    ["30bs", "open", 30_000, "30 segundos de horario", "30 open seconds"],
    ["15bm", "open", 900_000, "15 minutos de horario", "15 open minutes"],
    ["1bh", "open", 3_600_000, "1 hora de horario", "1 open hour"],
    ["1bd", "businessDays", undefined, "1 día hábil", "1 business day"],
    ["2bd", "businessDays", undefined, "2 días hábiles", "2 business days"],
  ] as const) {
    test(`${text} is ${es}, ${en}`, () => {
      const duration = readDuration(text);
      assert.ok(duration);
      assert.equal(duration.basis, basis);
      assert.equal(duration.basis === "businessDays" ? undefined : duration.ms, ms);
      assert.equal(durationText(duration, "es"), es);
      assert.equal(durationText(duration, "en"), en);
      assert.equal(checkDuration(text), undefined);
    });
  }

  for (const [text, code] of [
    ["15", "duration-without-unit"],
    [15, "duration-without-unit"],
    ["1.5", "duration-without-unit"],
    ["", "duration-unreadable"],
    ["fast", "duration-unreadable"],
    ["-4h", "duration-unreadable"],
    ["4 h", "duration-unreadable"],
    ["4H", "duration-unreadable"],
    ["1.5bd", "duration-unreadable"],
    ["1d6h", "duration-unreadable"],
    ["0.0001s", "duration-unreadable"],
    ["1e3h", "duration-unreadable"],
    ["NaNh", "duration-unreadable"],
    ["11w2", "duration-unreadable"],
    ["3654d", "duration-too-long"],
    ["522w", "duration-too-long"],
    ["999999999999999h", "duration-too-long"],
    ["4000bd", "duration-too-long"],
  ] as const) {
    test(`${JSON.stringify(text)} is refused: ${code}`, () => {
      assert.equal(checkDuration(text)?.code, code);
      assert.equal(readDuration(String(text)), undefined);
    });
  }
});

test("any amount of whole milliseconds reads back as it was written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 315_000_000_000 }), (ms) => {
      const duration = readDuration(`${(ms / 1000).toFixed(3)}s`);
      assert.equal(duration?.basis === "elapsed" && duration.ms, ms);
    }),
  );
});

test("durations are compared where they count the same thing", () => {
  const sign = (a: string, b: string) => {
    const [one, other] = [readDuration(a), readDuration(b)];
    assert.ok(one && other);
    const difference = compareDurations(one, other);
    return difference === undefined ? undefined : Math.sign(difference);
  };
  assert.equal(sign("60m", "1h"), 0);
  assert.equal(sign("1d", "23h"), 1);
  assert.equal(sign("1bd", "2bd"), -1);
  assert.equal(sign("1bh", "1h"), undefined);
  assert.equal(sign("1bd", "24bh"), undefined);
});
