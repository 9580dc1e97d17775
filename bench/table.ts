/** What a benchmark says: printed, and kept in docs/internals/benchmarks.md. */
export type BenchTable = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly notes: readonly string[];
};
