/**
 * The evidence of a dispute: all that was judged and all it was judged by, put together when the
 * dispute is opened and frozen. Docs: docs/reference/dispute.md#evidence.
 */
import type { AgreementDocument } from "./agreement.ts";
import type { CalendarSpec } from "./calendar-spec.ts";
import { placeText } from "./correction.ts";
import { type Dispute, isOfClock } from "./dispute-claim.ts";
import { type Event, inOrder } from "./event.ts";
import type { Calendars } from "./hours.ts";
import type { Judgement } from "./judge.ts";
import { canonicalText, type Digest } from "./ledger-chain.ts";
import type { Period } from "./period.ts";
import type { RevisionInForce } from "./revision.ts";
import type { Instant } from "./time.ts";

/**
 * `items` are the clocks in dispute with their stretches; `computation` the period as it was
 * judged.
 */
export type Evidence = {
  readonly dispute: Dispute;
  readonly gatheredAt: Instant;
  readonly items: readonly object[];
  readonly events: readonly { readonly event: Event; readonly hash: string }[];
  readonly calendars: readonly {
    readonly name: string;
    readonly spec: CalendarSpec;
    readonly hash: string;
  }[];
  readonly revision: {
    readonly agreement: string;
    readonly number: number;
    readonly from: Instant;
    readonly document: AgreementDocument;
    readonly hash: string;
  };
  readonly computation: Period | null;
  readonly timeZoneData: string;
};

/** A packet and the hash of all of it. */
export type SealedEvidence = { readonly evidence: Evidence; readonly hash: string };

/** What a packet is put together from; `timeZoneData` is the version the machine carries. */
export type EvidenceSources = {
  readonly judgement: Judgement;
  readonly events: readonly Event[];
  readonly revision: RevisionInForce;
  readonly calendars?: Calendars;
  readonly timeZoneData: string;
};

/**
 * The packet of a dispute, frozen: nothing in it changes when facts arrive later or calendars are
 * edited.
 *
 * Events are all of the subjects in dispute, in order, each with its hash. Law: `evidenceHolds` is
 * true of it, and of what JSON brings back of it.
 */
export function gatherEvidence(
  dispute: Dispute,
  sources: EvidenceSources,
  gatheredAt: Instant,
  digest: Digest,
): SealedEvidence {
  const { judgement, revision, timeZoneData } = sources;
  const clocks = dispute.claims.filter(isOfClock).map(({ clock }) => clock);
  const places = new Set(clocks.map(placeText));
  const subjects = new Set([...clocks.map(({ subject }) => subject), ...(dispute.subjects ?? [])]);
  const hashOf = (value: unknown) => digest(canonicalText(plain(value)));
  const { agreement, number, from, document } = revision;
  const evidence: Evidence = {
    dispute,
    gatheredAt,
    items: judgement.clocks.filter((clock) => places.has(placeText(clock))),
    events: inOrder(sources.events.filter(({ subject }) => subjects.has(subject))).map((event) => ({
      event,
      hash: hashOf(event),
    })),
    calendars: calendarsOf(revision, sources.calendars).map(([name, spec]) => ({
      name,
      spec,
      hash: hashOf(spec),
    })),
    revision: { agreement, number, from, document, hash: hashOf(document) },
    computation: periodIn(judgement, dispute) ?? null,
    timeZoneData,
  };
  const copy = freeze(plain(evidence));
  return freeze({ evidence: copy, hash: hashOf(copy) });
}

/** Whether a packet is what it was when it was sealed, its events and texts one by one included. */
export function evidenceHolds({ evidence, hash }: SealedEvidence, digest: Digest): boolean {
  const hashOf = (value: unknown) => digest(canonicalText(value));
  const { events, calendars, revision } = evidence;
  return (
    hashOf(evidence) === hash &&
    events.every((one) => hashOf(one.event) === one.hash) &&
    calendars.every((one) => hashOf(one.spec) === one.hash) &&
    hashOf(revision.document) === revision.hash
  );
}

function periodIn({ periods }: Judgement, { agreement, commitment, period }: Dispute) {
  return periods.find(
    (one) =>
      one.agreement === agreement && one.commitment === commitment && one.from === period.from,
  );
}

/** The agreement's own calendars, and the shared ones it refers to. */
function calendarsOf(
  { spec }: RevisionInForce,
  shared: Calendars = [],
): readonly (readonly [string, CalendarSpec])[] {
  const known: Readonly<Record<string, CalendarSpec>> = isDocuments(shared)
    ? Object.fromEntries(shared.map((one) => [one.metadata.name, one.spec]))
    : shared;
  return Object.entries(spec.calendars ?? {}).flatMap(([name, own]) => {
    const found = "ref" in own ? known[own.ref] : own;
    return found ? [[name, found] as const] : [];
  });
}

function isDocuments(calendars: Calendars): calendars is Extract<Calendars, readonly unknown[]> {
  return Array.isArray(calendars);
}

/** What JSON keeps of a value: what will be read back is what is sealed. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
}
