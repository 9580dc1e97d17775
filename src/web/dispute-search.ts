/** What the addresses of disputes and corrections say. */

/** `clock`: the clock that is being objected to, with the form open. */
export type DisputeSearch = { readonly clock?: string };

export function readDisputeSearch({ clock }: DisputeSearch): DisputeSearch {
  return typeof clock === "string" && clock !== "" ? { clock } : {};
}

export type CorrectionSearch = { readonly agreement?: string };

export function readCorrectionSearch({ agreement }: CorrectionSearch): CorrectionSearch {
  return typeof agreement === "string" && agreement !== "" ? { agreement } : {};
}
