/** The parts of an agreement's page, as the address names them. */
export const agreementTabs = ["document", "commitments", "versions"] as const;

export type AgreementSearch = { readonly tab: (typeof agreementTabs)[number] };

export type AgreementGiven = Partial<AgreementSearch>;

export function readAgreementSearch(given: AgreementGiven): AgreementSearch {
  return { tab: agreementTabs.find((name) => name === given.tab) ?? "document" };
}
