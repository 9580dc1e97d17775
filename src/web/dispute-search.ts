/** What the addresses of disputes and corrections say. */

const matters = ["clock", "agreement", "commitment", "at"] as const;

/**
 * What is being objected to, with the form open: a clock, or a commitment (any, where
 * none is named) in the period that `at` falls in.
 */
export type DisputeSearch = { readonly [K in (typeof matters)[number]]?: string };

export function readDisputeSearch(given: DisputeSearch): DisputeSearch {
  const said = matters.flatMap((key) =>
    typeof given[key] === "string" && given[key] !== "" ? [[key, given[key]] as const] : [],
  );
  return Object.fromEntries(said);
}

export type CorrectionSearch = { readonly agreement?: string };

export function readCorrectionSearch({ agreement }: CorrectionSearch): CorrectionSearch {
  return typeof agreement === "string" && agreement !== "" ? { agreement } : {};
}
