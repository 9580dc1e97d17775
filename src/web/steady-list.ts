/**
 * A list that does not move under the reader's hand: rows change where they stand, what left stays
 * as a mark of itself, and what is new is only counted until it is asked for.
 */
export type Named = { readonly id: string };

export type SteadyRow<T> = { readonly row: T; readonly isGone: boolean };

export type SteadyList<T> = {
  readonly rows: readonly SteadyRow<T>[];
  /** Rows that the list would have if it were made now. */
  readonly fresh: number;
  readonly gone: number;
};

/**
 * `shown` is what the reader sees, `latest` what is so now, as many rows or more.
 */
export function steady<T extends Named>(shown: readonly T[], latest: readonly T[]): SteadyList<T> {
  const now = new Map(latest.map((row) => [row.id, row]));
  const known = new Set(shown.map(({ id }) => id));
  const rows = shown.map((row) => ({ row: now.get(row.id) ?? row, isGone: !now.has(row.id) }));
  return {
    rows,
    fresh: latest.filter(({ id }) => !known.has(id)).length,
    gone: rows.filter(({ isGone }) => isGone).length,
  };
}

/**
 * What is shown after more pages were read: the old rows where they are, the further ones below.
 */
export function longer<T extends Named>(shown: readonly T[], page: readonly T[]): readonly T[] {
  const known = new Set(shown.map(({ id }) => id));
  return [...shown, ...page.filter(({ id }) => !known.has(id))];
}
