/**
 * Measures from one event to another: conversion and duration.
 * Docs: docs/reference/measure.md#pairs.
 */
import { endAfter, lengthIn } from "./duration-end.ts";
import type { MeasureOf } from "./measure.ts";
import { type CountMarks, type Entry, isOpened, type Opened, one } from "./measure-entry.ts";
import type { Mark } from "./measure-line.ts";
import { spanAt, spansOver } from "./period-grid.ts";
import type { Instant, Span } from "./time.ts";

/**
 * A subject is once in the cohort of each period in which it began. It converts where the other
 * event follows inside the time allowed, the last instant included; while that time runs it is not
 * yet due.
 */
export const cohortOf: CountMarks = (marks, { gridOf, asOf }) => {
  const found = new Map<Span, Entry>();
  for (const mark of marks.filter(isOpened)) {
    const span = spanAt(gridOf(mark.commitment), mark.at);
    if (!span || found.has(span)) continue;
    found.set(span, { commitment: mark.commitment, span, cell: one(outcomeOf(mark, marks, asOf)) });
  }
  return [...found.values()];
};

function outcomeOf(mark: Opened, marks: readonly Mark[], asOf: Instant): string {
  const { spec, rules } = mark.commitment;
  const { to } = (spec.measure as MeasureOf<"conversion">).conversion;
  const until = rules.within ? endAfter(rules.within, mark.at, rules.periodHours) : mark.at;
  const end = endOf(mark, marks, (type) => type === to);
  if (end && end.at <= until) return "met";
  return asOf > until ? "breached" : "openNotDue";
}

function endOf(
  mark: Opened,
  marks: readonly Mark[],
  isEnd: (type: string) => boolean,
): Mark | undefined {
  return marks.find(
    ({ role, type, at, event }) =>
      role === "closes" && isEnd(type) && at >= mark.at && event !== mark.event,
  );
}

/**
 * A subject counts once, from its first beginning to the first end after it, in the period of the
 * end. In every period at whose end it is still open it counts there as not ended; where it comes
 * to nothing (disqualified, lost, merged), it counts as not ended in that period and is open no
 * longer.
 */
export const lengthsOf: CountMarks = (marks, { gridOf, asOf }) => {
  const begin = marks.find(isOpened);
  if (!begin) return [];
  const { commitment, at } = begin;
  const { to } = (commitment.spec.measure as MeasureOf<"duration">).duration;
  const end = endOf(begin, marks, (type) => type === to);
  const loss = endOf(begin, marks, (type) => type !== to);
  const over = [end, loss].flatMap((mark) => (mark ? [mark.at] : []));
  const until = over.length > 0 ? (Math.min(...over) as Instant) : undefined;
  const grid = gridOf(commitment);
  const open = spansOver(grid, at, asOf).filter(
    ({ to: ends }) => until === undefined || until >= ends,
  );
  const entry = (name: string, span: Span | undefined, value: number): readonly Entry[] =>
    span ? [{ commitment, span, cell: { lists: { [name]: [value] } } }] : [];
  const length = ({ at: ended }: Mark): number =>
    lengthIn({ from: at, to: ended }, commitment.rules.isOpenTime, commitment.rules.periodHours);
  const isLost = loss !== undefined && (!end || loss.at < end.at);
  return [
    ...open.flatMap((span) => entry("since", span, at)),
    ...(isLost ? entry("cut", spanAt(grid, loss.at), length(loss)) : []),
    ...(end ? entry("ended", spanAt(grid, end.at), length(end)) : []),
  ];
};
