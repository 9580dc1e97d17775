import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { companyYear, exampleAgreements, MEXICO } from "../../test/measured-year.ts";
import { agreementFor, histories, instants, promises, subject } from "../../test/random-clock.ts";
import { agreementOf, at, nineToFive } from "../../test/story.ts";
import type { ExclusionSpec } from "./agreement.ts";
import { FORMAT, readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import type { Event } from "./event.ts";
import { compareEvents, linksOf } from "./event.ts";
import { closeHistory, conclude, type Folded, foldHistory, goOn, type History } from "./history.ts";
import { type Agreements, revisionsInForce } from "./revision.ts";
import { compileRulebook, type Rulebook } from "./rulebook.ts";
import { EARLIEST, type Instant } from "./time.ts";

const far = Date.UTC(2026, 1, 1) as Instant;

/** What is compared by identity goes by a number that only one object has. */
const references = new Set(["commitment", "owed", "hours"]);

function textOf(folded: Folded, numbers: Map<unknown, number>): string {
  return JSON.stringify(folded, (key, value) => {
    if (!references.has(key) || typeof value !== "object") return value;
    numbers.set(value, numbers.get(value) ?? numbers.size);
    return numbers.get(value);
  });
}

function writtenOf(rulebook: Rulebook, history: History) {
  const past = { history, events: 0, firstAt: EARLIEST, handed: [] };
  return writeCheckpoint(rulebook, past, "rules");
}

type Checked = {
  readonly of: string;
  readonly facts: readonly Event[];
  readonly from: Instant;
  readonly asOf: Instant;
};

/** Judged as if the process had ended at `from`: written by one rulebook and read by another. */
function checkGoingOn(
  [before, after]: readonly [Rulebook, Rulebook],
  { of, facts, from, asOf }: Checked,
): void {
  const head = facts.filter(({ occurredAt }) => occurredAt < from);
  const tail = facts.filter(({ occurredAt }) => occurredAt >= from);
  const written = writtenOf(before, closeHistory(before, foldHistory(before, of, head)));
  assert.ok(written, "this history cannot be written down");
  const past = readCheckpoint(after, JSON.parse(JSON.stringify(written)), "rules");
  assert.ok(past);
  const wentOn = conclude(after, goOn(after, past.history, tail), asOf);
  const whole = conclude(after, foldHistory(after, of, facts), asOf);
  const numbers = new Map<unknown, number>();
  assert.equal(textOf(wentOn, numbers), textOf(whole, numbers));
}

function twice(agreements: Agreements, calendars = {}): readonly [Rulebook, Rulebook] {
  return [compileRulebook(agreements, calendars), compileRulebook(agreements, calendars)];
}

describe("going on from a checkpoint", () => {
  test("is folding everything at once, for any promise at any instant", () =>
    fc.assert(
      fc.property(promises, histories, instants, instants, (promised, events, from, asOf) => {
        const facts = [...events]
          .sort(compareEvents)
          .filter(({ occurredAt }) => occurredAt <= asOf);
        checkGoingOn(twice([agreementFor(promised)]), { of: subject, facts, from, asOf });
      }),
      { numRuns: 1_000 },
    ));

  test("is the same where a revision takes open clocks over and leaves a day out", () =>
    fc.assert(
      fc.property(promises, promises, histories, instants, (one, other, events, from) => {
        const first = agreementFor(one);
        const later = agreementFor(other);
        const exclusions: readonly ExclusionSpec[] = [
          { id: "closed", category: "other", interval: { from: "2026-01-06", to: "2026-01-07" } },
        ];
        const document = { ...later, spec: { ...later.spec, exclusions } };
        const taking = { document, number: 2, from: at("2026-01-05 12:00") };
        const revisions = [
          { document: first, number: 1 },
          { ...taking, existing: "recompute" as const },
        ];
        assert.equal(revisionsInForce(revisions).length, 2);
        const facts = [...events].sort(compareEvents);
        checkGoingOn(twice(revisions), { of: subject, facts, from, asOf: far });
      }),
      { numRuns: 600 },
    ));

  test("is the same for the clocks and the measures of a generated year", () => {
    const asOf = (Date.UTC(2026, 9, 10) + MEXICO) as Instant;
    const events = companyYear(5, 300, asOf);
    const { agreements, calendars } = exampleAgreements("marketing-ventas", "soporte-estandar");
    const rulebooks = [
      compileRulebook(agreements, calendars),
      compileRulebook(agreements, calendars),
    ] as const;
    const bySubject = new Map<string, Event[]>();
    for (const event of events) {
      for (const of of [event.subject, ...linksOf(event).map((link) => link.subject)]) {
        bySubject.set(of, [...(bySubject.get(of) ?? []), event]);
      }
    }
    assert.ok(bySubject.size > 500, `${bySubject.size} subjects`);
    for (const [of, facts] of bySubject) {
      for (const share of [0.3, 0.8]) {
        const from = facts[Math.floor(facts.length * share)]?.occurredAt ?? asOf;
        checkGoingOn(rulebooks, { of, facts, from, asOf });
      }
    }
  });
});

/** A ticket that was paused, breached and reopened, and whose answer was asked for. */
const story = agreementOf({
  calendars: { office: nineToFive() },
  commitment: {
    calendar: "office",
    target: [{ within: "2bh" }],
    warnAt: ["50%"],
    clock: {
      start: "ticket.created",
      stop: "ticket.solved",
      again: "resume",
      pause: { while: { status: "waiting" }, atMost: "1bd" },
    },
  },
  also: [
    {
      id: "answers",
      obliged: "team",
      beneficiary: "others",
      measure: { survey: "csat" },
      objective: { statistic: "csat", atLeast: "80%" },
    } as never,
  ],
  deeds: {},
});

const told: readonly (readonly [string, string, Event["data"]?])[] = [
  ["2026-03-02 10:00", "ticket.created", { status: "open", priority: "high" }],
  ["2026-03-02 10:30", "ticket.statusChanged", { status: "waiting" }],
  ["2026-03-04 09:15", "contact.attempted", { channel: "phone" }],
  ["2026-03-05 11:00", "ticket.solved", { status: "solved" }],
  ["2026-03-05 12:00", "survey.answered", { survey: "csat", score: 4 }],
  ["2026-03-06 09:00", "ticket.reopened", { status: "open" }],
];

const facts = told.map(
  ([when, type, data], place): Event => ({
    id: `f${place}`,
    source: "desk",
    type,
    subject,
    occurredAt: at(when),
    ...(data ? { data } : {}),
  }),
);

describe("what is written of a history", () => {
  const rulebook = compileRulebook([story]);
  const history = closeHistory(rulebook, foldHistory(rulebook, subject, facts));
  const written = writtenOf(rulebook, history);

  test("is nothing under other rules, and so is what is no checkpoint", () => {
    assert.ok(readCheckpoint(rulebook, written, "rules"));
    const others = [undefined, null, {}, [], "text", { under: `${FORMAT} rules` }];
    for (const other of others) assert.equal(readCheckpoint(rulebook, other, "rules"), undefined);
    assert.equal(readCheckpoint(rulebook, written, "other rules"), undefined);
    const newcomer = compileRulebook([{ ...story, metadata: { name: "another" } }]);
    assert.equal(readCheckpoint(newcomer, written, "rules"), undefined);
  });

  test("says the same for ever under one number of the format", () => {
    assert.equal(history.settled.marks.length, 1);
    const digest = createHash("sha256").update(JSON.stringify(written)).digest("hex");
    const known: Readonly<Record<number, string>> = { 1: "48c04d6f2d629b4e" };
    assert.equal(
      digest.slice(0, 16),
      known[FORMAT],
      "what is folded has changed: raise FORMAT, so that what was written before counts no more",
    );
  });
});
