import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Instant } from "../engine/time.ts";
import { checkAgreement } from "./check.ts";
import { type FirstAgreement, firstAgreement, firstKinds } from "./first-agreement.ts";
import { printDocument } from "./print.ts";
import { readDocuments } from "./reader.ts";

const asked: FirstAgreement = {
  name: "primero",
  title: "Marketing y Ventas",
  language: "es",
  kind: "lead",
  office: {
    timeZone: "America/Mexico_City",
    country: "MX",
    opens: "09:00",
    closes: "18:00",
    always: false,
  },
  from: "2026-03-01",
  start: "lead.created",
  stop: ["contact.attempted"],
  promises: [{ id: "primer-contacto", within: "1bh", atLeast: 80 }],
  volume: 120,
};

describe("a first agreement", () => {
  for (const kind of firstKinds) {
    for (const language of ["es", "en"] as const) {
      for (const always of [false, true]) {
        const name = `${kind}, ${language}${always ? ", at all hours" : ""}`;
        test(`is read back as it was made, and nothing is wrong with it: ${name}`, () => {
          const office = { ...asked.office, always };
          const made = firstAgreement({ ...asked, kind, language, office });
          const { documents, problems } = readDocuments(printDocument(made));
          assert.deepEqual(problems, []);
          assert.deepEqual(documents, [JSON.parse(JSON.stringify(made))]);
          const found = checkAgreement(made, {
            now: Date.parse("2026-03-01T00:00:00Z") as Instant,
          });
          assert.deepEqual(
            found.filter(({ severity }) => severity !== "info"),
            [],
          );
        });
      }
    }
  }
});
