import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { instantText } from "../engine/time.ts";
import { ColumnScan, datesOf } from "./csv-column.ts";
import type { FirstKind } from "./first-agreement.ts";
import { faultsOf } from "./form.ts";
import { mappingShape } from "./mapping.ts";
import { guessColumns, guessKind, mappingOf } from "./mapping-guess.ts";
import { compileRow } from "./mapping-row.ts";

function guessed(kind: FirstKind, header: readonly string[], rows: readonly (readonly string[])[]) {
  const scan = new ColumnScan(header);
  for (const row of rows) scan.add(row);
  const columns = guessColumns(scan.columns, kind);
  const dates = datesOf(scan.columns, "day");
  const spec = mappingOf({
    kind,
    columns,
    found: scan.columns,
    source: "csv",
    timeZone: "America/Mexico_City",
    dates: dates.forms,
    delimiter: ",",
  });
  const document = { apiVersion: "acuerdo/v1", kind: "Mapping", metadata: { name: "csv" }, spec };
  assert.deepEqual(faultsOf(document, mappingShape, ""), []);
  const read = compileRow({ file: "f.csv", spec, placeOf: (path) => ({ path }) }, header);
  const told = rows.map((row, index) => {
    const result = read(row, index + 2);
    if (result.is !== "events") return result.is;
    return result.events.map(({ type, occurredAt }) => `${type} ${instantText(occurredAt)}`);
  });
  return { columns, dates, told };
}

describe("a file's columns, guessed", () => {
  test("in Spanish, with dates whose order a value tells", () => {
    const header = ["Folio", "Fecha de creación", "Primer contacto", "Responsable", "Empresa"];
    const { columns, dates, told } = guessed("lead", header, [
      ["1", "03/02/2026 09:30", "03/02/2026 10:00", "Ana", "Acme"],
      ["2", "25/02/2026 09:30", "", "Luis", "Ñandú"],
    ]);
    assert.deepEqual(columns, {
      id: "Folio",
      created: "Fecha de creación",
      contacted: "Primer contacto",
      title: "Empresa",
      owner: "Responsable",
    });
    assert.deepEqual([dates.order, dates.isSure], ["day", true]);
    assert.deepEqual(told, [
      ["lead.created 2026-02-03T15:30:00.000Z", "contact.attempted 2026-02-03T16:00:00.000Z"],
      ["lead.created 2026-02-25T15:30:00.000Z"],
    ]);
  });

  test("in English, as the United States write dates", () => {
    const header = ["Ticket ID", "Created at", "First reply", "Solved at", "Priority"];
    const { dates, told } = guessed("ticket", header, [
      ["7", "2/25/2026 9:30 AM", "2/25/2026 1:05 PM", "", "high"],
    ]);
    assert.deepEqual([dates.order, dates.isSure], ["month", true]);
    assert.deepEqual(told, [
      ["ticket.created 2026-02-25T15:30:00.000Z", "ticket.repliedPublic 2026-02-25T19:05:00.000Z"],
    ]);
  });

  test("an order that no value tells is said to be a guess", () => {
    const { dates } = guessed("lead", ["id", "created"], [["1", "03/02/2026"]]);
    assert.deepEqual([dates.order, dates.isSure], ["day", false]);
  });

  test("a deal that closed is won or lost by its status", () => {
    const header = ["Deal ID", "Create Date", "Close Date", "Deal Stage", "Amount"];
    const { told } = guessed("deal", header, [
      ["1", "2026-02-03T10:00:00Z", "2026-02-04T10:00:00Z", "Closed won", "1200"],
      ["2", "2026-02-03T10:00:00Z", "2026-02-05T10:00:00Z", "Closed lost", "80,5"],
    ]);
    assert.deepEqual(told.flat(), [
      "deal.created 2026-02-03T10:00:00.000Z",
      "deal.won 2026-02-04T10:00:00.000Z",
      "deal.created 2026-02-03T10:00:00.000Z",
      "deal.lost 2026-02-05T10:00:00.000Z",
    ]);
  });

  test("what cannot be a date is refused with its row, not taken for another day", () => {
    const header = ["id", "created"];
    const rows = ["2026-02-03 10:00", "2026-02-03 10:01", "2026-02-03 10:02", "2026-02-03 10:03"];
    const { told } = guessed("lead", header, [
      ...rows.map((at, index) => [`${index}`, at]),
      ["9", "2026-02-31 10:00"],
    ]);
    assert.deepEqual(told.at(-1), "refused");
  });

  test("the kind is told by the names of columns and file", () => {
    assert.equal(guessKind(["Ticket ID", "Priority", "Subject"], "export.csv"), "ticket");
    assert.equal(guessKind(["Id", "Oportunidad", "Monto", "Etapa"], "x.csv"), "deal");
    assert.equal(guessKind(["id", "created"], "leads.csv"), "lead");
  });
});
