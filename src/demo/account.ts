/** Customers from before the year began: what they pay, what they say, and whether they stay. */
import { DAY, type Instant } from "../engine/time.ts";
import { companyName, plain } from "./names.ts";
import { happens, pick, pickWeighted, type Random, randomFrom, wholeBetween } from "./random.ts";
import { openStory, type Scene, type Story, tell } from "./story.ts";

/** What a ticket carries of its account; `isWatched`: answered around the clock. */
export type Customer = {
  readonly id: string;
  readonly title: string;
  readonly isWatched: boolean;
  readonly account: {
    readonly id: string;
    readonly tier: string;
    readonly mrr: number;
    readonly currency: string;
  };
};

export type Customers = readonly [Customer, ...Customer[]];

const CUSTOMERS_STREAM = 14;
const QUARTER = 91;

/** Acme, which bought more than the standard, is always the first. */
export function customersOf(seed: number, size: number, language: Scene["language"]): Customers {
  const random = randomFrom(seed, CUSTOMERS_STREAM);
  const acme: Customer = {
    id: "acme",
    title: "Acme Inc.",
    isWatched: true,
    account: { id: "acme", tier: "oro", mrr: 4_000, currency: "USD" },
  };
  const other = (index: number): Customer => {
    const title = companyName(random, language);
    const id = `${plain(title)}-${index + 2}`;
    const tier = pickWeighted(random, [
      ["oro", 2],
      ["plata", 5],
      ["bronce", 3],
    ]);
    const mrr = wholeBetween(random, 4, 90) * 1_000;
    return { id, title, isWatched: false, account: { id, tier, mrr, currency: "MXN" } };
  };
  return [acme, ...Array.from({ length: size - 1 }, (_, index) => other(index))];
}

/** Acme writes more than the others. */
export function pickCustomer(random: Random, customers: Customers): Customer {
  return happens(random, 0.06) ? customers[0] : pick(random, customers);
}

const system = { id: "billing", kind: "integration" } as const;
const respondent = { id: "customer", kind: "integration" } as const;

export function tellAccount(scene: Scene, number: number, customer: Customer): Story {
  const opened = openStory(scene, { kind: "account", number, source: "billing" });
  const story: Story = { ...opened, subject: `account/${customer.id}` };
  const { id, title, account } = customer;
  const { tier, mrr, currency } = account;
  const data = { customer: id, name: title, tier, mrr, currency };
  tell(story, "account.created", { at: scene.from, by: system, data });
  tellSurveys(story);
  tellRenewal(story, customer);
  return story;
}

function tellSurveys(story: Story): void {
  const { random, scene } = story;
  const first = scene.from + wholeBetween(random, 1, QUARTER - 1) * DAY;
  for (let at = first; at < scene.to; at += QUARTER * DAY) {
    if (!happens(random, 0.4)) continue;
    const score = pickWeighted(random, [
      [10, 30],
      [9, 28],
      [8, 16],
      [7, 10],
      [5, 8],
      [3, 8],
    ]);
    const asked = at as Instant;
    tell(story, "survey.answered", { at: asked, by: respondent, data: { survey: "nps", score } });
  }
}

function tellRenewal(story: Story, { account }: Customer): void {
  const { random, scene } = story;
  const at = (scene.from + wholeBetween(random, 5, 360) * DAY) as Instant;
  const [type, share] = pickWeighted<readonly [string, number]>(random, [
    [["account.renewed", 1], 60],
    [["account.expanded", 1.25], 22],
    [["account.contracted", 0.8], 8],
    [["account.churned", 0], 10],
  ]);
  const mrr = Math.round(account.mrr * share);
  tell(story, type, { at, by: system, data: { mrr } });
}
