/**
 * The forms a text may have: one pattern each, which the JSON Schema carries too, and where a
 * pattern cannot say it all, a test. The code names the problem of a text that does not have the
 * form.
 */
import { checkDuration } from "../engine/duration.ts";
import type { Problem, ProblemCode } from "../engine/problem.ts";
import { isDate, readInstant } from "../engine/time.ts";

export type Format = {
  readonly pattern: string;
  readonly code: ProblemCode;
  /** Whether a text that fits the pattern is right; every one is, where there is no test. */
  readonly test?: (text: string) => boolean;
  /** Says better than the code what is wrong, of a bare number too. */
  readonly explain?: (value: unknown) => Problem | undefined;
};

const AMOUNT = String.raw`\d{1,9}(\.\d{1,6})?`;
const DURATION = `${AMOUNT}(s|m|h|d|w|bs|bm|bh|bd)`;
const PERCENT = String.raw`\d{1,4}(\.\d{1,9})?%`;
const MONEY = String.raw`\d{1,15}(\.\d{1,6})? [A-Z]{3}`;
const DATE = String.raw`\d{4}-\d{2}-\d{2}`;
const MOMENT = String.raw`${DATE}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?`;
const WALL_TIME = String.raw`([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00(:00)?`;

const formatTable = {
  name: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", code: "name-invalid" },
  eventType: {
    pattern: "^[a-z][A-Za-z0-9_-]*(\\.[a-z0-9][A-Za-z0-9_-]*)+$",
    code: "event-type-invalid",
  },
  duration: {
    pattern: `^${DURATION}$`,
    code: "duration-unreadable",
    test: (text) => checkDuration(text) === undefined,
    explain: checkDuration,
  },
  percent: { pattern: `^${PERCENT}$`, code: "percent-invalid" },
  share: { pattern: "^(100(\\.0{1,9})?|\\d{1,2}(\\.\\d{1,9})?)%$", code: "share-invalid" },
  money: { pattern: `^${MONEY}$`, code: "money-invalid" },
  credit: { pattern: `^(${PERCENT}|${MONEY})$`, code: "credit-invalid" },
  date: { pattern: `^${DATE}$`, code: "date-invalid", test: isDate },
  moment: { pattern: `^${MOMENT}$`, code: "moment-invalid", test: isMoment },
  wallTime: { pattern: `^(${WALL_TIME})$`, code: "wall-time-invalid" },
  stepTime: {
    pattern: `^(breach|(100(\\.0+)?|\\d{1,2}(\\.\\d{1,9})?)%|[+-]${DURATION})$`,
    code: "step-time-invalid",
  },
  value: { pattern: `^-?(${PERCENT}|${DURATION}|${MONEY})$`, code: "value-invalid" },
  statistic: { pattern: "^(mean|p[5-9]\\d)$", code: "statistic-invalid" },
  trigger: {
    pattern: `^(missed \\d{1,3} of \\d{1,3}|volume change ${PERCENT})$`,
    code: "trigger-invalid",
  },
  periods: { pattern: "^[1-9]\\d{0,2} periods?$", code: "periods-invalid" },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formatTable;

export const formats: Readonly<Record<FormatName, Format>> = formatTable;

const compiled = new Map(
  Object.entries(formats).map(([name, { pattern }]) => [name, new RegExp(pattern, "u")]),
);

export function fits(text: string, name: FormatName): boolean {
  return (compiled.get(name)?.test(text) ?? false) && (formats[name].test?.(text) ?? true);
}

function isMoment(text: string): boolean {
  if (text.length === 10) return isDate(text);
  return readInstant(/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`) !== undefined;
}
