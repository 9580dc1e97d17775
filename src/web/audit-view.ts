/** What is looked for in the audit, as the address keeps it. */
const filters = ["actor", "deed", "target", "from", "to"] as const;

export type AuditSearch = { readonly [K in (typeof filters)[number]]?: string };

export type AuditGiven = AuditSearch;

export function readAuditSearch(given: AuditGiven): AuditSearch {
  const said = filters.flatMap((key) =>
    typeof given[key] === "string" && given[key] !== "" ? [[key, given[key]] as const] : [],
  );
  return Object.fromEntries(said);
}
