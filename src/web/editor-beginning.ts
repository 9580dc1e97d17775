/** What the editor begins with, as its address names it. */
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

/**
 * `commitment`: the one that stands open at first. `amend`: the detail of rejections that the
 * definition of a lead shall be mended for.
 */
export type EditorSearch = { readonly commitment?: string; readonly amend?: string };

export type EditorGiven = EditorSearch;

export function readEditorSearch({ commitment, amend }: EditorGiven): EditorSearch {
  const isSaid = (text: unknown) => typeof text === "string" && text !== "";
  return {
    ...(isSaid(commitment) ? { commitment } : {}),
    ...(isSaid(amend) ? { amend } : {}),
  };
}
