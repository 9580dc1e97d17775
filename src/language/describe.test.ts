import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe as suite, test } from "node:test";
import type { AgreementDocument, CommitmentSpec } from "../engine/agreement.ts";
import { knownEventTypes } from "../engine/event-type.ts";
import { describe } from "./describe.ts";
import { describeAgreement } from "./describe-agreement.ts";
import { readDocuments } from "./reader.ts";
import { eventTypesInWords } from "./words-event.ts";

const root = join(import.meta.dirname, "../..");
const documents = readdirSync(join(root, "examples"))
  .filter((file) => file.endsWith(".yaml"))
  .flatMap((file) => readDocuments(readFileSync(join(root, "examples", file), "utf8")).documents);
const agreements = documents.filter((one): one is AgreementDocument => one.kind === "Agreement");

function sentences(commitment: CommitmentSpec, agreement: AgreementDocument): readonly string[] {
  const options = { agreement, documents };
  return [describe(commitment, "es", options), describe(commitment, "en", options)];
}

function promise(lines: string): readonly string[] {
  const text = `
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: prueba}
spec:
  purpose: probar
  parties:
    - {id: ventas, title: Ventas, kind: team, role: [provider]}
    - {id: marketing, title: Marketing, kind: team, role: [consumer]}
  term: {from: 2026-01-01, timeZone: America/Mexico_City}
  calendars:
    oficina: {timeZone: America/Mexico_City, week: {mon-fri: [09:00-14:00, 15:00-18:00]}}
  commitments:
    - id: promesa
      obliged: ventas
      beneficiary: marketing
${lines.replace(/^/gm, "      ")}
`;
  const { documents: read, problems } = readDocuments(text);
  assert.deepEqual(problems, []);
  const [agreement] = read;
  assert.ok(agreement?.kind === "Agreement");
  return sentences(agreement.spec.commitments[0] as CommitmentSpec, agreement);
}

/** Text over several lines as one; "~" stands for a space that does not break. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replaceAll("~", "\u00A0");
}

suite("a commitment is one sentence in each language", () => {
  const table: readonly (readonly [title: string, yaml: string, es: string, en: string])[] = [
    [
      "a clock with one target",
      `clock: {start: lead.assigned, stop: contact.attempted}
target: [{within: 2bd}]
objective: {atLeast: 90%, each: month}`,
      oneLine(`Ventas promete a Marketing que en al menos el 90~% de los casos de cada mes,
        desde que se asigna el lead hasta que se intenta el contacto, no pasarán más de
        2 días hábiles (L–V 9–14 y 15–18, Ciudad de México); el horario es «oficina»
        (L–V 9–14 y 15–18, Ciudad de México).`),
      oneLine(`Ventas promises Marketing that for at least 90% of the cases of each month, no
        more than 2 business days (Mon–Fri 9–14 and 15–18, Mexico City) will pass from
        the moment the lead is assigned until contact is attempted; open hours are
        “oficina” (Mon–Fri 9–14 and 15–18, Mexico City).`),
    ],
    [
      "several targets, a pause and a condition",
      `scope: {subject: ticket, where: {priority: {in: [alta, urgente]}}}
clock: {start: ticket.created, stop: ticket.solved, pause: {while: {status: espera}, atMost: 3d}}
target: [{when: {account.tier: oro}, within: 1h}, {within: 4h}]
objective: {above: 80%, each: {rolling: 28d}, minVolume: 5}
warnAt: [50%, 75%]`,
      oneLine(`Ventas promete a Marketing que en más del 80~% de los tickets de los últimos
        28 días naturales (solo si la prioridad es «alta» o «urgente»), desde que se
        crea el ticket hasta que se resuelve el ticket, rige este plazo: 1 hora de
        reloj si el nivel de la cuenta es «oro»; y 4 horas de reloj en los demás
        casos; no cuenta el tiempo en que el estado es «espera», con un máximo de 3
        días naturales en total; con menos de 5 casos el periodo no se evalúa; se
        avisa al 50~% y al 75~% del plazo.`),
      oneLine(`Ventas promises Marketing that for more than 80% of the tickets of the last 28
        calendar days (only if the priority is “alta” or “urgente”), from the moment
        the ticket is created until the ticket is solved, this limit holds: 1 elapsed
        hour if the tier of the account is “oro”; and 4 elapsed hours otherwise; time
        while the status is “espera” does not count, up to 3 calendar days in all; a
        period of fewer than 5 cases is not assessed; a warning is given at 50% and
        75% of the limit.`),
    ],
    [
      "a due date",
      `clock: {start: ticket.created, stop: ticket.solved}
target: [{by: {at: "16:00", on: nextBusinessDay}, snap: nextOpening}]
objective: {atLeast: 95%, each: week}`,
      oneLine(`Ventas promete a Marketing que en al menos el 95~% de los casos de cada
        semana, desde que se crea el ticket hasta que se resuelve el ticket, rige este
        plazo: las 16:00 del siguiente día hábil o, si cae fuera de horario, la
        apertura siguiente; el horario es «oficina» (L–V 9–14 y 15–18, Ciudad de
        México).`),
      oneLine(`Ventas promises Marketing that for at least 95% of the cases of each week,
        from the moment the ticket is created until the ticket is solved, this limit
        holds: 16:00 of the next business day or, where that is outside opening hours,
        the next opening; open hours are “oficina” (Mon–Fri 9–14 and 15–18, Mexico
        City).`),
    ],
    [
      "an event of one's own",
      `clock: {start: contract.signed, stop: contract.filed}
target: [{within: 1d}]
objective: {atLeast: 95%, each: week}`,
      oneLine(`Ventas promete a Marketing que en al menos el 95~% de los casos de cada
        semana, desde que ocurre «contract.signed» hasta que ocurre «contract.filed»,
        no pasará más de 1 día natural.`),
      oneLine(`Ventas promises Marketing that for at least 95% of the cases of each week, no
        more than 1 calendar day will pass from the moment “contract.signed” happens
        until “contract.filed” happens.`),
    ],
    [
      "money",
      `measure: {sum: lead.qualified, of: expectedValue, pacing: businessDayLinear}
objective: {atLeast: 500000 MXN, each: {month: {startDay: 16}}}`,
      oneLine(`Ventas promete a Marketing que la suma del campo «expectedValue» cuando se
        califica el lead será de al menos 500000 MXN cada mes contado desde el día 16;
        el avance se reparte por días hábiles.`),
      oneLine(`Ventas promises Marketing that the sum of the field “expectedValue” when the
        lead is qualified will be at least 500000 MXN in each month counted from day
        16; its pace is spread over business days.`),
    ],
  ];
  for (const [title, yaml, es, en] of table) {
    test(title, () => assert.deepEqual(promise(yaml), [es, en]));
  }
});

type Path = readonly (string | number)[];

/** Every leaf of a value under the given keys. */
function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, entry]) => leaves(entry, [...path, key]));
}

function changedAt(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return otherThan(value);
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = changedAt(copy[key], rest);
  return copy;
}

const others: Readonly<Record<string, string>> = {
  keep: "restart",
  continue: "restart",
  never: "cycle",
  cycle: "resume",
  resume: "cycle",
  fromChange: "fromStart",
  keepTarget: "keepSpent",
  month: "quarter",
  quarter: "year",
  csat: "nps",
  nps: "ces",
  gross: "net",
  p50: "p90",
  sameLastYear: "previous",
  provisional: "suspended",
  measurementStands: "claimStands",
  nextPeriod: "immediately",
  automatic: "manual",
  manual: "none",
  none: "manual",
  week: "month",
  year: "month",
  monthly: "yearly",
  highest: "sum",
  serviceCredit: "penalty",
  correctivePlan: "meeting",
  leadReplacement: "meeting",
  maintenance: "outage",
};

function otherThan(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  const text = String(value);
  if (Object.hasOwn(others, text)) return others[text];
  return /^\d/.test(text)
    ? text.replace(/\d+/, (digits) => String(Number(digits) + 1))
    : `${text}x`;
}

suite("every line of a promise is in its sentence", () => {
  const parts = ["clock", "target", "objective", "measure", "qualifies", "warnAt", "calendar"];
  for (const agreement of agreements) {
    for (const commitment of agreement.spec.commitments) {
      if ("omit" in commitment) continue;
      test(`${agreement.metadata.name}: ${commitment.id}`, () => {
        const before = sentences(commitment, agreement);
        const own = leaves(commitment).filter(([part]) => parts.includes(String(part)));
        for (const path of own.filter((keys) => keys.at(-1) !== "subject")) {
          const changed = changedAt(commitment, path) as CommitmentSpec;
          const after = sentences(changed, agreement);
          assert.notEqual(after[0], before[0], `${path.join(".")} is not in the Spanish sentence`);
          assert.notEqual(after[1], before[1], `${path.join(".")} is not in the English sentence`);
        }
      });
    }
  }
});

suite("every line of an agreement is in its sections", () => {
  const parts = ["remedies", "disputes", "term", "legal", "review", "change", "exclusions", "icp"];
  for (const agreement of agreements) {
    test(agreement.metadata.name, () => {
      const prose = (one: AgreementDocument): string =>
        JSON.stringify(describeAgreement("es", { agreement: one, documents }));
      const before = prose(agreement);
      const own = leaves(agreement.spec).filter(([part]) => parts.includes(String(part)));
      for (const path of own.filter((keys) => !["id", "each"].includes(String(keys.at(-1))))) {
        const changed = changedAt(agreement, ["spec", ...path]) as AgreementDocument;
        assert.notEqual(prose(changed), before, `${path.join(".")} is not in the prose`);
      }
    });
  }
});

test("every event type the engine knows has words, and no other has", () =>
  assert.deepEqual([...eventTypesInWords].toSorted(), [...knownEventTypes].toSorted()));
