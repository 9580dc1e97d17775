import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Dimension, dimensionsOf } from "./dimension.ts";
import type { Attributes } from "./event.ts";
import { EARLIEST } from "./time.ts";

function dimensionOf(name: Dimension, attributes: Attributes, subject = "ticket/1") {
  const event = { id: "1", source: "desk", type: "ticket.created", subject, occurredAt: EARLIEST };
  return dimensionsOf({ subject, isNew: true, attributes, before: {}, event })[name];
}

describe("of a subject", () => {
  const cases: readonly [Dimension, Attributes, string | null, subject?: string][] = [
    ["team", { team: "sdr" }, "sdr"],
    ["owner", { owner: "" }, null],
    ["source", { source: 7 }, null],
    ["campaign", {}, null],
    ["segment", { segment: "large", account: { segment: "small", tier: "gold" } }, "large"],
    ["segment", { account: { segment: "small", tier: "gold" } }, "small"],
    ["segment", { account: { tier: "gold" } }, "gold"],
    ["segment", { account: null }, null],
    ["customer", { customer: "acme", account: "other" }, "acme"],
    ["customer", { account: { id: "acme" } }, "acme"],
    ["customer", { customer: "other" }, "acme", "account/acme"],
    ["service", { service: "support" }, "support"],
    ["service", { service: "support" }, "portal", "service/portal"],
  ];
  for (const [name, attributes, value, subject] of cases) {
    const told = `${subject ?? "ticket/1"} that says ${JSON.stringify(attributes)}`;
    test(`the ${name} is ${value}: ${told}`, () =>
      assert.equal(dimensionOf(name, attributes, subject), value));
  }
});
