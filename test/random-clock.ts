/** Random promises and random facts: a small alphabet, coarse instants, so that much coincides. */
import fc from "fast-check";
import type {
  AgreementDocument,
  ClockSpec,
  CommitmentSpec,
  TargetSpec,
} from "../src/engine/agreement.ts";
import type { CalendarSpec } from "../src/engine/calendar-spec.ts";
import type { Event } from "../src/engine/event.ts";
import { MINUTE } from "../src/engine/time.ts";
import { agreementOf, at } from "./story.ts";

export const monday = at("2026-01-05 00:00");
export const subject = "ticket/1";

export const office: CalendarSpec = {
  timeZone: "UTC",
  week: { "mon-fri": ["09:00-17:00"] },
  absences: [{ owner: "ana", from: "2026-01-06", to: "2026-01-06" }],
};
export const abroad: CalendarSpec = { timeZone: "UTC", week: { "mon-sat": ["14:00-22:00"] } };

const starts = fc.constantFrom<ClockSpec["start"]>(
  "ticket.created",
  ["ticket.created", "ticket.assigned"],
  { when: { status: "open" } },
  { event: "ticket.assigned", where: { owner: "ana" } },
);

const limits = fc.constantFrom(undefined, "2h", "3bh", "1bd");

const pauses = fc.oneof(
  fc.constant(undefined),
  limits.map((atMost) => ({ while: { status: "waiting" }, ...(atMost ? { atMost } : {}) })),
  limits.map((atMost) => ({
    from: "ticket.held",
    until: "ticket.released",
    ...(atMost ? { atMost } : {}),
  })),
);

const policies = fc.constantFrom("keepSpent", "fromChange", "fromStart", "keepTarget");

const clocks: fc.Arbitrary<ClockSpec> = fc
  .record({
    start: starts,
    stop: fc.constantFrom("ticket.repliedPublic", ["ticket.repliedPublic", "ticket.solved"]),
    pause: pauses,
    cancel: fc.constant(["ticket.spam", "ticket.noReplyNeeded"]),
    whileRunning: fc.constantFrom("keep", "restart"),
    again: fc.constantFrom("never", "cycle", "resume"),
    onReassign: fc.constantFrom("continue", "restart"),
    onTargetChange: fc.oneof(policies, fc.record({ tighter: policies, looser: policies })),
    humanOnly: fc.boolean(),
  })
  .map(({ pause, ...rest }) => (pause ? { ...rest, pause } : rest) as ClockSpec);

const durations = fc.constantFrom("45m", "2h", "26h", "1bh", "90bm", "8bh", "1bd", "2bd");

const targets: fc.Arbitrary<readonly TargetSpec[]> = fc
  .record({ high: durations, low: durations, other: fc.option(durations, { nil: undefined }) })
  .map(({ high, low, other }) => [
    { when: { priority: "high" }, within: high },
    { when: { priority: "low" }, within: low },
    ...(other ? [{ within: other }] : []),
  ]);

const calendars = fc.constantFrom<CommitmentSpec["calendar"]>(
  "office",
  [{ when: { region: "us" }, use: "abroad" }, { use: "office" }],
  "owner",
);

/** The options of one promise, as an agreement would write them. */
export type Promised = Pick<CommitmentSpec, "target" | "calendar" | "warnAt" | "qualifies"> & {
  readonly clock: ClockSpec;
};

export const promises: fc.Arbitrary<Promised> = fc
  .record({
    clock: clocks,
    target: targets,
    calendar: calendars,
    warnAt: fc.constantFrom([], ["50%"], ["75%", "50%"], ["33.3%", "100%"]),
    qualifies: fc.constantFrom(undefined, { phone: { exists: true } }),
  })
  .map(({ qualifies, ...rest }) => (qualifies ? { ...rest, qualifies } : rest) as Promised);

export function agreementFor(promised: Promised): AgreementDocument {
  return agreementOf({ calendars: { office, abroad }, commitment: promised, deeds: {} });
}

type Fact = Pick<Event, "type" | "data" | "actor">;

const facts: readonly Fact[] = [
  { type: "ticket.created", data: { status: "open", priority: "low" } },
  { type: "ticket.created", data: { status: "new", phone: "1" } },
  { type: "ticket.assigned", data: { owner: "ana" } },
  { type: "ticket.assigned", data: { owner: "beto" } },
  { type: "ticket.assigned", data: { owner: null, phone: "1" } },
  { type: "ticket.statusChanged", data: { status: "open" } },
  { type: "ticket.statusChanged", data: { status: "waiting" } },
  { type: "ticket.statusChanged", data: { region: "us" } },
  { type: "ticket.statusChanged", data: { region: null } },
  { type: "ticket.priorityChanged", data: { priority: "high" } },
  { type: "ticket.priorityChanged", data: { priority: "low" } },
  { type: "ticket.priorityChanged", data: { priority: null } },
  { type: "ticket.held" },
  { type: "ticket.released" },
  { type: "ticket.repliedPublic", actor: { kind: "human" } },
  { type: "ticket.repliedPublic", actor: { kind: "automation" } },
  { type: "ticket.solved" },
  { type: "ticket.reopened" },
  { type: "ticket.noReplyNeeded" },
  { type: "ticket.spam" },
];

/** Half-hours of ten days, most of them in the first two, so that instants often coincide. */
const moments = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 16, max: 90 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 480 }) },
);

/** Facts about one ticket, in any order; the first of the facts begins it more often than not. */
export const histories: fc.Arbitrary<readonly Event[]> = fc
  .array(fc.tuple(moments, fc.nat({ max: facts.length - 1 })), { minLength: 1, maxLength: 14 })
  .map((picked) =>
    picked.map(([moment, index], place) => ({
      id: String(place).padStart(3, "0"),
      source: "random",
      subject,
      occurredAt: (monday + moment * 30 * MINUTE) as Event["occurredAt"],
      ...(facts[place === 0 ? index % 2 : index] as Fact),
    })),
  );

/** Some instant of the ten days, on the half-hour or a millisecond beside it. */
export const instants = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.constantFrom(-1, 0, 1))
  .map(([moment, beside]) => (monday + moment * 30 * MINUTE + beside) as Event["occurredAt"]);
