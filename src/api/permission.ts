/**
 * Who may do what: one table that the server judges by, documents print, and tests walk through.
 * Docs: docs/reference/http.md#permissions.
 */

/** The roles of a person in a workspace. */
export const roles = ["owner", "admin", "manager", "member", "auditor", "counterparty"] as const;

export type Role = (typeof roles)[number];

/**
 * What a route asks for. `read`: conclusions and agreements; `record`: events; `write`: drafts,
 * notes, acknowledgements; `dispute`: objections, claims and decisions in a party's name;
 * `publish`: revisions and calendars; `audit`: who did what; `admin`:
 * people, keys, addresses outside.
 */
export const permissions = [
  "read",
  "record",
  "write",
  "dispute",
  "publish",
  "audit",
  "admin",
] as const;

export type Permission = (typeof permissions)[number];

/** A counterparty reads, objects and claims: of its own agreements and in its own name alone. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  owner: permissions,
  admin: permissions,
  manager: ["read", "record", "write", "dispute", "publish"],
  member: ["read", "record", "write"],
  auditor: ["read", "audit"],
  counterparty: ["read", "dispute"],
};
