import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Site } from "./site.ts";
import {
  assertAccessible,
  assertReflows,
  assertSilent,
  becomeOwner,
  picture,
  readAs,
  readings,
  visitSite,
} from "./visit.ts";

const clocks = "/agreements/marketing-ventas/primer-contacto";
const measure = "/agreements/marketing-ventas/volumen-mql";

describe("the page of a commitment in a real browser", () => {
  let site: Site;
  let page: Page;

  const { go: goTo } = visitSite(async (visit) => {
    ({ site, page } = visit);
    await becomeOwner(page, site);
  });

  const go = async (path: string, whole = ".heat") => {
    await goTo(path);
    await page.locator(whole).first().waitFor();
  };

  for (const { language, theme } of readings) {
    test(`figures, tables and items can be read by all: ${language}, ${theme}`, async () => {
      await go(clocks);
      await readAs(page, { language, theme });
      await page.locator(".heat").waitFor();
      await page.locator("#items tbody a").first().waitFor();
      await picture(page, `commitment-${language}-${theme}`);
      await assertReflows(page);
      await assertAccessible(page);
      const toggles = page.locator(".chart-head [aria-pressed]");
      for (const toggle of await toggles.all()) await toggle.click();
      await assertAccessible(page);
      await picture(page, `commitment-tables-${language}-${theme}`);
      await go(measure, ".bars");
      await assertAccessible(page);
      await picture(page, `measure-${language}-${theme}`);
      assertSilent(page);
    });
  }

  test("a bar opens as many items as its period counts, each with its proof", async () => {
    await go(clocks);
    await readAs(page, { language: "es", theme: "light" });
    await page.locator(".bars a").nth(3).click();
    await page.waitForURL(/period=/);
    const own = await page.evaluate<{ breached: number; from: string }>(`(async () => {
      const from = new URL(location.href).searchParams.get("period");
      const answer = await fetch("/v1/periods?agreement=marketing-ventas&limit=200");
      const { periods } = await answer.json();
      return periods.find((one) => one.commitment === "primer-contacto" && one.from === from);
    })()`);
    assert.ok(own.breached > 0);
    const caption = page.locator("#items caption", {
      hasText: new RegExp(`^${own.breached} reloj`),
    });
    await caption.waitFor();
    assert.equal(await page.locator("#items tbody tr").count(), Math.min(own.breached, 100));
    await page.locator("#items tbody a").first().click();
    await page.locator(".drawer .proof").first().waitFor();
  });

  test("who spends the margin adds up to the whole, and leads to the items of one", async () => {
    await go(clocks);
    await page.locator(".bars a").nth(3).click();
    await page.getByRole("link", { name: "Responsable", exact: true }).click();
    const table = page.getByRole("table", { name: /^Período que empieza/ });
    const head = table.getByRole("columnheader", { name: "Responsable" });
    await head.waitFor();
    const missed = await table.locator("tbody tr td:nth-child(2)").allTextContents();
    const total = missed.map(Number).reduce((sum, one) => sum + one, 0);
    const caption = await page.locator("#items caption").textContent();
    assert.equal(total, Number.parseInt(caption ?? "", 10));
    await table.locator("tbody a").first().click();
    await page.locator("#items h2", { hasText: ":" }).waitFor();
    await page.locator("#items caption", { hasText: new RegExp(`^${missed[0]} reloj`) }).waitFor();
  });

  test("the charts leave as drawings and their tables as workbooks", async () => {
    await go(clocks);
    const frame = page.locator(".chart", { has: page.locator(".heat") });
    await frame.getByRole("button", { name: "Exportar" }).click();
    const coming = page.waitForEvent("download");
    await frame.getByRole("button", { name: "SVG", exact: true }).click();
    const file = await coming;
    assert.equal(file.suggestedFilename(), "primer-contacto-hours.svg");
    const svg = readFileSync(await file.path(), "utf8");
    assert.match(svg, /<rect[^>]* fill="rgba?\(/);
    assert.doesNotMatch(svg, /color-mix|var\(|color\(/);
  });

  test("on paper a page is light, whole, and without what can be pressed", async () => {
    await go(clocks);
    await readAs(page, { language: "es", theme: "dark" });
    await page.locator("#items tbody a").first().waitFor();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const ink = await page.evaluate("getComputedStyle(document.body).color");
    assert.equal(ink, "rgb(28, 34, 48)");
    for (const pressed of [".top", ".menu", ".chart-tools"]) {
      assert.equal(await page.locator(pressed).first().isVisible(), false, pressed);
    }
    await picture(page, "print-commitment");
    await page.emulateMedia({ media: "screen", colorScheme: null });
    await readAs(page, { language: "es", theme: "light" });
  });

  test("the commitment that guards it is one step away", async () => {
    await go(clocks);
    await page.getByRole("link", { name: "conversion-mql-sql" }).click();
    await page.getByRole("heading", { level: 1, name: "conversion-mql-sql" }).waitFor();
    assertSilent(page);
  });
});
