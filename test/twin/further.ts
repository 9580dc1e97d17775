/** Facts that the generated company does not tell, made by chance with a seed. */
import { happens, pick, type Random, randomFrom, wholeBetween } from "../../src/demo/random.ts";
import type { Attributes, Event } from "../../src/engine/event.ts";
import { DAY, HOUR, type Instant, MINUTE } from "../../src/engine/time.ts";

const from = Date.UTC(2025, 0, 1, 6);

type Fact = {
  readonly at: number;
  readonly subject: string;
  readonly type: string;
  readonly data?: Attributes;
  readonly source?: string;
};

/** The facts known at `asOf`, of which some concern leads of `company`. */
export function furtherFacts(company: readonly Event[], asOf: Instant): readonly Event[] {
  const facts = [
    ...orders(randomFrom(5, 1), asOf),
    ...surveys(randomFrom(5, 2), asOf),
    ...outages(randomFrom(5, 3), asOf),
    ...accounts(randomFrom(5, 4), asOf),
    ...returns(randomFrom(5, 5), company),
    ...endings(randomFrom(5, 6), company),
  ];
  return facts.filter(({ at }) => at <= asOf).map(toEvent);
}

function toEvent({ at, subject, type, data, source = "further" }: Fact, index: number): Event {
  const occurredAt = Math.round(at) as Instant;
  const recordedAt = (occurredAt + MINUTE) as Instant;
  const fact = { id: `further-${index}`, source, subject, type, occurredAt, recordedAt };
  return data ? { ...fact, data } : fact;
}

/** Amounts with cents, as texts and as numbers; some in dollars, some that say none. */
function orders(random: Random, until: number): readonly Fact[] {
  return Array.from({ length: 900 }, (_, index) => {
    const amount = wholeBetween(random, 1, 900_000) / 100;
    const channel = pick(random, ["web", "store"]);
    const currency = channel === "store" && happens(random, 0.2) ? "USD" : "MXN";
    const told = pick<Attributes>(random, [
      { amount, currency },
      { amount: `${amount}`, currency },
      { amount: `${amount} ${currency}`, currency: "EUR" },
      { amount: "unknown", currency },
    ]);
    const data = { channel, ...told };
    const at = wholeBetween(random, from, until);
    return { at, subject: `order/${index}`, type: "order.paid", data };
  });
}

const scores = {
  csat: [1, 2, 3, 4, 5, 5, 5, 0, 6, 2.5],
  nps: [0, 3, 6, 7, 8, 9, 10, 10, 11, -1],
  ces: [1, 2, 3, 4, 5, 6, 7, 7, 0, 8, 4.5, "6"],
} as const;

/** Most people are asked before they answer, and half of them do; some scores no scale has. */
function surveys(random: Random, until: number): readonly Fact[] {
  return Array.from({ length: 2_500 }, (_, index) => index).flatMap((index) => {
    const survey = pick<keyof typeof scores>(random, ["csat", "nps", "ces"]);
    const at = wholeBetween(random, from, until);
    const score = pick<unknown>(random, scores[survey] as readonly [unknown, ...unknown[]]);
    const subject = `contact/${index}`;
    const sent = { at, subject, type: "survey.sent", data: { survey } };
    const answered = { subject, type: "survey.answered", data: { survey, score } };
    return [
      ...(happens(random, 0.85) ? [sent] : []),
      ...(happens(random, 0.5)
        ? [{ ...answered, at: wholeBetween(random, at, at + 9 * DAY) }]
        : []),
    ];
  });
}

/**
 * Three monitors watch from February on; they overlap, say "down" twice, say "up" of nothing, and
 * one is down to this day.
 */
function outages(random: Random, until: number): readonly Fact[] {
  const begin = Date.UTC(2026, 1, 10);
  const subject = "service/api";
  return ["north", "south", ""].flatMap((monitor) => {
    const told = { subject, source: `watch-${monitor}`, data: monitor ? { monitor } : {} };
    const facts: Fact[] = [{ ...told, at: begin, type: "service.up" }];
    for (let at = begin; at < until; at += wholeBetween(random, HOUR, 9 * DAY)) {
      const down = at + wholeBetween(random, MINUTE, HOUR);
      facts.push({ ...told, at: down, type: "service.down" });
      if (happens(random, 0.2)) facts.push({ ...told, at: down + 2e4, type: "service.down" });
      at = down + wholeBetween(random, MINUTE, 30 * HOUR);
      facts.push({ ...told, at, type: "service.up" });
      if (happens(random, 0.2)) facts.push({ ...told, at: at + 2e4, type: "service.up" });
    }
    const isDown = monitor === "south";
    return isDown ? [...facts, { ...told, at: until - 5 * DAY, type: "service.down" }] : facts;
  });
}

const moves = ["renewed", "expanded", "contracted", "churned", "created"] as const;

/** Customers that pay more, less, leave and come back, several times a year. */
function accounts(random: Random, until: number): readonly Fact[] {
  return Array.from({ length: 60 }, (_, index) => index).flatMap((index) => {
    const subject = `account/further-${index}`;
    const currency = pick(random, ["MXN", "MXN", "USD"]);
    const facts: Fact[] = [];
    let at = wholeBetween(random, from, until);
    let type: string = "created";
    for (; at < until; at = wholeBetween(random, at + DAY, at + 120 * DAY)) {
      const mrr = `${wholeBetween(random, 100, 9_000_000) / 100}`;
      const data = type === "created" ? { account: { mrr, currency } } : { account: { mrr } };
      facts.push({ at, subject, type: `account.${type}`, data: type === "churned" ? {} : data });
      type = type === "churned" ? "created" : pick(random, moves);
    }
    return facts;
  });
}

/** Leads that are qualified once more, handed over once more, and refused sooner or later. */
function returns(random: Random, company: readonly Event[]): readonly Fact[] {
  const handed = company.filter(({ type }) => type === "lead.handedOff");
  return handed.flatMap(({ subject, occurredAt }) => {
    if (!happens(random, 0.4)) return [];
    const qualified = wholeBetween(random, occurredAt + DAY, occurredAt + 40 * DAY);
    const again = wholeBetween(random, qualified, qualified + 20 * HOUR);
    const refused = wholeBetween(random, again, again + 60 * HOUR);
    return [
      { at: qualified, subject, type: "lead.qualified" },
      ...(happens(random, 0.7) ? [{ at: again, subject, type: "lead.handedOff" }] : []),
      ...(happens(random, 0.6) ? [{ at: refused, subject, type: "lead.rejected" }] : []),
    ];
  });
}

/** Tickets that are merged with another one after they were solved. */
function endings(random: Random, company: readonly Event[]): readonly Fact[] {
  return company
    .filter(({ type }) => type === "ticket.solved" && happens(random, 0.1))
    .map(({ subject, occurredAt }) => {
      const at = wholeBetween(random, occurredAt + 1, occurredAt + 50 * DAY);
      return { at, subject, type: "ticket.merged" };
    });
}
