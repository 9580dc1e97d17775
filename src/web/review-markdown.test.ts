import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Language } from "../engine/agreement.ts";
import { say } from "./message.ts";
import type { ReviewShown } from "./review-json.ts";
import { reviewMarkdown } from "./review-markdown.ts";
import { plainText, summaryOf, type Telling } from "./review-text.ts";

const shown = {
  review: {
    id: "r",
    agreement: "funnel",
    state: "closed",
    dueAt: "2026-04-01T00:00:00.000Z",
    from: "2026-01-01T00:00:00.000Z",
    to: "2026-04-01T00:00:00.000Z",
    by: "ops",
    why: { cause: "missed", trigger: "missed 2 of 3", commitment: "contact" },
    signatories: ["a", "b"],
    missing: [],
    deeds: [
      { deed: "note", at: "2026-04-02T10:00:00.000Z", by: "a", says: "A hard quarter" },
      {
        deed: "decide",
        at: "2026-04-02T11:00:00.000Z",
        by: "ops",
        decision: { id: "d1", says: "Two more people", owner: "Ana", becomes: "task" },
      },
      { deed: "hold", at: "2026-04-03T10:00:00.000Z", by: "ops", minutes: "We talked." },
      { deed: "sign", at: "2026-04-03T11:00:00.000Z", by: "a" },
    ],
  },
  agenda: {
    sides: [
      {
        party: "a",
        commitments: [
          {
            commitment: "contact",
            met: 1,
            breached: 2,
            notAssessable: 0,
            periods: [{ value: 0.75, unit: "share", currency: null }],
          },
        ],
      },
    ],
    missed: [],
    disputes: [],
    corrections: [{ by: "ops", reason: "Test data" }],
    credits: [
      { party: "a", to: "b", remedy: "late", amount: "0.1", currency: "EUR" },
      { party: "a", to: "b", remedy: "late", amount: "0.2", currency: "EUR" },
    ],
    remedies: [],
    findings: {
      causes: [
        {
          commitment: "contact",
          dimension: "source",
          value: "fair",
          missed: 15,
          of: 20,
          cases: 25,
        },
      ],
      drifts: [],
      proposals: [],
    },
  },
} as unknown as ReviewShown;

function telling(language: Language): Telling {
  return {
    language,
    say: (sentence, facts) => say(language, sentence, facts),
    percent: (share) => `${share * 100} %`,
    date: (at) => new Date(at).toISOString().slice(0, 10),
    party: (id) => id.toUpperCase(),
  };
}

describe("a review in words", () => {
  test("is five sentences, each with what it counts in brackets", () => {
    const lines = summaryOf(shown, telling("en")).map(({ says }) => says);
    assert.deepEqual(lines, [
      "A kept [1 of 3 periods].",
      'What weighs most: [15 of 20 misses] of "contact" are of source "fair".',
      "On record are [0 disputes] and [1 correction].",
      "Credits add up to [0.3 EUR], and [there are no remedies].",
      "[0 proposals] are on the table and [1 decision] taken.",
    ]);
    assert.equal(plainText(lines[0] ?? ""), "A kept 1 of 3 periods.");
  });

  for (const language of ["es", "en"] as const) {
    test(`is one document, every part of it, in ${language}`, () => {
      const text = reviewMarkdown(shown, "Funnel", telling(language));
      assert.equal(text.match(/^## /gm)?.length, 10);
      for (const part of ["A: contact", "75", "A hard quarter", "Two more people", "We talked."]) {
        assert.ok(text.includes(part), part);
      }
      assert.doesNotMatch(text, /\[|\{|undefined/);
    });
  }
});
