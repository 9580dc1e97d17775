import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Site } from "./site.ts";
import {
  assertAccessible,
  assertReflows,
  assertSilent,
  becomeOwner,
  openPage,
  picture,
  readAs,
  visitSite,
} from "./visit.ts";

const DAY = 86_400_000;

/** Three tickets answered late: one of a month that is final by now, two of these days. */
const care = (from: string) => `
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: garantia, title: Garantía de respuesta}
spec:
  purpose: que nadie espere
  parties:
    - {id: equipo, kind: team, role: [provider]}
    - id: cliente
      kind: company
      role: [consumer]
      contacts: [{name: Carla, email: carla@cliente.example}]
  term: {from: ${from}, timeZone: UTC}
  commitments:
    - id: respuesta
      obliged: equipo
      beneficiary: cliente
      scope: {subject: ticket}
      clock: {start: ticket.created, stop: ticket.repliedPublic}
      target: [{within: 4h}]
      objective: {atLeast: "75%", each: month}
  remedies:
    - id: abono
      on: [respuesta]
      kind: serviceCredit
      base: {charges: monthly, amount: 1000 USD}
      tiers: [{below: "75%", credit: "10%"}]
      cap: {ofBase: "20%"}
      claim: {automatic: false, within: 90d, decideWithin: 5bd}
  disputes:
    window: 10bd
    who: [cliente, equipo]
    steps: [{by: equipo, within: 5bd}]
    effect: provisional
    default: measurementStands
`;

function facts(now: number): readonly object[] {
  const told = [
    { id: "1", from: 75, until: 73 },
    { id: "2", from: 3, until: 2 },
    { id: "3", from: 3, until: 1 },
  ];
  return told.flatMap(({ id, from, until }) =>
    [
      { type: "ticket.created", days: from },
      { type: "ticket.repliedPublic", days: until },
    ].map(({ type, days }) => ({
      specversion: "1.0",
      id: `${id}-${type}`,
      source: "desk",
      type,
      subject: `ticket/garantia-${id}`,
      time: new Date(now - days * DAY).toISOString(),
      data: { name: `Caso ${id}` },
    })),
  );
}

const words = {
  es: {
    open: "Abrir una disputa",
    subject: /Qué se disputa/,
    agreement: "Acuerdo",
    reason: /Motivo/,
    outcome: "Resultado",
    effect: "Ver el efecto",
    confirm: "Confirmar la decisión",
    overturned: "Se admite el reclamo",
  },
  en: {
    open: "Open a dispute",
    subject: /What is disputed/,
    agreement: "Agreement",
    reason: /Reason/,
    outcome: "Outcome",
    effect: "See the effect",
    confirm: "Confirm the decision",
    overturned: "Claim upheld in full",
  },
} as const;

describe("disputes, credits and links in a real browser", () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  let workspace: string;
  let key: string;

  const get = async (path: string) => (await page.request.get(site.origin + path)).json();

  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${site.origin}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const told = (await answer.json()) as Record<string, string>;
    assert.ok(answer.ok, JSON.stringify(told));
    return told;
  };

  const { go, everyReading } = visitSite(async (visit) => {
    ({ site, browser, page } = visit);
    await becomeOwner(page, site);
    workspace = (await (await page.request.get(`${site.origin}/v1/workspace`)).json()).id;
    key = await site.keyFor(workspace);
    const from = new Date(site.now() - 120 * DAY).toISOString().slice(0, 10);
    await post("/v1/agreements/garantia/revisions", { text: care(from) });
    for (const fact of facts(site.now())) await post("/v1/events", fact);
    await site.settle(workspace, ["garantia"]);
  });

  test("a dispute is opened and decided by pointer, in Spanish", async () => {
    const say = words.es;
    await go("/disputes");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByRole("button", { name: say.open }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say.agreement, { exact: true }).selectOption("garantia");
    await dialog.getByLabel(say.subject).fill("ticket/garantia-2");
    await dialog.getByLabel(say.reason).fill("El portal estaba caído");
    await dialog.getByRole("button", { name: say.open }).click();
    await page.getByRole("heading", { name: "Disputa garantia-d1" }).waitFor();
    await page.getByText(/Nada cambió desde que se selló/).waitFor();
    await page.getByLabel(say.outcome).selectOption({ label: say.overturned });
    await page.locator(".dispute-decision").getByLabel(say.reason).fill("Se comprobó");
    assert.ok(await page.getByRole("button", { name: say.confirm }).isDisabled());
    await page.getByRole("button", { name: say.effect }).click();
    await page.locator(".dispute-effect").waitFor();
    await page.getByRole("button", { name: say.confirm }).click();
    await page.locator(".page-head strong", { hasText: say.overturned }).waitFor();
    assertSilent(page);
  });

  test("a dispute is opened from a proof and decided by keys, in English", async () => {
    const say = words.en;
    await go("/?view=all&clock=ticket/garantia-3/garantia/respuesta/1");
    await readAs(page, { language: "en", theme: "light" });
    const link = page.locator(".drawer").getByRole("link", { name: "Dispute", exact: true });
    await link.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say.subject).waitFor();
    assert.equal(await dialog.getByLabel(say.subject).inputValue(), "ticket/garantia-3");
    await dialog.getByLabel(say.reason).focus();
    await page.keyboard.type("Answered by phone");
    await dialog.locator("button[type=submit]:enabled").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Dispute garantia-d2" }).waitFor();
    await page.getByLabel(say.outcome).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.type("The log shows it");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".dispute-effect").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".page-head strong", { hasText: say.overturned }).waitFor();
    assertSilent(page);
  });

  test("a period is disputed from its commitment, by a condition of what counted", async () => {
    await go("/agreements/garantia/respuesta");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByRole("link", { name: "Disputar este período" }).click();
    const dialog = page.getByRole("dialog");
    const period = dialog.getByLabel("Período");
    await period.waitFor();
    const { periods } = await get("/v1/periods?agreement=garantia");
    assert.equal(await period.inputValue(), `respuesta ${periods[0].from}`);
    await dialog.getByLabel("Sobre qué").selectOption({ label: "Lo que no debió contar" });
    await dialog.getByLabel(/Nombre corto/).fill("pruebas");
    await dialog.getByLabel("Qué se excluye").selectOption("where");
    await dialog.getByRole("button", { name: "Añadir condición: Lo que se deja fuera" }).click();
    const test = dialog.locator(".condition-test");
    await test.getByLabel("Campo").fill("name");
    await test.getByLabel("Campo").press("Tab");
    await test.getByLabel("Prueba").selectOption({ label: "es" });
    await test.getByLabel("Valor").fill("Caso 2");
    await dialog.getByLabel(/Motivo/).fill("Era una prueba interna");
    await assertAccessible(page);
    await picture(page, "dispute-period-es-light");
    await dialog.getByRole("button", { name: words.es.open }).click();
    await page.getByRole("heading", { name: "Disputa garantia-d3" }).waitFor();
    const { claims, from } = await get("/v1/disputes/garantia-d3");
    assert.equal(from, periods[0].from);
    assert.deepEqual(claims, [
      { exclusion: { id: "pruebas", category: "outage", where: { name: "Caso 2" } } },
    ]);
    assertSilent(page);
  });

  test("a credit leads to its period, and to why that is not disputed any more", async () => {
    await go("/credits");
    await readAs(page, { language: "es", theme: "light" });
    const row = page.locator(".credits > .data-table tbody tr").filter({ hasText: "garantia" });
    await row.getByRole("link", { name: "Disputar" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/El período es definitivo/).waitFor();
    const { credits } = await get("/v1/credits?agreement=garantia");
    assert.equal(await dialog.getByLabel("Período").inputValue(), `respuesta ${credits[0].from}`);
    assert.ok(await dialog.getByRole("button", { name: words.es.open }).isDisabled());
    await page.keyboard.press("Escape");
    await go("/credits");
    await row.getByRole("link", { name: "respuesta" }).click();
    await page.getByRole("heading", { level: 1, name: "respuesta" }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get("period"), credits[0].from);
    await page.getByText(/El período es definitivo/).waitFor();
    assertSilent(page);
  });

  test("a credit is claimed, approved and applied to an invoice; the ledger holds", async () => {
    await go("/credits");
    await readAs(page, { language: "es", theme: "light" });
    const row = page.locator(".credits > .data-table tbody tr").filter({ hasText: "garantia" });
    for (const deed of ["Reclamar", "Aprobar", "Aplicar"]) {
      await row.getByRole("button", { name: deed, exact: true }).click();
      const dialog = page.getByRole("dialog");
      if (deed === "Aplicar") await dialog.getByLabel(/Factura/).fill("F-2026-31");
      await dialog.getByLabel(/Motivo/).fill("Según el acuerdo");
      await dialog.getByRole("button", { name: deed, exact: true }).click();
      await dialog.waitFor({ state: "detached" });
    }
    await row.getByText("Aplicado · F-2026-31").waitFor();
    await page.getByRole("button", { name: "Comprobar el libro" }).click();
    await page.getByText(/filas del libro cuadran/).waitFor();
    assertSilent(page);
  });

  test("an exclusion is seen before it is added, and is listed", async () => {
    await go("/corrections?agreement=garantia");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByRole("button", { name: "Añadir una exclusión" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/Nombre corto/).fill("mantenimiento");
    await dialog.getByLabel("Qué se excluye").selectOption("rrule");
    await dialog.getByLabel(/Regla/).fill("FREQ=WEEKLY;BYDAY=SU;BYHOUR=3;DURATION=PT2H");
    await dialog.getByLabel(/Motivo/).fill("Ventana acordada");
    await dialog.getByRole("button", { name: "Ver el efecto" }).click();
    await dialog.getByText(/veredictos? y/).waitFor();
    await dialog.getByRole("button", { name: "Añadir una exclusión" }).click();
    await page.getByRole("cell", { name: /mantenimiento: los domingos, a las 3:00/ }).waitFor();
    const decided = page.getByRole("row", { name: /garantia-2/ });
    await decided.getByRole("cell", { name: "incumplido", exact: true }).waitFor();
    await decided.getByRole("cell", { name: "excusado", exact: true }).waitFor();
    await go("/agreements/garantia?tab=corrections");
    await decided.getByRole("cell", { name: "incumplido", exact: true }).waitFor();
    assertSilent(page);
  });

  test("a public link is read without a session, and not after it is revoked", async () => {
    await go("/agreements/garantia?tab=links");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByRole("button", { name: "Crear un enlace" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Idioma del enlace").selectOption("en");
    await dialog.getByRole("button", { name: "Crear un enlace" }).click();
    const address = await page.getByLabel("Dirección").inputValue();
    const stranger = await openPage(browser, { language: "es", theme: "light" });
    await stranger.goto(address);
    assert.match(await stranger.locator("main").innerHTML(), /<h2>Attainment<\/h2>/);
    await assertAccessible(stranger);
    await assertReflows(stranger);
    await picture(stranger, "public-link-en");
    assert.deepEqual(await stranger.context().cookies(), []);
    await page.locator("tbody").getByRole("button", { name: "Revocar" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revocar" }).click();
    await page.getByRole("cell", { name: "Revocado" }).waitFor();
    const refused = await stranger.goto(address);
    assert.equal(refused?.status(), 404);
    assert.match(await stranger.locator("h1").innerHTML(), /Este enlace ya no muestra nada/);
    await stranger.context().close();
    assertSilent(page);
  });

  const pages = [
    { name: "disputes", path: "/disputes", whole: ".data-table tbody tr" },
    { name: "dispute", path: "/disputes/garantia-d1", whole: ".dispute-evidence .data-table" },
    { name: "corrections", path: "/corrections?agreement=garantia", whole: ".data-table tbody tr" },
    { name: "credits", path: "/credits", whole: ".credit-statement .data-table tbody tr" },
    { name: "links", path: "/agreements/garantia?tab=links", whole: ".data-table tbody tr" },
  ] as const;

  for (const [title, read] of everyReading(pages)) test(title, read);

  test("a counterparty sees its own agreement, and no page of the company's", async () => {
    const { link } = await post("/v1/invitations", {
      email: "carla@cliente.example",
      role: "counterparty",
      agreements: ["garantia"],
    });
    const theirs = await openPage(browser, { language: "es", theme: "light" });
    await theirs.goto(String(link));
    await theirs.locator("[name=name]").fill("Carla");
    await theirs.locator("[name=password]").fill("caballo grapa pila correcta");
    await theirs.locator("main button, form button").last().click();
    await theirs.locator("nav.pages").waitFor();
    await theirs.getByRole("link", { name: "Ajustes" }).waitFor({ state: "detached" });
    const names = await theirs.locator("nav.pages li").allTextContents();
    assert.deepEqual(names, ["Hoy", "Acuerdos", "Disputas"]);
    await theirs.goto(`${site.origin}/agreements`);
    await theirs.locator(".agreements h2").first().waitFor();
    assert.equal(await theirs.locator(".agreements h2").count(), 1);
    await theirs.goto(`${site.origin}/credits`);
    await theirs.locator(".credit-statement").waitFor();
    assert.equal(await theirs.getByRole("button", { name: "Comprobar el libro" }).count(), 0);
    await theirs.goto(`${site.origin}/corrections`);
    await theirs.locator(".data-table").first().waitFor();
    assert.equal(await theirs.getByRole("button", { name: "Añadir una exclusión" }).count(), 0);
    await theirs.goto(`${site.origin}/disputes`);
    await theirs.locator(".data-table tbody tr").first().waitFor();
    await assertAccessible(theirs);
    await assertReflows(theirs);
    await picture(theirs, "counterparty-disputes");
    assertSilent(theirs);
    await theirs.context().close();
  });
});
