/**
 * Levels: for whom an agreement holds, and which of several wins. Docs:
 * docs/reference/agreement.md#levels.
 *
 * Where two agreements carry a commitment with the same id, the more specific one is used: customer
 * and service, then customer, then service, then corporate.
 */
import type {
  AgreementDocument,
  AgreementSpec,
  AppliesTo,
  CommitmentSpec,
  OmittedCommitment,
} from "./agreement.ts";
import { type Condition, compileCondition, type Terms, type View } from "./condition.ts";
import { subjectKind } from "./event.ts";
import { refuse } from "./problem.ts";

export type Level = "corporate" | "service" | "customer" | "customerService";

const ranks: Readonly<Record<Level, number>> = {
  corporate: 0,
  service: 1,
  customer: 2,
  customerService: 3,
};

/** The fields that say for which customer and service a subject is. */
export const readsOfLevel: readonly string[] = ["customer", "account", "service"];

/** The higher, the more specific. */
export function levelRank(level: Level): number {
  return ranks[level];
}

/** The level of an agreement; without `appliesTo` it holds for everyone: corporate. */
export function levelOf(appliesTo: AppliesTo | undefined): Level {
  if (appliesTo?.customers) return appliesTo.services ? "customerService" : "customer";
  return appliesTo?.services ? "service" : "corporate";
}

/**
 * Whether an agreement holds for a subject. A subject that names no service is taken to be of any;
 * one that names no customer is of none.
 */
export function compileAppliesTo(appliesTo: AppliesTo | undefined, terms: Terms): Condition {
  const customers = appliesTo?.customers;
  const services = appliesTo?.services;
  const isCustomer = customers === undefined ? () => true : compileCustomers(customers, terms);
  return (view) => isCustomer(view) && isOfService(view, services);
}

function compileCustomers(
  customers: Exclude<AppliesTo["customers"], undefined>,
  terms: Terms,
): Condition {
  if ("where" in customers) return compileCondition(customers.where, terms);
  return (view) => {
    const customer = customerOf(view);
    return customer !== undefined && customers.includes(customer);
  };
}

/**
 * The customer a subject belongs to: `customer`, `account` or `account.id`; an account is its own.
 */
export function customerOf({
  attributes,
  subject,
}: Pick<View, "attributes" | "subject">): string | undefined {
  if (subjectKind(subject) === "account") return subject.slice("account/".length);
  const { customer, account } = attributes;
  if (typeof customer === "string") return customer;
  if (typeof account === "string") return account;
  const id = (account as { id?: unknown } | undefined)?.id;
  return typeof id === "string" ? id : undefined;
}

/** Whether a subject belongs to one of the services; one that names none belongs to any. */
export function isOfService(
  { attributes, subject }: View,
  services: readonly string[] | undefined,
): boolean {
  if (!services) return true;
  const own = subjectKind(subject) === "service" ? subject.slice("service/".length) : undefined;
  const service = own ?? attributes.service;
  return typeof service !== "string" || services.includes(service);
}

/** Finds the document an `extends` names, as it stood when the extending one came into force. */
export type FindBase = (name: string) => AgreementDocument | undefined;

/**
 * An agreement with what it extends copied in: commitments, calendars, definitions, escalations.
 *
 * Restated under the same id or name, the own one is used. Refused: a base that is missing, a
 * circle.
 */
export function withBases(
  document: AgreementDocument,
  find: FindBase,
  within: readonly string[] = [],
): AgreementSpec {
  const { name } = document.metadata;
  const bases = (document.spec.extends ?? []).map((base) => {
    if (base === name || within.includes(base)) {
      return refuse("extends-cyclic", { agreement: name, base });
    }
    const found = find(base) ?? refuse("extends-missing", { agreement: name, base });
    return withBases(found, find, [...within, name]);
  });
  return bases.reduceRight(inherit, document.spec);
}

function inherit(own: AgreementSpec, base: AgreementSpec): AgreementSpec {
  return {
    ...own,
    commitments: inheritCommitments(own.commitments, base.commitments),
    calendars: { ...base.calendars, ...own.calendars },
    definitions: { ...base.definitions, ...own.definitions },
    escalations: { ...base.escalations, ...own.escalations },
  };
}

type Commitments = readonly (CommitmentSpec | OmittedCommitment)[];

function inheritCommitments(own: Commitments, base: Commitments): Commitments {
  const restated = new Set(own.map(({ id }) => id));
  return [...base.filter(({ id }) => !restated.has(id)), ...own];
}

/** Whether an entry takes an inherited commitment away. */
export function isOmitted(
  commitment: CommitmentSpec | OmittedCommitment,
): commitment is OmittedCommitment {
  return "omit" in commitment;
}
