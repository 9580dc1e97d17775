/**
 * What a credit is a share of: an amount of the agreement, or a field of each customer's account.
 * Docs: docs/reference/remedy.md#base.
 */
import type { RemedySpec } from "./agreement.ts";
import { type Condition, plainTerms, type View } from "./condition.ts";
import { type Attributes, type Event, inOrder, isOfKind } from "./event.ts";
import { compileAppliesTo } from "./level.ts";
import { type Money, moneyOf, readAmount, readMoney } from "./money.ts";
import { minorUnits } from "./money-currency.ts";
import type { Remedy } from "./remedy.ts";
import { foldSubject, unknownSubject } from "./subject.ts";
import type { Instant } from "./time.ts";

/** `customer` is null where an agreement is not of one customer. */
export type Base = { readonly customer: string | null; readonly money: Money };

export type Bases = {
  readonly found: readonly Base[];
  /** Customers whose account says no amount of money. */
  readonly missing: readonly string[];
};

/** The accounts of a log as they stood just before an instant. */
export type AccountBook = (before: Instant) => readonly View[];

/**
 * Folds each account once for every instant asked of; events of other subjects are not looked at.
 */
export function openAccounts(events: readonly Event[]): AccountBook {
  const accounts = Map.groupBy(
    events.filter(({ subject }) => isOfKind(subject, "account")),
    ({ subject }) => subject,
  );
  const ordered = [...accounts].map(([subject, own]) => ({ subject, events: inOrder(own) }));
  const known = new Map<Instant, readonly View[]>();
  return (before) => {
    const views = known.get(before) ?? viewsBefore(ordered, before);
    known.set(before, views);
    return views;
  };
}

type Accounts = readonly { readonly subject: string; readonly events: readonly Event[] }[];

function viewsBefore(accounts: Accounts, before: Instant): readonly View[] {
  return accounts.flatMap(({ subject, events: own }) => {
    const facts = own.filter(({ occurredAt }) => occurredAt < before);
    const event = facts.at(-1);
    if (!event) return [];
    const { attributes } = facts.reduce(foldSubject, unknownSubject);
    return [{ subject, isNew: false, attributes, before: attributes, event }];
  });
}

/**
 * The bases of a remedy for a period that ends at `to`: charges as they stood at its end.
 *
 * A field is read on every account the agreement applies to, each its own base. Its currency is the
 * field's own ("12000 MXN"), the `currency` beside it, or that of the remedy's `minimum`.
 * Refused: money-unreadable.
 */
export function basesOf({ spec, revision }: Remedy, to: Instant, accounts: AccountBook): Bases {
  const { base } = spec;
  const customers = revision.spec.appliesTo?.customers;
  const only = Array.isArray(customers) && customers.length === 1 ? String(customers[0]) : null;
  if (base?.field === undefined) {
    const money = base?.amount === undefined ? fixedBase(spec) : moneyOf(base.amount);
    return { found: money ? [{ customer: only, money }] : [], missing: [] };
  }
  const applies: Condition = compileAppliesTo(revision.spec.appliesTo, plainTerms);
  const own = accounts(to).filter(applies);
  const read = own.map(({ subject, attributes }) => ({
    customer: subject.slice("account/".length),
    money: chargesOf(attributes, base.field ?? "", spec),
  }));
  return {
    found: read.flatMap(({ customer, money }) => (money ? [{ customer, money }] : [])),
    missing: read.flatMap(({ customer, money }) => (money ? [] : [customer])),
  };
}

/** A remedy of amounts alone needs no base but their currency. */
function fixedBase({ tiers = [] }: RemedySpec): Money | undefined {
  const money = tiers.map(({ credit }) => readMoney(credit)).find((one) => one !== undefined);
  return money && { amount: "0", currency: money.currency };
}

function chargesOf(attributes: Attributes, field: string, spec: RemedySpec): Money | undefined {
  const path = (field.startsWith("account.") ? field.slice("account.".length) : field).split(".");
  const holder = path.slice(0, -1).reduce<unknown>(memberOf, attributes);
  const value = memberOf(holder, path.at(-1) ?? "");
  const whole = typeof value === "string" ? readMoney(value) : undefined;
  if (whole) return whole;
  const amount = readAmount(value);
  const currency = [
    memberOf(holder, "currency"),
    attributes.currency,
    spec.minimum?.split(" ")[1],
  ].find((one) => typeof one === "string" && minorUnits(one) !== undefined);
  return amount === undefined || typeof currency !== "string" ? undefined : { amount, currency };
}

function memberOf(holder: unknown, key: string): unknown {
  if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, key))
    return undefined;
  return (holder as Attributes)[key];
}
