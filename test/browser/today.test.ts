import assert from "node:assert/strict";
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

describe("today's queue in a real browser", () => {
  let site: Site;
  let page: Page;

  const { go: goTo } = visitSite(async (visit) => {
    ({ site, page } = visit);
    await becomeOwner(page, site);
  });

  const go = async (path: string) => {
    await goTo(path);
    await page.locator(".rows a").first().waitFor();
  };
  const chosenOwner = () =>
    page.evaluate(`document.activeElement.closest("tr").querySelector(".cell-owner").textContent`);
  const dialog = () => page.getByRole("dialog");
  const told = (text: RegExp) => page.locator(".toast", { hasText: text });

  for (const { language, theme } of readings) {
    test(`groups and dialogs can be read by all: ${language}, ${theme}`, async () => {
      await go("/?by=owner&grouped=true");
      await readAs(page, { language, theme });
      await page.locator(".today-group .rows a").first().waitFor();
      await page.locator(".budget").waitFor();
      await assertAccessible(page);
      await assertReflows(page);
      await picture(page, `groups-${language}-${theme}`);
      await go("/");
      await page.locator(".cell-choice input").nth(2).check();
      await page.locator(".bulk button").first().click();
      await dialog().getByRole("combobox").fill("julia.ibarra-2");
      await dialog().locator(".load tbody tr").first().waitFor();
      await assertAccessible(page);
      await picture(page, `assign-${language}-${theme}`);
      await page.keyboard.press("Escape");
      assertSilent(page);
    });
  }

  test("by keys alone an attempt is logged, and the row says it is settled", async () => {
    await go("/?agreement=marketing-ventas&view=overdue");
    await readAs(page, { language: "es", theme: "light" });
    await page.locator(".rows a").first().waitFor();
    const row = page.locator(".rows tbody tr", { hasText: "primer-contacto" }).first();
    const name = await row.locator("th a").textContent();
    await row.locator("th a").focus();
    await page.keyboard.press("e");
    await dialog().getByText("Un hecho no se borra").waitFor();
    assert.equal(await page.evaluate("document.activeElement.tagName"), "SELECT");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Buzón de voz");
    await dialog().getByRole("button", { name: "Registrar intento" }).press("Enter");
    await told(new RegExp(`Intento registrado: ${name}`)).waitFor();
    await page.locator(".row-gone", { hasText: name ?? "" }).waitFor();
  });

  test("groups are worked by the same keys, and so is the proof that stands open", async () => {
    await go("/?by=owner&grouped=true");
    for (const key of ["j", "j", "k", "a"]) await page.keyboard.press(key);
    await dialog().getByLabel("Nuevo responsable").waitFor();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    await page.locator(".today-group tbody th a").first().click();
    await page.locator(".drawer .deeds").waitFor();
    await page.keyboard.press("a");
    assert.equal(await dialog().count(), 1);
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
  });

  test("a lead is rejected with a reason from the list", async () => {
    await go("/?agreement=marketing-ventas&view=overdue");
    const row = page
      .locator(".rows tbody tr:not(.row-gone)", { hasText: "primer-contacto" })
      .last();
    await row.locator("th a").focus();
    await page.keyboard.press("r");
    await dialog().getByLabel("Motivo").selectOption({ label: "Fuera de la definición acordada" });
    await dialog().getByLabel("Detalle").selectOption({ label: "tamaño" });
    await dialog().getByRole("button", { name: "Rechazar" }).click();
    await told(/Rechazado/).waitFor();
  });

  test("records are reassigned by many, with the load before, and given back by undo", async () => {
    await go("/?agreement=marketing-ventas");
    await page.locator(".rows a").first().focus();
    const before = await chosenOwner();
    await page.locator(".cell-choice input").nth(1).check();
    await page.locator(".cell-choice input").nth(2).check();
    await page.getByText("2 elegidos").waitFor();
    await page.locator(".bulk").getByRole("button", { name: "Reasignar" }).click();
    const owner = dialog().getByLabel("Nuevo responsable");
    await owner.fill("nadie.conocido");
    await dialog().getByText("Nadie con ese nombre tiene relojes abiertos").waitFor();
    await owner.fill("julia.ibarra-2");
    await dialog().locator(".load tbody tr", { hasText: "julia.ibarra-2" }).waitFor();
    await dialog().getByRole("button", { name: "Reasignar" }).click();
    await told(/para julia.ibarra-2/).waitFor();
    const cell = page.locator(".rows tbody tr:not(.spacer) .cell-owner").first();
    await cell.filter({ hasText: "julia.ibarra-2" }).waitFor();
    await page.getByRole("button", { name: "Deshacer" }).click();
    await told(/Deshecho/).waitFor();
    await cell.filter({ hasText: String(before) }).waitFor();
  });

  test("a clock is waived with a reason, taken on, and the waiver revoked", async () => {
    await go("/?agreement=marketing-ventas&view=overdue");
    await page.locator(".rows tbody tr:not(.row-gone) th a").first().click();
    const drawer = page.locator(".drawer");
    await drawer.locator(".clause").waitFor();
    await drawer.getByRole("button", { name: "Hacerme cargo" }).click();
    await told(/Te haces cargo/).waitFor();
    await drawer.getByRole("button", { name: "Dispensar" }).click();
    const button = dialog().getByRole("button", { name: "Dispensar" });
    assert.equal(await button.isDisabled(), true);
    await dialog().getByLabel("Motivo").fill("El CRM estuvo caído");
    await button.click();
    await told(/Dispensado/).waitFor();
    await drawer.getByText("Corregido: excusado").waitFor();
    await page.getByRole("button", { name: "Deshacer" }).click();
    await told(/Deshecho/).waitFor();
    await drawer.getByText("Corregido: excusado").waitFor({ state: "detached" });
  });

  test("a view is named, found again after a reload, and dropped", async () => {
    await go("/?view=overdue&by=owner");
    await page.getByRole("button", { name: "Guardar esta vista" }).click();
    await dialog()
      .getByLabel(/Nombre de la vista/)
      .fill("Lo urgente");
    await page.keyboard.press("Enter");
    await told(/Vista guardada: Lo urgente/).waitFor();
    await go("/");
    await page.locator(".views").getByRole("link", { name: "Lo urgente" }).click();
    await page.waitForURL(/view=overdue/);
    await page.getByRole("button", { name: "Quitar la vista Lo urgente" }).click();
    await page.getByRole("link", { name: "Lo urgente" }).waitFor({ state: "detached" });
  });

  test("what is worth most comes first where that is asked for", async () => {
    await go("/?view=all");
    await page.getByRole("link", { name: "Ordenar por valor" }).click();
    await page.waitForURL(/sort=worth/);
    await page.getByText(/por valor en juego/).waitFor();
    const said = await page.locator(".rows .cell-record > span").allTextContents();
    const worth = said.map((text) => /([\d.,]+) MXN/.exec(text)?.[1]?.replace(/\D/g, ""));
    const known = worth.flatMap((text) => (text === undefined ? [] : Number(text)));
    assert.ok(known.length > 0);
    assert.deepEqual(worth.slice(0, known.length).map(Number), known);
    assert.deepEqual(
      known,
      known.toSorted((one, other) => other - one),
    );
    await page.getByRole("link", { name: "Ordenar por vencimiento" }).click();
    await page.getByText(/por instante de vencimiento/).waitFor();
  });

  test("whether the office is open is said under the date", async () => {
    await go("/?agreement=marketing-ventas");
    await page.getByText(/oficina (abierta|cerrada) hasta/).waitFor();
  });

  test("on a phone a row has two deeds", async () => {
    await go("/?agreement=marketing-ventas&view=overdue");
    await page.setViewportSize({ width: 390, height: 844 });
    const first = page.locator(".rows tbody tr:not(.row-gone):not(.spacer)").first();
    assert.equal(await first.locator(".deed:visible").count(), 2);
    await page.screenshot({ path: "build/screenshots/today-as-seen-390.png" });
    await first.getByRole("button", { name: "Reasignar" }).click();
    await page.screenshot({ path: "build/screenshots/assign-as-seen-390.png" });
    await assertAccessible(page);
    await dialog().getByRole("button", { name: "Cancelar" }).click();
    assertSilent(page);
  });
});
