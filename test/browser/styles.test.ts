import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Site } from "./site.ts";
import {
  assertAccessible,
  assertReflows,
  assertSilent,
  picture,
  readAs,
  readings,
  signUp,
  visitSite,
} from "./visit.ts";

describe("the shared parts in a real browser", () => {
  let site: Site;
  let page: Page;

  const { go: goTo } = visitSite(async (visit) => {
    ({ site, page } = visit);
    await signUp(page, site);
  });

  const go = async () => {
    await goTo("/styles");
    await page.locator(".specimens").waitFor();
  };

  for (const { language, theme } of readings) {
    test(`every part can be read by everybody: ${language}, ${theme}`, async () => {
      await go();
      await readAs(page, { language, theme });
      await page.locator(".specimens").waitFor();
      await page.locator(".chart-head [aria-pressed]").click();
      await assertAccessible(page);
      await page.locator(".chart-head [aria-pressed]").click();
      await assertReflows(page);
      await picture(page, `styles-${language}-${theme}`);
      assertSilent(page);
    });
  }

  for (const theme of ["light", "dark"] as const) {
    test(`pictures are kept as a deuteranope sees the parts: ${theme}`, async () => {
      await go();
      await readAs(page, { language: "es", theme });
      await page.locator(".specimens").waitFor();
      const devtools = await page.context().newCDPSession(page);
      const see = (type: "deuteranopia" | "none") =>
        devtools.send("Emulation.setEmulatedVisionDeficiency", { type });
      await see("deuteranopia");
      await picture(page, `styles-deuteranopia-${theme}`);
      await see("none");
      await devtools.detach();
    });
  }

  test("a table is sorted by its heads and says how", async () => {
    await go();
    await readAs(page, { language: "es", theme: "light" });
    const table = page.getByRole("table", { name: "Relojes por equipo" }).first();
    const first = () => table.locator("tbody th").first().textContent();
    const head = table.getByRole("columnheader", { name: "Cumplimiento" });
    await head.getByRole("button").click();
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    assert.equal(await first(), "Atención");
    await page.keyboard.press("Enter");
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    assert.equal(await first(), "Ventas Sur");
  });

  test("a table leaves as CSV and as a workbook, in the order that is seen", async () => {
    await go();
    const part = page.locator(".data-table").first();
    await part.getByRole("button", { name: "Equipo" }).click();
    const csv = await taken(part, "CSV");
    assert.match(csv.toString("utf8"), /^\uFEFFEquipo,Relojes,Cumplimiento\r\nAtención,11,0\.81/);
    const book = await taken(part, "Excel (XLSX)");
    assert.equal(book.subarray(0, 2).toString(), "PK");
  });

  test("a chart leaves as SVG and as PNG with its colours in it", async () => {
    await go();
    const part = page.locator(".chart");
    const svg = (await taken(part, "SVG")).toString("utf8");
    assert.match(svg, /^<svg [^>]*viewBox="-16 -16 332 152"/);
    assert.match(svg, /<rect[^>]* fill="rgb\(143, 156, 179\)"/);
    assert.doesNotMatch(svg, /class=/);
    const png = await taken(part, "PNG");
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    assert.equal(png.readUInt32BE(16), 332 * 2);
  });

  test("a menu opens and closes by keys, and gives the focus back", async () => {
    await go();
    const button = page.locator(".data-table .menu-button").first();
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "CSV" }).waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await button.getAttribute("aria-expanded"), "false");
    assert.equal(await page.evaluate("document.activeElement.textContent"), "Exportar");
  });

  test("a note is a status, and its deed can be taken back", async () => {
    await go();
    await page.getByRole("button", { name: "Dar un aviso que se deshace" }).click();
    await page.getByRole("status").getByText("Lead reasignado").waitFor();
    await page.getByRole("button", { name: "Deshacer" }).click();
    await page.getByRole("status").getByText("Deshecho").waitFor();
  });

  test("a deed without a way back is asked for first", async () => {
    await go();
    await page.getByRole("button", { name: "Pedir confirmación" }).click();
    const dialog = page.getByRole("dialog", { name: "Pedir confirmación" });
    await assertAccessible(page);
    await dialog.getByRole("button", { name: "Cancelar" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Pedir confirmación" }).click();
    await dialog.getByRole("button", { name: "Publicar" }).click();
    await page.getByRole("status").getByText("Lead reasignado").waitFor();
  });

  test("the header holds seven pages in one line down to 1024", async () => {
    await go();
    await readAs(page, { language: "es", theme: "light" });
    await page.locator(".specimens").waitFor();
    await page.evaluate(`{
      const list = document.querySelector(".pages ul");
      const names = ["Hoy", "Acuerdos", "Calidad de leads", "Disputas", "Revisiones",
        "Planificador", "Ajustes"];
      const first = list.firstElementChild;
      list.replaceChildren(...names.map((name) => {
        const item = first.cloneNode(true);
        item.firstElementChild.textContent = name;
        return item;
      }));
    }`);
    for (const width of [1440, 1024]) {
      await page.setViewportSize({ width, height: 600 });
      const found = await page.evaluate<Record<string, number>>(`({
        height: document.querySelector(".top").offsetHeight,
        wide: document.documentElement.scrollWidth,
        end: document.querySelector(".pages ul").getBoundingClientRect().right,
        tools: document.querySelector(".tools").getBoundingClientRect().left,
      })`);
      assert.ok((found.height ?? 0) <= 60, `${found.height} px high at ${width}`);
      assert.ok((found.wide ?? 0) <= width, `${found.wide} px wide at ${width}`);
      assert.ok((found.end ?? 0) <= (found.tools ?? 0), `the pages lie over the tools at ${width}`);
      await page.screenshot({ path: `build/screenshots/header-${width}.png` });
    }
  });

  test("on a phone the pages stand behind a button, by pointer and by keys", async () => {
    await go();
    await page.setViewportSize({ width: 390, height: 844 });
    const button = page.getByRole("button", { name: "Páginas" });
    const link = page.locator(".pages").getByRole("link", { name: "Acuerdos" });
    assert.equal(await link.isVisible(), false);
    await button.press("Enter");
    assert.equal(await link.isVisible(), true);
    await assertAccessible(page);
    await link.press("Escape");
    assert.equal(await link.isVisible(), false);
    assert.equal(await page.evaluate("document.activeElement.ariaLabel"), "Páginas");
    await button.click();
    await link.click();
    await page.waitForURL(/agreements/);
    assert.equal(await button.getAttribute("aria-expanded"), "false");
  });

  async function taken(part: ReturnType<Page["locator"]>, name: string): Promise<Buffer> {
    await part.locator(".menu-button").click();
    const coming = page.waitForEvent("download");
    await part.getByRole("button", { name, exact: true }).click();
    return readFileSync(await (await coming).path());
  }
});
