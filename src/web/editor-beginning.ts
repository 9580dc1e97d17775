/** What a new agreement begins with, as the address names it. */
export const beginnings = ["empty", "yaml", "copy"] as const;

export type Beginning = {
  readonly from: (typeof beginnings)[number];
  /** The agreement to copy. */
  readonly copy?: string;
};

export type BeginningGiven = Partial<Beginning>;

export function readBeginning({ from, copy }: BeginningGiven): Beginning {
  const known = beginnings.find((name) => name === from) ?? "empty";
  return { from: known, ...(typeof copy === "string" && copy !== "" ? { copy } : {}) };
}
