/**
 * What one row of a table of problems says. `status` is the HTTP status of a refusal with this
 * code.
 */
export type ProblemKind = {
  readonly severity: "error" | "warning" | "info";
  readonly status: number;
  readonly says: Sentence;
};

export type Sentence = { readonly es: string; readonly en: string };
