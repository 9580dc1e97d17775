/**
 * Whose matter a counterparty sees where an agreement serves many: that of its own customers, and
 * what its own parties owe or are owed. Docs: docs/operating/accounts.md#counterparties.
 */
import type { AgreementSpec } from "../engine/agreement.ts";
import { customerOf } from "../engine/level.ts";
import { refuse } from "../engine/problem.ts";
import type { Rulebook } from "../engine/rulebook.ts";
import type { Db } from "../store/db.ts";
import { attributesOfAll } from "../store/subject-list.ts";
import type { Acting } from "./acting.ts";
import { partiesOf } from "./acting-party.ts";

type Seeing = Pick<Acting, "workspaceId" | "actor" | "agreements" | "customers">;

/** Those of some subjects that are another customer's, or nobody's. */
export async function hiddenSubjects(
  db: Db,
  { workspaceId, customers }: Pick<Seeing, "workspaceId" | "customers">,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!customers) return new Set();
  const known = await attributesOfAll(db, workspaceId, [...new Set(subjects)]);
  const own = new Set(
    known.filter((one) => customers.includes(customerOf(one) ?? "")).map(({ subject }) => subject),
  );
  return new Set(subjects.filter((one) => !own.has(one)));
}

/** Refuses a subject of another customer just as one that is not there. */
export async function mustSee(
  db: Db,
  seeing: Pick<Seeing, "workspaceId" | "customers">,
  subjects: readonly string[],
): Promise<void> {
  const [hidden] = await hiddenSubjects(db, seeing, subjects);
  if (hidden !== undefined) refuse("thing-missing", { name: hidden });
}

/** Refuses what is told of all customers together to who is limited to some. */
export function mustBeWhole({ customers }: Pick<Seeing, "customers">, name: string): void {
  if (customers) refuse("thing-missing", { name });
}

/** What is owed, by whom and to whom. */
type Owed = {
  readonly agreement: string;
  readonly party: string;
  readonly to: string;
  readonly customer: string | null;
};

/**
 * What of some credits is the caller's to see. People of the workspace see all; a counterparty what
 * is its customers', and what its parties owe or are owed where that is not another customer's.
 */
export async function ownCredits<T extends Owed>(
  db: Db,
  seeing: Seeing,
  { rulebook, credits }: { readonly rulebook: Rulebook; readonly credits: readonly T[] },
): Promise<readonly T[]> {
  const { agreements, customers } = seeing;
  if (!agreements) return credits;
  const sides = new Map<string, ReadonlySet<string>>();
  const only = new Map<string, string | undefined>();
  for (const { agreement, spec } of rulebook.revisions) {
    if (!agreements.includes(agreement)) continue;
    sides.set(agreement, await partiesOf(db, seeing, spec));
    only.set(agreement, onlyCustomer(spec));
  }
  return credits.filter(({ agreement, party, to, customer }) => {
    const own = sides.get(agreement);
    if (!own) return false;
    if (customer !== null && customers) return customers.includes(customer);
    const isOthers = customer !== null && customer !== only.get(agreement);
    return !isOthers && (own.has(party) || own.has(to));
  });
}

/** The customer of an agreement that is of one alone. */
function onlyCustomer({ appliesTo }: AgreementSpec): string | undefined {
  const customers = appliesTo?.customers;
  return Array.isArray(customers) && customers.length === 1 ? String(customers[0]) : undefined;
}
