/** Checks of one commitment: its clock, its targets, its objective. */
import type { CommitmentSpec, MeasureSpec, SignalsSpec, TargetSpec } from "../engine/agreement.ts";
import { neverOpens } from "./check-calendar.ts";
import { type Checked, calendarNamed, type Finding, finding, ownCommitments } from "./checked.ts";
import { fits } from "./format.ts";
import { under } from "./path.ts";

export function checkCommitments(checked: Checked): readonly Finding[] {
  return ownCommitments(checked).flatMap(({ commitment, path }) => [
    ...checkClock(commitment, under(path, "clock")),
    ...checkTargets(commitment, path),
    ...checkOpenTime(commitment, path, checked),
    ...checkObjective(commitment, path),
    ...checkClockOnly(commitment, path),
  ]);
}

function checkClock({ clock }: CommitmentSpec, path: string): readonly Finding[] {
  if (!clock) return [];
  const { pause } = clock;
  const starts = [
    ...shared(clock.start, clock.stop, under(path, "start"), "clock-never-runs"),
    ...shared(clock.start, clock.cancel, under(path, "start"), "clock-never-runs"),
  ];
  if (!pause) return starts;
  const at = under(path, "pause");
  const unlimited = pause.atMost === undefined ? [finding("pause-unlimited", at)] : [];
  const brief =
    "from" in pause ? shared(pause.from, pause.until, under(at, "from"), "pause-never-lasts") : [];
  return [...starts, ...unlimited, ...brief];
}

/** Event types, given without a condition, that stand in both lists. */
function shared(
  one: SignalsSpec,
  other: SignalsSpec | undefined,
  path: string,
  code: "clock-never-runs" | "pause-never-lasts",
): readonly Finding[] {
  const plain = new Set([other ?? []].flat().filter((signal) => typeof signal === "string"));
  const isList = Array.isArray(one);
  return [one].flat().flatMap((signal, index) => {
    const event =
      typeof signal === "string" ? signal : "event" in signal ? signal.event : undefined;
    if (event === undefined || !plain.has(event)) return [];
    return [finding(code, isList ? under(path, index) : path, { event })];
  });
}

function checkTargets(commitment: CommitmentSpec, path: string): readonly Finding[] {
  const { clock, target = [], id } = commitment;
  if (clock && target.length === 0) return [finding("target-missing", path, { commitment: id })];
  const unconditional = target.findIndex(({ when }) => when === undefined);
  return target.flatMap((one, index) => {
    const at = under(under(path, "target"), index);
    const isZero = "within" in one && Number.parseFloat(one.within) === 0;
    const zero = isZero ? [finding("target-zero", under(at, "within"), { value: one.within })] : [];
    const isBehind = unconditional >= 0 && index > unconditional;
    return isBehind ? [...zero, finding("target-unreachable", at)] : zero;
  });
}

const OPEN_TIME = /(b[smhd]|nextBusinessDay|nextOpening)$/;

/** The durations of a commitment that are spent in open time, each with its path. */
function openDurations(
  commitment: CommitmentSpec,
  path: string,
): readonly (readonly [string, string])[] {
  const { clock, target = [] } = commitment;
  const pauseLimit = clock?.pause?.atMost;
  return [
    ...target.flatMap((one, index) => openOfTarget(one, under(under(path, "target"), index))),
    ...(pauseLimit ? [[`${path}.clock.pause.atMost`, pauseLimit] as const] : []),
  ].filter(([, text]) => OPEN_TIME.test(text));
}

function openOfTarget(target: TargetSpec, path: string): readonly (readonly [string, string])[] {
  if ("by" in target) return openOfDueDate(target, path);
  const { within, tolerance } = target;
  const own = [under(path, "within"), within] as const;
  return tolerance === undefined ? [own] : [own, [under(path, "tolerance"), tolerance]];
}

function openOfDueDate(
  { by, snap }: Extract<TargetSpec, { readonly by: unknown }>,
  path: string,
): readonly (readonly [string, string])[] {
  const isBusinessDay = "on" in by && by.on === "nextBusinessDay";
  return [
    ...(isBusinessDay ? [[`${path}.by.on`, by.on] as const] : []),
    ...(snap ? [[under(path, "snap"), snap] as const] : []),
  ];
}

function checkOpenTime(
  commitment: CommitmentSpec,
  path: string,
  checked: Checked,
): readonly Finding[] {
  const durations = openDurations(commitment, path);
  if (!checked.isWhole || durations.length === 0) return [];
  const names = calendarsOf(commitment, checked);
  if (names.length === 0) {
    return durations.map(([at, value]) =>
      finding("calendar-needed", at, { value, commitment: commitment.id }),
    );
  }
  return names.flatMap((name) => {
    const calendar = calendarNamed(checked, name);
    const isClosed = calendar !== undefined && neverOpens(calendar);
    const at = commitment.calendar === undefined ? path : under(path, "calendar");
    return isClosed ? [finding("calendar-never-opens", at, { calendar: name })] : [];
  });
}

/** The calendars a commitment may run on: those it names, or the agreement's only one. */
function calendarsOf({ calendar }: CommitmentSpec, { whole }: Checked): readonly string[] {
  if (typeof calendar === "string") return [calendar];
  if (calendar) return calendar.map(({ use }) => use);
  const names = Object.keys(whole.calendars ?? {});
  return names.length === 1 ? names : [];
}

function checkObjective(commitment: CommitmentSpec, path: string): readonly Finding[] {
  const { objective, id } = commitment;
  if (!objective) return [finding("objective-missing", path, { commitment: id })];
  const kind = objectiveKindOf(commitment);
  const keys = ["atLeast", "atMost", "above", "below"] as const;
  return keys.flatMap((key) => {
    const value = objective[key];
    if (value === undefined || kind.accepts(value)) return [];
    const at = under(under(path, "objective"), key);
    return [finding("objective-kind", at, { commitment: id, value, like: kind.like })];
  });
}

type ObjectiveKind = {
  readonly like: string;
  readonly accepts: (value: string | number) => boolean;
};

const isText = (value: string | number, format: "share" | "percent" | "money" | "duration") =>
  typeof value === "string" && fits(value, format);
const between =
  (least: number, most: number) =>
  (value: string | number): boolean =>
    typeof value === "number" && value >= least && value <= most;

const shareKind: ObjectiveKind = { like: "90%", accepts: (value) => isText(value, "share") };
const kinds = {
  count: { like: "250", accepts: between(0, Number.MAX_SAFE_INTEGER) },
  sum: {
    like: "500000 MXN, 1200",
    accepts: (value) => typeof value === "number" || isText(value, "money"),
  },
  duration: { like: "45d", accepts: (value) => isText(value, "duration") },
  net: { like: "105%", accepts: (value) => isText(value, "percent") },
  nps: { like: "40 (−100 … 100)", accepts: between(-100, 100) },
  ces: { like: "5.5 (1 … 7)", accepts: between(1, 7) },
} as const satisfies Readonly<Record<string, ObjectiveKind>>;

function objectiveKindOf({ measure }: CommitmentSpec): ObjectiveKind {
  return measure ? kindOfMeasure(measure) : shareKind;
}

function kindOfMeasure(measure: MeasureSpec): ObjectiveKind {
  if ("count" in measure) return kinds.count;
  if ("sum" in measure) return kinds.sum;
  if ("duration" in measure) return kinds.duration;
  if ("retention" in measure && measure.retention === "net") return kinds.net;
  if ("survey" in measure && measure.survey !== "csat") return kinds[measure.survey];
  return shareKind;
}

function checkClockOnly(commitment: CommitmentSpec, path: string): readonly Finding[] {
  if (commitment.clock) return [];
  const keys = ["qualifies", "warnAt"] as const;
  return keys.flatMap((key) =>
    commitment[key] === undefined ? [] : [finding("clock-only", under(path, key), { key })],
  );
}
