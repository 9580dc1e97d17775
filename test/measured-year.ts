/** A generated year judged by the examples, for tests that compare it with something slower. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { generateCompany } from "../src/demo/company.ts";
import type { AgreementDocument, CalendarDocument } from "../src/engine/agreement.ts";
import type { Event } from "../src/engine/event.ts";
import type { Instant } from "../src/engine/time.ts";
import { readDocuments } from "../src/language/reader.ts";

const examples = new URL("../examples/", import.meta.url);

/** Mexico City stands six hours behind UTC all year. */
export const MEXICO = 6 * 3_600_000;

export const yearStart = (Date.UTC(2026, 0, 1) + MEXICO) as Instant;
const yearEnd = (Date.UTC(2027, 0, 1) + MEXICO) as Instant;

/** The agreements and calendars of examples, by name. */
export function exampleAgreements(...names: readonly string[]) {
  return readAgreements(names.map((name) => new URL(`${name}.yaml`, examples)));
}

/** The agreements and calendars of files, none of which has an error. */
export function readAgreements(files: readonly URL[]) {
  const documents = files.flatMap((file) => {
    const read = readDocuments(readFileSync(file, "utf8"));
    assert.deepEqual(
      read.problems.filter(({ severity }) => severity === "error"),
      [],
    );
    return read.documents;
  });
  return {
    agreements: documents.filter((one): one is AgreementDocument => one.kind === "Agreement"),
    calendars: documents.filter((one): one is CalendarDocument => one.kind === "Calendar"),
  };
}

/** The facts known at `asOf`, each once. */
export function companyYear(seed: number, leads: number, asOf: Instant): readonly Event[] {
  const facts = generateCompany({
    seed,
    leads,
    from: yearStart,
    to: yearEnd,
    timeZone: "America/Mexico_City",
    language: "es",
  });
  const known = new Map<string, Event>();
  for (const event of facts) {
    const key = `${event.source} ${event.id}`;
    if (event.occurredAt <= asOf && !known.has(key)) known.set(key, event);
  }
  return [...known.values()].sort((a, b) => a.occurredAt - b.occurredAt);
}

/** "2026-03" of an instant, on the walls of Mexico City. */
export function monthOf(at: number): string {
  return new Date(at - MEXICO).toISOString().slice(0, 7);
}
