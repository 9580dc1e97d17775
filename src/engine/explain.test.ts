import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { agreementOf, at } from "../../test/story.ts";
import type { AgreementDocument, AgreementSpec } from "./agreement.ts";
import type { Event } from "./event.ts";
import { explain } from "./explain.ts";
import { judge } from "./judge.ts";
import { Refusal } from "./problem.ts";

/** An agreement by its name, the target it promises, and for whom. */
function promising(name: string, within: string, more: Partial<AgreementSpec> = {}) {
  const clock = { start: "ticket.created", stop: "ticket.solved" } as const;
  const scope = { subject: "ticket", where: { kind: "question" } } as const;
  const commitment = { clock, scope, target: [{ when: { muted: { exists: false } }, within }] };
  const document = agreementOf({ commitment, deeds: {}, agreement: more });
  return { ...document, metadata: { name } };
}

const everyone = promising("standard", "8h");
const acme = promising("acme", "2h", { appliesTo: { customers: ["acme"] } });
const mail = promising("mail", "4h", { appliesTo: { services: ["mail"] } });
const both = promising("acme-mail", "1h", {
  appliesTo: { customers: ["acme"], services: ["mail"] },
});

function created(data: Event["data"]): Event {
  return {
    id: "1",
    source: "s",
    type: "ticket.created",
    subject: "ticket/1",
    occurredAt: at("2026-01-05 09:00"),
    data: { kind: "question", ...data },
  };
}

const asOf = at("2026-01-05 10:00");

function outcomes(agreements: readonly AgreementDocument[], events: readonly Event[]) {
  const { commitments } = explain({ agreements, events, asOf, subject: "ticket/1" });
  return commitments.map(({ candidates }) =>
    candidates.map(({ agreement, outcome }) => `${agreement} ${outcome}`),
  );
}

function targets(agreements: readonly AgreementDocument[], data: Event["data"]) {
  return judge({ agreements, events: [created(data)], asOf }).clocks.map(
    ({ target, level }) => `${level} ${target?.text}`,
  );
}

describe("of several agreements the most specific is used", () => {
  const all = [everyone, mail, acme, both];
  const rows: readonly [string, Event["data"], string][] = [
    ["everyone", { customer: "beta", service: "chat" }, "corporate 8h"],
    ["a service", { customer: "beta", service: "mail" }, "service 4h"],
    ["a customer", { customer: "acme", service: "chat" }, "customer 2h"],
    ["a customer's service", { customer: "acme", service: "mail" }, "customerService 1h"],
  ];
  for (const [name, data, expected] of rows) {
    test(`for ${name}`, () => assert.deepEqual(targets(all, data), [expected]));
  }

  test("and explain says why the others were not", () =>
    assert.deepEqual(outcomes(all, [created({ customer: "acme", service: "chat" })]), [
      ["acme-mail notForSubject", "acme used", "mail notForSubject", "standard lessSpecific"],
    ]));

  test("as the subject was when the clock began", () => {
    const moved = { ...created({ customer: "beta" }), id: "2", type: "ticket.statusChanged" };
    const later = { ...moved, occurredAt: at("2026-01-05 09:30") };
    assert.deepEqual(outcomes([everyone, acme], [created({ customer: "acme" }), later]), [
      ["acme used", "standard lessSpecific"],
    ]);
  });
});

describe("two agreements of one level", () => {
  const other = promising("other", "3h", { appliesTo: { customers: ["acme"] } });

  test("tie: neither is used, and it is said", () => {
    const events = [created({ customer: "acme" })];
    const { clocks, problems } = judge({ agreements: [acme, other], events, asOf });
    assert.deepEqual([clocks.length, problems[0]?.code], [0, "levels-tie"]);
    assert.deepEqual(outcomes([acme, other], events), [["acme ties", "other ties"]]);
  });
});

describe("an agreement that extends another", () => {
  const base = promising("base", "8h");
  const extending = (commitments: AgreementSpec["commitments"]) => {
    const document = promising("own", "1h", { extends: ["base"] });
    const appliesTo = { customers: ["acme"] };
    return { ...document, spec: { ...document.spec, appliesTo, commitments } };
  };

  test("has the promises it does not restate", () =>
    assert.deepEqual(targets([base, extending([])], { customer: "acme" }), ["customer 8h"]));

  test("restates one under the same id", () => {
    const [own] = promising("own", "1h").spec.commitments;
    assert.ok(own);
    assert.deepEqual(targets([base, extending([own])], { customer: "acme" }), ["customer 1h"]);
  });

  test("takes one away, from less specific agreements as well", () => {
    const none = extending([{ id: "promise", omit: true }]);
    assert.deepEqual(targets([base, none], { customer: "acme" }), []);
    assert.deepEqual(targets([base, none], { customer: "beta" }), ["corporate 8h"]);
    assert.deepEqual(outcomes([base, none], [created({ customer: "acme" })]), [
      ["own omitted", "base lessSpecific"],
    ]);
  });

  test("is refused where its base is missing or extends it in turn", () => {
    const input = { events: [], asOf };
    const circle = promising("base", "8h", { extends: ["own"] });
    const codeOf = (agreements: readonly AgreementDocument[]) => {
      try {
        judge({ agreements, ...input });
      } catch (fault) {
        return fault instanceof Refusal ? fault.problems[0]?.code : undefined;
      }
      return "none";
    };
    assert.equal(codeOf([extending([])]), "extends-missing");
    assert.equal(codeOf([circle, extending([])]), "extends-cyclic");
  });
});

describe("where there is no clock, explain says which rule kept it from starting", () => {
  const rows: readonly [string, Event["data"], string][] = [
    ["the scope leaves the subject out", { kind: "praise" }, "standard outOfScope"],
    ["no target is for it", { muted: true }, "standard noTarget"],
  ];
  for (const [name, data, expected] of rows) {
    test(name, () => assert.deepEqual(outcomes([everyone], [created(data)]), [[expected]]));
  }

  test("nothing started it", () => {
    const solved = { ...created({}), type: "ticket.solved" };
    assert.deepEqual(outcomes([everyone], [solved]), [["standard notStarted"]]);
  });

  test("the agreement was not in force yet", () => {
    const term = { from: "2027-01-01", timeZone: "UTC" };
    const later = promising("later", "8h", { term });
    assert.deepEqual(outcomes([later], [created({})]), [["later notInForce"]]);
  });
});
