/** What the page of the reveal looks at, as its address says it. */
import { type CandidateName, candidateNames } from "../engine/candidate.ts";
import { type FirstKind, firstKinds } from "../language/first-agreement.ts";

const revealShows = ["all", "missed", "untouched"] as const;

/** `zone` and `country` are the workspace's and the reader's where nothing is said. */
export type RevealSearch = {
  readonly kind?: FirstKind;
  readonly zone?: string;
  readonly country?: string;
  readonly region?: string;
  readonly opens?: string;
  readonly closes?: string;
  readonly always?: true;
  readonly show?: (typeof revealShows)[number];
  readonly candidate?: CandidateName;
  readonly hour?: number;
  /** The record whose history stands open. */
  readonly record?: string;
  readonly value?: number;
  readonly wins?: number;
  /** The promise that an agreement is being made of. */
  readonly choose?: CandidateName;
};

/** Some of it, to be looked at instead; `undefined` is no longer said. */
export type RevealChange = { readonly [K in keyof RevealSearch]?: RevealSearch[K] | undefined };

export type RevealGiven = { readonly [K in keyof RevealSearch]?: unknown };

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export function readRevealSearch(given: RevealGiven): RevealSearch {
  const found: Record<string, unknown> = {
    kind: oneOf(firstKinds, given.kind),
    zone: textOf(given.zone, /^[\w+/-]{1,64}$/),
    country: textOf(given.country, /^([A-Z]{2}|none)$/),
    region: textOf(given.region, /^[\w-]{1,20}$/),
    opens: textOf(given.opens, TIME),
    closes: textOf(given.closes, TIME),
    always: given.always === true ? true : undefined,
    show: oneOf(revealShows, given.show),
    candidate: oneOf(candidateNames, given.candidate),
    hour: numberOf(given.hour, 167),
    record: textOf(given.record, /^.{1,600}$/),
    value: numberOf(given.value, 1e12),
    wins: numberOf(given.wins, 100),
    choose: oneOf(candidateNames, given.choose),
  };
  const said = Object.entries(found).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as RevealSearch;
}

function oneOf<T extends string>(known: readonly T[], given: unknown): T | undefined {
  return known.find((one) => one === given);
}

function textOf(given: unknown, pattern: RegExp): string | undefined {
  return typeof given === "string" && pattern.test(given) ? given : undefined;
}

function numberOf(given: unknown, most: number): number | undefined {
  return typeof given === "number" && given >= 0 && given <= most ? given : undefined;
}
