/** Differences of a batch, added up by period, dimension and value. */
import { dimensions, noDimensions } from "../engine/dimension.ts";
import { isSameValue } from "../engine/json-value.ts";
import { canonicalText } from "../engine/ledger-chain.ts";
import { type Cell, CellSum, emptyCell } from "../engine/measure-cell.ts";
import type { Contribution, SubjectContributions } from "../engine/period-contribution.ts";
import type { EventKey } from "../store/event.ts";
import { type PeriodDelta, type PeriodKey, type Shift, WHOLE } from "../store/period-cell.ts";

/** Causes of one period's difference that are worth naming. */
const MOST_CAUSES = 20;

/** What one value of a dimension gains and loses; a sum is begun when something is added to it. */
type Sums = {
  readonly dimension: string;
  readonly value: string;
  added?: CellSum;
  taken?: CellSum;
};

type PeriodSums = {
  readonly key: PeriodKey;
  readonly values: Map<string, Sums>;
  readonly causes: EventKey[];
};

export class DeltaBook {
  private readonly periods = new Map<string, PeriodSums>();

  note(
    was: SubjectContributions | undefined,
    now: SubjectContributions,
    cause: EventKey | undefined,
  ): void {
    const isElsewhere = !isSameValue(was?.dimensions ?? {}, now.dimensions);
    const [taken, added] = isElsewhere
      ? [was?.contributions ?? [], now.contributions]
      : changed(was?.contributions ?? [], now.contributions);
    for (const one of taken) this.shift(one, was ?? now, { into: "taken", cause });
    for (const one of added) this.shift(one, now, { into: "added", cause });
  }

  deltas(): readonly PeriodDelta[] {
    return [...this.periods.values()].flatMap(({ key, values, causes }): readonly PeriodDelta[] => {
      const shifts = [...values.values()].flatMap(toShift);
      return shifts.length === 0 ? [] : [{ ...key, shifts, causes }];
    });
  }

  private shift(
    one: Contribution,
    { dimensions: own = noDimensions }: SubjectContributions,
    { into, cause }: { readonly into: "added" | "taken"; readonly cause: EventKey | undefined },
  ): void {
    const period = this.period(one);
    blame(period.causes, cause);
    addTo(period.values, { dimension: WHOLE, value: "", cell: one.cell, into });
    for (const dimension of dimensions) {
      addTo(period.values, { dimension, value: own[dimension] ?? "", cell: one.cell, into });
    }
  }

  private period({ commitment: name, from }: Contribution): PeriodSums {
    const text = `${name}@${from}`;
    const known = this.periods.get(text);
    if (known) return known;
    const [agreement = "", commitment = ""] = name.split("#");
    const begun = { key: { agreement, commitment, from }, values: new Map(), causes: [] };
    this.periods.set(text, begun);
    return begun;
  }
}

type Adding = {
  readonly dimension: string;
  readonly value: string;
  readonly cell: Cell;
  readonly into: "added" | "taken";
};

/** No name of a dimension has a space in it. */
function addTo(values: Map<string, Sums>, { dimension, value, cell, into }: Adding): void {
  const name = `${dimension} ${value}`;
  let sums = values.get(name);
  if (!sums) {
    sums = { dimension, value };
    values.set(name, sums);
  }
  sums[into] ??= new CellSum();
  sums[into].add(cell);
}

function toShift({ dimension, value, ...sums }: Sums): readonly Shift[] {
  const added = sums.added?.cell() ?? emptyCell;
  const taken = sums.taken?.cell() ?? emptyCell;
  return isSameValue(added, taken) ? [] : [{ dimension, value, added, taken }];
}

function blame(causes: EventKey[], cause: EventKey | undefined): void {
  if (!cause || causes.length >= MOST_CAUSES) return;
  const isKnown = causes.some(({ source, id }) => source === cause.source && id === cause.id);
  if (!isKnown) causes.push({ source: cause.source, id: cause.id });
}

type Changed = readonly [taken: readonly Contribution[], added: readonly Contribution[]];

/** Without those that stay as they are; each stands once, or is told apart by its cell. */
function changed(was: readonly Contribution[], now: readonly Contribution[]): Changed {
  // Most stay in their place, and are not made texts of.
  const from = firstOther(was, now);
  if (from === was.length || from === now.length) return [was.slice(from), now.slice(from)];
  const [old, fresh] = [Map.groupBy(was.slice(from), textOf), Map.groupBy(now.slice(from), textOf)];
  const differ = (all: typeof old, other: typeof old) =>
    [...all]
      .filter(([text, own]) => other.get(text)?.length !== own.length)
      .flatMap(([, own]) => own);
  return [differ(old, fresh), differ(fresh, old)];
}

function firstOther(was: readonly Contribution[], now: readonly Contribution[]): number {
  let at = 0;
  while (at < was.length && at < now.length && isSameValue(was[at], now[at])) at += 1;
  return at;
}

function textOf({ commitment, from, cell }: Contribution): string {
  return `${commitment}@${from} ${canonicalText(cell)}`;
}
