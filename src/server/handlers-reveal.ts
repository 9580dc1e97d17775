/** The reveal, and the items behind its numbers. */
import { type Reveal, type RevealAsked, reveal, revealKinds } from "../actions/reveal.ts";
import { type RevealItem, revealItems } from "../actions/reveal-item.ts";
import type { Received, Routes } from "../api/routes.ts";
import { refuse } from "../engine/problem.ts";
import { type Instant, instantText } from "../engine/time.ts";
import { isTimeZone } from "../engine/zone.ts";
import type { FirstKind } from "../language/first-agreement.ts";
import type { HandlersOf } from "./handler.ts";

export const revealHandlers: HandlersOf<"reveal" | "revealItems"> = {
  reveal: async ({ acting }, { query }) => {
    const kinds = (await revealKinds(acting)).map(({ kind, subjects }) => ({
      kind: kind as FirstKind,
      subjects,
    }));
    const first = order.find((one) => kinds.some((known) => known.kind === one));
    const kind = query.kind ?? first;
    const found = kind === undefined ? undefined : await reveal(acting, askedOf(query, kind));
    return { kinds, kind: kind ?? null, found: found ? revealJson(found) : null };
  },
  revealItems: async ({ acting }, { query }) => {
    const { show, candidate, hour } = query;
    const asked = { show, candidate, ...(hour === undefined ? {} : { hour }) };
    const found = await revealItems(acting, { ...askedOf(query, query.kind), ...asked });
    return { total: found.total, items: found.items.map(itemJson) };
  },
};

/** Where nobody says which kind, the one that hurts first. */
const order: readonly FirstKind[] = ["lead", "ticket", "deal"];

type Query = Received<Routes["reveal"]>["query"];

function askedOf(query: Query, kind: FirstKind): RevealAsked {
  const { timeZone, country, region, opens, closes, always, language } = query;
  if (!isTimeZone(timeZone)) refuse("time-zone-unknown", { zone: timeZone });
  const place = {
    ...(country === undefined ? {} : { country }),
    ...(region === undefined ? {} : { region }),
  };
  const office = { timeZone, ...place, opens, closes, always: always === "true" };
  return { kind, office, language };
}

function revealJson({ clocks: _, from, until, ...found }: Reveal) {
  return {
    ...found,
    from: instantText(from),
    until: instantText(until),
    stop: [...found.stop],
    worst: [...found.worst],
    candidates: found.candidates.map((one) => ({ ...one })),
  };
}

function itemJson({ clock, title }: RevealItem) {
  const { subject, startedAt, stoppedAt, spent, verdict } = clock;
  const times = { startedAt: textOf(startedAt), stoppedAt: textOf(stoppedAt) };
  return { subject, title, ...times, openMs: spent.openMs, verdict };
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : instantText(at);
}
