/** The parts of an agreement's page, as the address names them. */
export const agreementTabs = [
  "document",
  "commitments",
  "attainment",
  "versions",
  "corrections",
  "links",
  "activity",
] as const;

/** `before` and `after`: the revisions compared. */
export type AgreementSearch = {
  readonly tab: (typeof agreementTabs)[number];
  readonly before?: number;
  readonly after?: number;
};

export type AgreementGiven = Partial<AgreementSearch>;

export function readAgreementSearch(given: AgreementGiven): AgreementSearch {
  const tab = agreementTabs.find((name) => name === given.tab) ?? "document";
  const { before, after } = given;
  return { tab, ...numbered("before", before), ...numbered("after", after) };
}

function numbered<K extends string>(key: K, value: unknown): { readonly [P in K]?: number } {
  const isNumber = typeof value === "number" && Number.isInteger(value) && value > 0;
  return (isNumber ? { [key]: value } : {}) as { readonly [P in K]?: number };
}
