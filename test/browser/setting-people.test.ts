/** People, members, keys, addresses and the audit among the settings. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Site } from "./site.ts";
import {
  assertAccessible,
  assertSilent,
  becomeOwner,
  openPage,
  picture,
  readAs,
  visitSite,
} from "./visit.ts";

describe("people and keys of the settings in a real browser", () => {
  let site: Site;
  let browser: Browser;
  let page: Page;

  const { go } = visitSite(async (visit) => {
    ({ site, browser, page } = visit);
    await becomeOwner(page, site);
  });

  /** What the server answers the owner. */
  const ask = async (path: string) => (await page.request.get(site.origin + path)).json();

  test("somebody is invited by a link to copy, and taken back", async () => {
    await go("/settings/members");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByRole("button", { name: "Invitar" }).click();
    await page.getByLabel(/Correo/).fill("luz@example.org");
    await page.getByRole("dialog").getByLabel("Papel").selectOption("manager");
    await page.getByRole("dialog").getByRole("button", { name: "Invitar" }).click();
    const link = page.locator(".copy-text input");
    await link.waitFor();
    assert.match(await link.inputValue(), /\/invitation/);
    const invited = await openPage(browser, { language: "es", theme: "light" });
    await join(invited, await link.inputValue());
    await page.getByRole("dialog").getByRole("button", { name: "Cerrar" }).click();
    await page.reload();
    await page.getByRole("button", { name: "Cambiar a Luz" }).click();
    await page.getByRole("dialog").getByLabel("Papel").selectOption("auditor");
    await page.getByRole("dialog").getByRole("button", { name: "Guardar" }).click();
    await page.getByText("Luz: cambio guardado").waitFor();
    await invited.goto(`${site.origin}/settings/keys`);
    await invited.getByText("Tu papel (auditoría) no permite verlo").waitFor();
    await invited.goto(`${site.origin}/settings/audit`);
    await invited.getByRole("button", { name: "Comprobar la cadena" }).click();
    await invited.getByText(/^Cadena íntegra: \d+ filas comprobadas/).waitFor();
    await invited.context().close();
    await page.getByRole("button", { name: "Sacar del espacio a Luz" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Sacar" }).click();
    await page.getByText("Luz ya no es miembro").waitFor();
    assertSilent(page);
  });

  test("a key is made, shown once, used, and revoked", async () => {
    await go("/settings/keys");
    await readAs(page, { language: "en", theme: "light" });
    await page.getByRole("button", { name: "New key" }).click();
    await page.getByLabel(/^Name/).fill("Web form");
    await page.getByRole("dialog").getByRole("button", { name: "Create" }).click();
    const shown = page.locator(".copy-text input");
    await shown.waitFor();
    const key = await shown.inputValue();
    const ask = () =>
      fetch(`${site.origin}/v1/clocks?limit=1`, { headers: { authorization: `Bearer ${key}` } });
    assert.equal((await ask()).status, 200);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Revoke Web form" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await page.getByText("Web form: key revoked").waitFor();
    assert.equal((await ask()).status, 401);
    assertSilent(page);
  });

  test("an absence says what falls due meanwhile and hands it to teammates", async () => {
    await go("/settings/people");
    await readAs(page, { language: "es", theme: "light" });
    const row = page.getByRole("row", { name: /carla\.fuentes-1/ });
    await row.getByRole("button", { name: /^Registrar ausencia/ }).click();
    const back = new Date(site.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel(/Vuelve el/).fill(back);
    const plan = page.getByRole("dialog").getByText(/reloj(es)? suyos? .* antes de la vuelta/);
    await plan.waitFor();
    await picture(page, "setting-absence-es-light");
    await page.getByRole("dialog").getByRole("button", { name: "Registrar" }).click();
    await page.getByText(/^Ausencia registrada; \d+ relojes? reasignados?/).waitFor();
    await row.getByText("hasta").waitFor();
    assertSilent(page);
  });

  test("a secret is changed; the one before signs beside it for a day", async () => {
    await go("/settings/notices");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByRole("button", { name: "Añadir dirección" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/^Nombre/).fill("Almacén");
    await dialog.getByLabel(/^URL/).fill("https://hooks.example.org/acuerdo");
    await dialog.getByRole("button", { name: "Guardar" }).click();
    const shown = page.locator(".copy-text input");
    await shown.waitFor();
    const before = await shown.inputValue();
    await page.getByRole("button", { name: "Cambiar el secreto de Almacén" }).click();
    await dialog.getByRole("button", { name: "Cambiar secreto" }).click();
    await page.getByText(/firman dos secretos hasta/).waitFor();
    const after = await shown.inputValue();
    assert.match(after, /^whsec_/);
    assert.notEqual(after, before);
    const { webhooks } = await ask("/v1/webhooks");
    const own = webhooks.find((one: { id: string }) => one.id === "almacen");
    const left = Date.parse(own.formerUntil) - site.now();
    assert.ok(left > 23 * 3_600_000 && left <= 24 * 3_600_000, own.formerUntil);
    await picture(page, "setting-secret-es-light");
    assertSilent(page);
  });

  test("a counterparty is limited to customers when invited, and afterwards", async () => {
    await go("/settings/members");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByRole("button", { name: "Invitar" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/Correo/).fill("eva@cliente.example");
    await dialog.getByLabel("Papel").selectOption("counterparty");
    await dialog.getByRole("checkbox", { name: /Soporte/ }).check();
    await dialog.getByLabel("Clientes").fill("acme, globex");
    await assertAccessible(page);
    await picture(page, "setting-invite-customers-es-light");
    await dialog.getByRole("button", { name: "Invitar" }).click();
    const link = page.locator(".copy-text input");
    await link.waitFor();
    const { invitations } = await ask("/v1/invitations");
    assert.deepEqual(invitations.at(-1).customers, ["acme", "globex"]);
    const invited = await openPage(browser, { language: "es", theme: "light" });
    await join(invited, await link.inputValue(), "Eva");
    await invited.context().close();
    await dialog.getByRole("button", { name: "Cerrar" }).click();
    await page.reload();
    await page.getByText("soporte-estandar · acme, globex").waitFor();
    await page.getByRole("button", { name: "Cambiar a Eva" }).click();
    await dialog.getByLabel("Clientes").fill("acme");
    await dialog.getByRole("button", { name: "Guardar" }).click();
    await page.getByText("Eva: cambio guardado").waitFor();
    const { members } = await ask("/v1/members");
    const own = members.find((one: { title: string }) => one.title === "Eva");
    assert.deepEqual(own.customers, ["acme"]);
    assert.deepEqual(own.agreements, ["soporte-estandar"]);
    assertSilent(page);
  });

  test("the audit says who by name, and is searched by it", async () => {
    await go("/settings/audit");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByLabel("Quién").fill("Ana");
    await page.getByRole("button", { name: "Filtrar" }).click();
    await page.waitForURL(/actor=Ana/);
    const rows = page.getByRole("table", { name: "Hechos" }).locator("tbody tr");
    await rows.first().getByText("Ana", { exact: true }).waitFor();
    const { rows: told } = await ask("/v1/audit/search?actor=Ana&limit=1000");
    assert.ok(told.length > 0);
    assert.ok(told.every((row: { actorName: string }) => row.actorName === "Ana"));
    assertSilent(page);
  });
});

/** Whoever follows the link of an invitation, with an account of their own. */
async function join(page: Page, link: string, name = "Luz"): Promise<void> {
  await page.goto(link);
  await page.fill("[name=name]", name);
  await page.fill("[name=password]", "caballo grapa pila correcta");
  await page.locator("main button, form button").last().click();
  await page.locator(".top").waitFor();
}
