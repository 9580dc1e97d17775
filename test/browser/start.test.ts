import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Site } from "./site.ts";
import {
  assertAccessible,
  assertReadable,
  assertReflows,
  assertSilent,
  picture,
  readAs,
  readings,
  signUp,
  visitSite,
} from "./visit.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Leads of sixty working days, as a Spanish office's program writes them. */
function spanishFile(now: number): string {
  const rows = ["Folio;Fecha de creación;Primer contacto;Responsable;Empresa"];
  for (let day = 60; day > 0; day -= 1) {
    for (const hour of [15, 17, 21]) {
      const at = Math.floor(now / DAY) * DAY - day * DAY + hour * HOUR;
      const isLate = hour === 21;
      const answered = isLate && day % 3 === 0 ? "" : wall(at + (isLate ? 5 * HOUR : HOUR / 3));
      rows.push(`L-${day}-${hour};${wall(at)};${answered};Núria;Peña y Cía ${day}`);
    }
  }
  rows.push("L-x;31/02/2026 10:00;;Núria;Sin fecha");
  return rows.join("\r\n");
}

/** As a clock on a wall in Mexico City shows it. */
function wall(at: number): string {
  const text = new Date(at - 6 * HOUR).toISOString();
  return `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)} ${text.slice(11, 16)}`;
}

/** What Excel saves on a Windows of the West. */
function windows(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

const bad = [
  { name: "empty.csv", buffer: Buffer.from(""), says: /vacío/ },
  { name: "header.csv", buffer: Buffer.from("id,creado\n"), says: /solo tiene la fila de nombres/ },
  { name: "book.xlsx", buffer: Buffer.from("PK\u0003\u0004xx"), says: /libro de Excel/ },
  { name: "picture.csv", buffer: Buffer.from([1, 0, 2, 0, 3]), says: /no es un texto/ },
  { name: "open.csv", buffer: Buffer.from('id,creado\n1,"2026\n2,x'), says: /línea 2.*comillas/ },
  { name: "twice.csv", buffer: Buffer.from("id,id\n1,2\n"), says: /se llaman «id»/ },
  {
    name: "long.csv",
    buffer: Buffer.concat([Buffer.from("id,creado\n"), Buffer.alloc(20_000_000, "x")]),
    says: /línea 2 pasa de un millón/,
  },
] as const;

describe("from an empty workspace to what one already promises", () => {
  let site: Site;
  let page: Page;

  const { go: goTo } = visitSite(async (visit) => {
    ({ site, page } = visit);
    await signUp(page, site);
  });

  const go = async (path: string) => {
    await goTo(path);
    await page.locator("h1").waitFor();
  };

  const readByAll = async (name: string, whole: string) => {
    for (const reading of readings) {
      await readAs(page, reading);
      await page.locator(whole).first().waitFor();
      await assertReadable(page, `${name}-${reading.language}-${reading.theme}`);
    }
    await readAs(page, { language: "es", theme: "light" });
    assertSilent(page);
  };

  test("the empty Today leads to the three ways in", async () => {
    await page.getByRole("link", { name: "Empezar con mis datos" }).click();
    await page.getByRole("heading", { name: "Empezar" }).waitFor();
    await readByAll("start", ".start-choices");
    await page.getByRole("link", { name: "Traer un CSV" }).click();
    await page.getByLabel("Suelta aquí").waitFor();
    await readByAll("start-file", ".file-drop");
  });

  for (const { name, buffer, says } of bad) {
    test(`a file that cannot be read gets a sentence: ${name}`, async () => {
      await go("/start/file");
      const field = page.locator("input[type=file]");
      await field.setInputFiles({ name, mimeType: "text/csv", buffer });
      await page.getByRole("alert").filter({ hasText: says }).waitFor();
    });
  }

  test("a file in Windows' letters is read, shown as facts, brought in and undone", async () => {
    await go("/start/file");
    const buffer = windows(spanishFile(site.now()));
    const field = page.locator("input[type=file]");
    await field.setInputFiles({ name: "leads.csv", mimeType: "text/csv", buffer });
    await page.getByText("181 filas y 5 columnas, separadas por punto y coma").waitFor();
    assert.equal(await page.getByLabel("Creado").inputValue(), "Fecha de creación");
    assert.equal(
      await page.getByLabel("Primer contacto o respuesta").inputValue(),
      "Primer contacto",
    );
    assert.equal(await page.locator(".file-preview tbody tr").count(), 20);
    await page.getByText("se intenta el contacto").first().waitFor();
    await assertAccessible(page);
    await assertReflows(page);
    await picture(page, "start-file-mapped-es-light");
    await page.getByRole("button", { name: "Traer 181 filas" }).click();
    await page.getByText("Traídas 180 filas").waitFor();
    await page.getByText("1 fila no se entendió").waitFor();
    await page.getByText("31/02/2026").first().waitFor();
    await picture(page, "start-file-done-es-light");
    await page.getByRole("button", { name: "Deshacer" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Deshacer" }).click();
    await page.getByText("«leads.csv» ya no cuenta").waitFor();
    await go("/start");
    await page.getByText("retirado: no cuenta").waitFor();
    assertSilent(page);
  });

  test("by keys alone, in English: a file, what it promises already, and its items", async () => {
    await go("/start/file");
    await readAs(page, { language: "en", theme: "light" });
    const field = page.locator("input[type=file]");
    const buffer = Buffer.from(spanishFile(site.now()));
    await field.setInputFiles({ name: "again.csv", mimeType: "text/csv", buffer });
    const bring = page.getByRole("button", { name: "Bring in 181 rows" });
    await bring.focus();
    await page.keyboard.press("Enter");
    await page.getByText("180 rows brought in").waitFor();
    await page.getByRole("link", { name: "See what you already promise" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "What you already promise" }).waitFor();
    await page.getByText("Not known: fewer than nine in ten were answered").waitFor();
    const missed = page.getByRole("button", { name: /see the \d+ that were late/ }).first();
    const count = /\d+/.exec((await missed.textContent()) ?? "")?.[0];
    await missed.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: `Came late: ${count} records` }).waitFor();
    const record = page.locator(".reveal-items tbody a").first();
    await record.focus();
    await page.keyboard.press("Enter");
    await page.locator(".drawer .history li").first().waitFor();
    await page.locator(".drawer .facts", { hasText: "late" }).waitFor();
    await assertAccessible(page);
    await picture(page, "reveal-record-en-light");
    await page.keyboard.press("Escape");
    await page.locator(".drawer").waitFor({ state: "detached" });
    await page.getByLabel("A sale is worth").fill("1000");
    await page.getByLabel("Sales of a hundred answered").fill("10");
    await page.getByText("at stake in 90 days").waitFor();
    await readByAll("reveal", ".reveal-candidates");
  });

  test("an agreement made of it is in force, and says what it binds", async () => {
    await go("/start/reveal");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByRole("button", { name: /objetivo: Alcanzable/ }).click();
    await page.getByRole("heading", { name: "Tu primer acuerdo" }).waitFor();
    await assertAccessible(page);
    await assertReflows(page);
    await picture(page, "reveal-make-es-light");
    await page.getByRole("button", { name: "Publicar y poner en vigor" }).click();
    await page.waitForURL(/agreements\/marketing-y-ventas/);
    await page.getByText("Ventas promete a Marketing").first().waitFor();
    assertSilent(page);
  });
});
