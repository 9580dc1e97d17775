import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AcuerdoDocument } from "../engine/agreement.ts";
import { readInstant } from "../engine/time.ts";
import { checkAgreement, checkSet } from "./check.ts";
import type { CheckOptions } from "./checked.ts";
import { readDocuments } from "./reader.ts";

type Parts = {
  readonly name: string;
  readonly term?: string;
  readonly spec?: string;
  readonly commitment?: string;
};

/** An agreement with nothing wrong in it, but for what the parts say. */
function agreement({ name, term, spec = "", commitment }: Parts): string {
  return `---
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: ${name}}
spec:
  purpose: probar
  parties:
    - {id: cs, kind: team, role: [provider]}
    - {id: cliente, kind: company, role: [consumer]}
  term: {from: 2026-01-01, timeZone: America/Mexico_City${term ? `, ${term}` : ""}}
  review: {every: quarter, by: cs}
${spec}
  commitments:
    - id: respuesta
      obliged: cs
      beneficiary: cliente
      clock: {start: ticket.created, stop: ticket.repliedPublic}
      objective: {atLeast: 90%, each: month}
      ${commitment ?? "target: [{within: 4h}]"}
`;
}

const calendar = `---
apiVersion: acuerdo/v1
kind: Calendar
metadata: {name: oficina}
spec: {timeZone: America/Mexico_City, week: {mon-fri: [09:00-18:00]}}
`;

function read(...texts: readonly string[]): readonly AcuerdoDocument[] {
  const { documents, problems } = readDocuments(texts.join(""));
  assert.deepEqual(problems, []);
  return documents;
}

function codes(
  documents: readonly AcuerdoDocument[],
  options: CheckOptions = {},
): readonly string[] {
  return checkSet(documents, options)
    .filter(({ severity }) => severity !== "info")
    .map(({ code }) => code);
}

describe("a set of documents", () => {
  const open = "target: [{within: 4bh}]\n      calendar: oficina";
  const extending = "  extends: [base]\n  appliesTo: {customers: [acme]}";

  test("lends its calendars to every agreement", () => {
    assert.deepEqual(codes(read(calendar, agreement({ name: "a", commitment: open }))), []);
    const spec = "  calendars: {horario: {ref: oficina}}";
    const commitment = "target: [{within: 4bh}]";
    assert.deepEqual(codes(read(calendar, agreement({ name: "a", spec, commitment }))), []);
    assert.deepEqual(codes(read(agreement({ name: "a", commitment: open }))), ["calendar-unknown"]);
    assert.deepEqual(codes(read(agreement({ name: "a", spec, commitment }))), ["calendar-unknown"]);
  });

  test("is read in any order", () => {
    const [base, special] = [
      agreement({ name: "base" }),
      agreement({ name: "b", spec: extending }),
    ];
    assert.deepEqual(codes(read(base, special)), []);
    assert.deepEqual(codes(read(special, base)), []);
  });

  test("shows what one document alone cannot", () => {
    const [special] = read(agreement({ name: "b", spec: extending }));
    const others = read(agreement({ name: "base" }));
    assert.ok(special);
    const alone = checkAgreement(special).map(({ code }) => code);
    assert.ok(alone.includes("extends-missing"));
    const together = checkAgreement(special, { others }).filter(
      ({ severity }) => severity !== "info",
    );
    assert.deepEqual(together, []);
  });

  test("lends what is inherited to references", () => {
    const spec = `${extending}\n  remedies: [{id: plan, on: [respuesta], kind: meeting}]`;
    const commitment = "target: [{within: 4bh}]\n      escalate: aviso";
    const base = agreement({
      name: "base",
      spec:
        "  escalations: {aviso: [{at: 75%, tell: [owner]}]}\n" +
        "  calendars: {c: {timeZone: UTC, week: {mon: [09:00-10:00]}}}",
    });
    assert.deepEqual(codes(read(base, agreement({ name: "b", spec, commitment }))), []);
  });

  test("finds a circle of three", () => {
    const around = (name: string, to: string) =>
      agreement({ name, spec: `  extends: [${to}]\n  appliesTo: {customers: [${name}]}` });
    const found = codes(read(around("a", "b"), around("b", "c"), around("c", "a")));
    assert.deepEqual(found, ["extends-cyclic", "extends-cyclic", "extends-cyclic"]);
  });
});

describe("two agreements that promise the same", () => {
  const tie = (a: string, b: string): boolean => {
    const documents = read(agreement({ name: "a", spec: a }), agreement({ name: "b", spec: b }));
    return codes(documents).includes("commitment-tie");
  };
  const soporte = "  appliesTo: {services: [soporte]}";
  const both = "  appliesTo: {services: [soporte], customers: [acme]}";

  test("tie at the corporate level", () => assert.ok(tie("", "")));
  test("tie on a service they share", () => assert.ok(tie(soporte, soporte)));
  test("tie on a customer and service they share", () => assert.ok(tie(both, both)));
  test("do not tie at different levels", () => assert.ok(!tie("", soporte) && !tie(soporte, both)));
  test("do not tie for different services", () =>
    assert.ok(!tie(soporte, "  appliesTo: {services: [ventas]}")));
  test("do not tie one after the other", () => {
    const first = agreement({ name: "a", term: "to: 2026-06-30, renew: none" });
    const second = agreement({ name: "b" }).replace("from: 2026-01-01", "from: 2026-07-01");
    assert.ok(!codes(read(first, second)).includes("commitment-tie"));
  });
});

describe("whoever asks", () => {
  test("may say what day it is", () => {
    const documents = read(agreement({ name: "a", term: "to: 2026-06-30, renew: none" }));
    const now = readInstant("2026-07-02T00:00:00Z");
    assert.ok(now !== undefined);
    assert.deepEqual(codes(documents), []);
    assert.deepEqual(codes(documents, { now }), ["term-ended"]);
  });

  test("may say what their own sources deliver", () => {
    const commitment = "target: [{when: {horoscope: aries}, within: 1h}, {within: 4h}]";
    const documents = read(agreement({ name: "a", commitment }));
    assert.deepEqual(codes(documents), ["field-unknown"]);
    assert.deepEqual(codes(documents, { knownFields: ["horoscope"] }), []);
    const own = commitment.replace("horoscope", "custom.horoscope");
    assert.deepEqual(codes(read(agreement({ name: "a", commitment: own }))), []);
  });
});
