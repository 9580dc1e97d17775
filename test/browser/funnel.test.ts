/** Lead quality, reviews and the planner in a real browser. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Site } from "./site.ts";
import { assertSilent, becomeOwner, picture, readAs, visitSite } from "./visit.ts";

/** Every page, and what stands on it once it is whole. */
const pages = [
  { name: "lead-funnel", path: "/lead-quality", whole: ".lead-quality .bars" },
  { name: "lead-campaigns", path: "/lead-quality?by=campaign&goal=won", whole: ".bars" },
  {
    name: "lead-numbers",
    path: "/lead-quality?stage=rejected&family=definitional&detail=size",
    whole: ".lead-list li",
  },
  { name: "lead-reasons", path: "/lead-quality?view=reasons", whole: ".spark" },
  { name: "lead-returned", path: "/lead-quality?view=returned", whole: ".data-table td" },
  {
    name: "lead-proof",
    path: "/lead-quality?view=returned",
    whole: ".data-table td",
    open: ".data-table th a",
    shown: ".drawer .answer",
  },
  { name: "reviews", path: "/reviews", whole: ".reviews td a, .reviews th a" },
  {
    name: "review",
    path: "/reviews",
    whole: ".reviews th a",
    open: ".reviews th a",
    shown: ".review-sides .strip",
  },
  { name: "planner", path: "/planner", whole: ".plan-promise .button" },
  { name: "planner-sources", path: "/planner?by=source&goal=2000000", whole: ".plan-pace" },
] as const;

describe("lead quality, reviews and the planner in a real browser", () => {
  let site: Site;
  let page: Page;

  const { go, everyReading } = visitSite(async (visit) => {
    ({ site, page } = visit);
    await becomeOwner(page, site);
    const workspace = await page.request.get(`${site.origin}/v1/workspace`);
    await site.settle((await workspace.json()).id);
  });

  for (const [title, read] of everyReading(pages)) test(title, read);

  const inSpanish = async (path: string) => {
    await go(path);
    await readAs(page, { language: "es", theme: "light" });
  };

  test("a number of the funnel opens its leads, and the address brings them back", async () => {
    await inSpanish("/lead-quality");
    const cell = page.locator(".data-table tbody tr").first().locator("td a").first();
    const count = Number(await cell.textContent());
    await cell.click();
    await page.locator(".drawer .lead-list li").first().waitFor();
    assert.match(page.url(), /stage=delivered/);
    await page.reload();
    await page.locator(".drawer .lead-list li").first().waitFor();
    assert.equal(await page.locator(".drawer .lead-list li").count(), Math.min(count, 100));
    await page.locator(".drawer .lead-list a").first().click();
    await page.getByText("Como se entregó").waitFor();
    await page.getByRole("link", { name: "Volver a la lista" }).click();
    await page.locator(".drawer .lead-list").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".drawer").waitFor({ state: "detached" });
  });

  test("a campaign is called by its name, in the table and over its leads", async () => {
    await inSpanish("/lead-quality?by=campaign");
    const first = page.locator(".data-table tbody tr").first();
    const name = (await first.locator("th").textContent()) ?? "";
    assert.match(name, /^(Webinar|Guía|Anuncios|Evento): .+ para /);
    await first.locator("td a").first().click();
    await page.locator(".drawer h2", { hasText: name }).waitFor();
    assert.equal(await page.getByText(/campaign\/\d/).count(), 0);
  });

  test("a returned lead is disagreed with by keys alone, with what it was", async () => {
    await inSpanish("/lead-quality?view=returned&family=definitional");
    const links = page.locator(".data-table th a");
    await links.first().waitFor();
    const waiting = await links.count();
    await links.first().focus();
    await page.keyboard.press("Enter");
    await page.locator(".drawer .answer").waitFor();
    assert.match(
      (await page.locator(".drawer .criteria p").first().textContent()) ?? "",
      /^La cumplía: \d de 5 criterios\.$/,
    );
    await page.getByRole("radio", { name: "Corregir y devolver" }).focus();
    for (const _ of [1, 2, 3]) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Escribe por qué: ventas lo leerá.").waitFor();
    await page.getByLabel("Comentario", { exact: true }).focus();
    await page.keyboard.type("Cumplía lo acordado");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Respuesta registrada: Discrepar").waitFor();
    await page.locator(".drawer").waitFor({ state: "detached" });
    await links.nth(waiting - 1).waitFor({ state: "detached" });
    await inSpanish("/lead-quality?view=returned&settled=true");
    await page.locator(".data-table td", { hasText: "en desacuerdo" }).first().waitFor();
  });

  test("a review is prepared, decided, held, signed and closed; then it stays", async () => {
    await inSpanish("/reviews");
    const closing = page.locator(".reviews tr", { hasText: "fin del período de revisión" });
    await closing.first().locator("a").click();
    await page.locator(".review-summary p").nth(4).waitFor();
    assert.equal(await page.locator(".review-summary p").count(), 5);
    await page.getByLabel("Nota", { exact: true }).fill("Un trimestre difícil");
    await page.getByRole("button", { name: "Anotar" }).click();
    await page.locator("#feedback li", { hasText: "Un trimestre difícil" }).waitFor();
    await page.getByLabel("Qué se decide").fill("Definir el tamaño mínimo");
    await page.getByLabel("Responsable").fill("ana@example.org");
    await page.getByRole("button", { name: "Decidir" }).click();
    await page.locator("#decisions li", { hasText: "Definir el tamaño mínimo" }).waitFor();
    await page.getByRole("button", { name: "Celebrar con esta acta" }).click();
    await page.getByText("Escribe algo aquí.").waitFor();
    await page.getByLabel("Acta", { exact: true }).fill("Estuvimos todos.");
    await page.getByRole("button", { name: "Celebrar con esta acta" }).click();
    await page.getByText("quedó como estaba al celebrarse").waitFor();
    for (const party of ["Marketing", "Ventas"]) {
      await page.getByRole("button", { name: `Firmar por ${party}` }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: `Firmar por ${party}` }).click();
      await page.locator("#signatures li", { hasText: `${party} firmó` }).waitFor();
    }
    await page.getByRole("button", { name: "Cerrar la revisión" }).click();
    await page.getByText("1 decisión se vuelve tarea").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Cerrar la revisión" }).click();
    await page.getByText("tarea creada").waitFor();
    assert.equal(await page.locator(".review form").count(), 0);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Guardar en Markdown" }).click(),
    ]);
    const text = readFileSync(await saved.path(), "utf8");
    for (const part of ["# Revisión: ", "Estuvimos todos.", "Definir el tamaño mínimo (ana@"]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".top").isVisible(), false);
    assert.equal(await page.locator(".review-files").first().isVisible(), false);
    await picture(page, "review-printed-es-light");
    await page.emulateMedia({ media: "screen" });
  });

  test("a review's address may hold what its trigger does: a per cent sign", async () => {
    await inSpanish("/reviews");
    const changed = page.locator(".reviews tr", { hasText: /cambió 30\s%/ });
    await changed.first().waitFor();
    assert.equal(await changed.count(), 1);
    await changed.locator("a").click();
    await page.locator(".review-summary p").nth(4).waitFor();
    await page.reload();
    await page.locator(".review-summary p").nth(4).waitFor();
    assertSilent(page);
  });

  test("the worked example is 250 MQL, and becomes a draft of the promise", async () => {
    await inSpanish("/planner");
    await page.locator(".plan-result").waitFor();
    await page.getByLabel("Período", { exact: true }).selectOption("month");
    await page.getByLabel("Meta de ingresos").fill("500000");
    await page.getByLabel("Parte que trae marketing").fill("60");
    await page.getByLabel("Valor medio de una venta").fill("20000");
    for (const [label, rate] of [
      ["Ganadas de oportunidades", "25"],
      ["Oportunidades de SQL", "60"],
      ["SQL de MQL", "40"],
      ["MQL de leads", "10"],
    ] as const) {
      await page.getByLabel(`${label}, todas las fuentes`).fill(rate);
    }
    const figures = page.locator(".plan-result .figure strong");
    await page.locator("[data-step=mql] strong", { hasText: "250" }).waitFor();
    const shown = (await figures.allTextContents()).map((text) => text.replace(/\D/g, ""));
    assert.deepEqual(shown, ["15", "60", "100", "250", "2500"]);
    await page.reload();
    await page.locator("[data-step=mql] strong", { hasText: "250" }).waitFor();
    await page.getByLabel("Personas que atienden").fill("2");
    await page.getByText("Hacen falta 3 personas").waitFor();
    await page.getByLabel("Ganadas de oportunidades, todas las fuentes").fill("20");
    await page.getByRole("button", { name: "Llevar 313 a un borrador" }).click();
    await page.getByText("Borrador guardado con 313").waitFor();
    const path = `${site.origin}/v1/agreements/marketing-ventas/draft`;
    const draft = await (await page.request.get(path)).json();
    assert.match(draft.text, /objective: \{atLeast: 313, each: month\}/);
    assert.deepEqual(
      draft.problems.filter((one: { severity: string }) => one.severity === "error"),
      [],
    );
    assertSilent(page);
  });
});
