import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Site } from "./site.ts";
import {
  assertAccessible,
  assertSilent,
  becomeOwner,
  picture,
  readAs,
  visitSite,
} from "./visit.ts";

const editor = "/editor/marketing-ventas";
const entry = "details.form-entry";
const closed = "details.form-section:not([open]) > summary";

/** Every page of agreements' texts, and what stands on it once it is whole. */
const pages = [
  { name: "agreements", path: "/agreements", whole: ".sides .strip" },
  { name: "agreement-document", path: "/agreements/marketing-ventas", whole: ".clauses h2" },
  {
    name: "agreement-attainment",
    path: "/agreements/marketing-ventas?tab=attainment",
    whole: ".attainment tbody tr",
  },
  {
    name: "agreement-corrections",
    path: "/agreements/marketing-ventas?tab=corrections",
    whole: ".attainment .data-table",
  },
  {
    name: "agreement-activity",
    path: "/agreements/marketing-ventas?tab=activity",
    whole: ".data-table tbody tr",
  },
  { name: "editor", path: editor, whole: ".cm-content .cm-line" },
  { name: "editor-new", path: "/editor", whole: ".new-form input" },
  { name: "editor-yaml", path: "/editor?from=yaml", whole: ".new-form textarea" },
  { name: "editor-copy", path: "/editor?from=copy", whole: ".new-form select" },
] as const;

/** Does something, and waits until the draft that it makes is kept. */
async function untilKept(page: Page, work: () => Promise<void>): Promise<void> {
  const kept = page.waitForResponse(
    (answer) => answer.request().method() === "PUT" && answer.url().endsWith("/draft"),
  );
  await work();
  await kept;
}

async function unfold(page: Page): Promise<void> {
  while ((await page.locator(closed).count()) > 0) await page.locator(closed).first().click();
}

describe("the editor of agreements in a real browser", () => {
  let site: Site;
  let page: Page;

  const { go: goTo, everyReading } = visitSite(async (visit) => {
    ({ site, page } = visit);
    await becomeOwner(page, site);
  });

  const go = async (path: string, language: "es" | "en" = "es") => {
    await goTo(path);
    await readAs(page, { language, theme: "light" });
  };

  /** The text as the server keeps it. */
  const kept = async (agreement: string): Promise<{ text: string; version: number }> => {
    const answer = await page.request.get(`${site.origin}/v1/agreements/${agreement}/draft`);
    assert.equal(answer.status(), 200, await answer.text());
    return answer.json();
  };

  const revisions = async (agreement: string): Promise<{ text: string; existing: string }[]> => {
    const answer = await page.request.get(`${site.origin}/v1/agreements/${agreement}`);
    return (await answer.json()).revisions;
  };

  for (const [title, read] of everyReading(pages, { unfold })) test(title, read);

  test("a field and its line are one: comments stay, undo goes back in both", async () => {
    await go(editor);
    const title = page.getByLabel("Título", { exact: true }).first();
    await title.waitFor();
    await untilKept(page, () => title.fill("Ventas y marketing"));
    await page.locator(".cm-line", { hasText: "title: Ventas y marketing" }).waitFor();
    const { text } = await kept("marketing-ventas");
    assert.match(text, /^# Corporate level/);
    assert.match(text, /title: Ventas y marketing/);
    await page.getByRole("button", { name: "Deshacer" }).click();
    await page.waitForFunction(
      "document.querySelector('.form input').value === 'Marketing y Ventas 2026'",
    );
    await page.getByRole("button", { name: "Rehacer" }).click();
    assert.equal(await title.inputValue(), "Ventas y marketing");
  });

  test("a commitment is a sentence until it is opened, and typing closes none", async () => {
    await go("/agreements/marketing-ventas?tab=commitments");
    await page.getByRole("link", { name: "Editar aceptacion" }).click();
    await page.waitForURL(/\/editor\/marketing-ventas\?commitment=aceptacion/);
    const one = page.getByRole("group", { name: "aceptacion", exact: true });
    const volume = one.getByLabel("Volumen mínimo");
    assert.equal(await volume.inputValue(), "20");
    await untilKept(page, () => volume.fill("25"));
    assert.match((await kept("marketing-ventas")).text, /minVolume: 25/);
    assert.equal(await page.locator(`${entry}[open]`).count(), 1);
    const said = page.locator(".fold-says", { hasText: "Marketing promete a Ventas" });
    assert.equal(await said.count(), 3);
    const warned = page.locator(`${entry} > summary`, { hasText: "1 aviso" });
    assert.deepEqual(await warned.locator("h3").allTextContents(), [
      "respuesta-a-rechazos",
      "retroalimentacion",
    ]);
    await page.locator(".problem", { hasText: "retroalimentacion" }).click();
    const other = page.getByRole("group", { name: "retroalimentacion", exact: true });
    await other.locator(".sentences [lang=es]").waitFor();
    await page.waitForFunction(`(() => {
      const { top } = document.querySelectorAll("${entry}[open]")[1].getBoundingClientRect();
      return top > 0 && top < innerHeight;
    })()`);
    await one.getByRole("button", { name: "Quitar «aceptacion»" }).click();
    await other.locator(".sentences [lang=es]").waitFor();
    assert.equal(await page.locator(`${entry}[open]`).count(), 1);
    await page.getByRole("button", { name: "Deshacer" }).click();
    await page.getByRole("button", { name: "Deshacer" }).click();
    await page.getByText(/Borrador guardado/).waitFor();
  });

  test("a revision is published by pointer, after a look at what changes", async () => {
    await go(editor);
    await page.locator(`${entry} > summary`, { hasText: "primer-contacto" }).click();
    const first = page.getByRole("group", { name: "primer-contacto", exact: true });
    const sentence = first.locator(".sentences [lang=es]");
    const objective = first.getByLabel("Valor", { exact: true }).last();
    await untilKept(page, () => objective.fill("85%"));
    await sentence.filter({ hasText: "85 %" }).waitFor();
    const before = (await revisions("marketing-ventas")).length;
    await page.getByRole("button", { name: "Publicar…" }).click();
    const dialog = page.getByRole("dialog", { name: "Publicar una revisión" });
    await dialog.getByText(/Compromiso «primer-contacto», objective/).waitFor();
    await dialog.getByLabel("Los relojes en marcha").selectOption("recompute");
    await assertAccessible(page);
    await picture(page, "editor-publish");
    await dialog.getByRole("button", { name: "Publicar la revisión" }).click();
    await page.waitForURL(/\/agreements\/marketing-ventas\?tab=versions/);
    const now = await revisions("marketing-ventas");
    assert.equal(now.length, before + 1);
    assert.equal(now.at(-1)?.existing, "recompute");
    assertSilent(page);
  });

  test("a revision is written and published by keys alone, in English", async () => {
    await go(editor, "en");
    const content = page.getByRole("textbox", { name: "Text of the agreement in YAML" });
    await content.waitFor();
    await content.focus();
    await page.keyboard.press("Control+Home");
    await untilKept(page, () => page.keyboard.type("# By keys\n"));
    const publish = page.getByRole("button", { name: "Publish…" });
    await publish.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Publish a revision" });
    await dialog.getByText("no clause").waitFor();
    await dialog.getByRole("button", { name: "Publish the revision" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/tab=versions/);
    assertSilent(page);
  });

  test("broken YAML is said in place, leads to its line, and loses no text", async () => {
    await go(editor);
    const content = page.getByRole("textbox", { name: "Texto del acuerdo en YAML" });
    await content.waitFor();
    await content.focus();
    await page.keyboard.press("Control+Home");
    await untilKept(page, () => page.keyboard.insertText("rota: [1, 2\n"));
    await page.getByText(/El YAML no se puede leer entero/).waitFor();
    await page.locator(".problem-error").first().waitFor();
    assert.ok((await page.locator(".cm-lintRange-error").count()) > 0);
    await page.getByText(/Borrador guardado/).waitFor();
    const { text } = await kept("marketing-ventas");
    assert.match(text, /^rota: \[1, 2/);
    assert.match(text, /primer-contacto/);
    assert.equal(await page.getByRole("button", { name: "Publicar…" }).isDisabled(), true);
    await page.reload();
    await page.locator(".cm-line", { hasText: "rota: [1, 2" }).waitFor();
    await page.locator(".problem-error").first().click();
    assert.equal(await page.evaluate("document.activeElement.className"), "code");
    await untilKept(page, async () => {
      await page.keyboard.press("Control+Home");
      for (let press = 0; press < 12; press += 1) await page.keyboard.press("Delete");
    });
    await page.locator(".form input").first().waitFor();
  });

  test("completion offers what the schema knows", async () => {
    await go("/editor/soporte-estandar");
    const content = page.getByRole("textbox", { name: "Texto del acuerdo en YAML" });
    await content.waitFor();
    await content.focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\n  rev");
    await page.getByRole("option", { name: /review/ }).waitFor();
    await picture(page, "editor-completion");
  });

  test("two who write at once are told, and neither text is lost", async () => {
    const [mine, theirs] = [await page.context().newPage(), await page.context().newPage()];
    const titleOf = (tab: Page) => tab.getByLabel("Título", { exact: true }).first();
    const valueIs = (value: string) =>
      mine.waitForFunction(`document.querySelector(".form input").value === "${value}"`);
    await mine.goto(site.origin + editor);
    await untilKept(mine, () => titleOf(mine).fill("Primera pestaña"));
    await theirs.goto(site.origin + editor);
    await untilKept(theirs, () => titleOf(theirs).fill("Segunda pestaña"));
    await titleOf(mine).fill("Primera otra vez");
    await mine.getByRole("alert").filter({ hasText: "Se guardó otra versión" }).waitFor();
    assert.equal(await titleOf(mine).inputValue(), "Primera otra vez");
    assert.match((await kept("marketing-ventas")).text, /Segunda pestaña/);
    await assertAccessible(mine);
    await picture(mine, "editor-conflict");
    await mine.getByRole("button", { name: "Seguir con su texto" }).click();
    await valueIs("Segunda pestaña");
    await mine.getByRole("button", { name: "Deshacer" }).click();
    await valueIs("Primera otra vez");
    await mine.close();
    await theirs.close();
  });

  test("a new agreement is made empty and opens in the editor", async () => {
    await go("/editor");
    await page.getByLabel("Título").fill("Soporte a clientes");
    await page.getByLabel(/^Una parte/).fill("Soporte");
    await page.getByLabel(/^La otra parte/).fill("Clientes");
    await page.getByRole("button", { name: "Crear el borrador" }).click();
    await page.waitForURL(/\/editor\/soporte-a-clientes/);
    await page.locator(".cm-line", { hasText: "title: Soporte a clientes" }).waitFor();
    await page.getByLabel("Propósito").fill("Que nadie espere");
    await page.getByRole("button", { name: "Añadir compromiso" }).click();
    await page.locator(".sentences [lang=en]").waitFor();
    await page.getByText(/Borrador guardado/).waitFor();
    await page.getByRole("button", { name: "Publicar…", disabled: false }).click();
    const dialog = page.getByRole("dialog", { name: "Publicar una revisión" });
    await dialog.getByText("Es la primera revisión.").waitFor();
    await dialog.getByRole("button", { name: "Publicar la revisión" }).click();
    await page.waitForURL(/\/agreements\/soporte-a-clientes/);
    assert.equal((await revisions("soporte-a-clientes")).length, 1);
    assertSilent(page);
  });
});
