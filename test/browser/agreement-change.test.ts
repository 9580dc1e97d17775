/**
 * Agreements that come of others: from a text, from a copy, from what came back; and what differs.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { openSite, type Site } from "./site.ts";
import {
  assertAccessible,
  assertReflows,
  assertSilent,
  becomeOwner,
  openPage,
  picture,
  readAs,
} from "./visit.ts";

type Commitment = { readonly id: string; readonly scope?: { readonly where?: unknown } };
type Document = {
  readonly metadata: { readonly name: string; readonly title: string };
  readonly spec: { readonly commitments: readonly Commitment[]; readonly purpose: string };
};

const text = `# Written elsewhere
apiVersion: acuerdo/v1
kind: Agreement
metadata: {name: elsewhere, title: Partners and sales, language: en}
spec:
  purpose: Partners hear from us
  parties:
    - {id: sales, kind: team, role: [provider]}
    - {id: partners, kind: company, role: [consumer]}
  term: {from: 2026-01-01, timeZone: UTC}
  commitments:
    - id: first-call
      obliged: sales
      beneficiary: partners
      scope: {subject: lead, where: {source: partner}}
      clock: {start: lead.assigned, stop: contact.attempted}
      target: [{within: 4h}]
      objective: {atLeast: 90%, each: month}
`;

/** Rows of a table before more are asked for. */
const PART = 100;

const north = { name: "partners-north", title: "Partners north" };

type Row = { readonly field: string; readonly test: string; readonly value: string };

/** Writes the last row of a condition. */
async function fill(condition: Locator, { field, test, value }: Row): Promise<void> {
  const last = (label: string) => condition.getByLabel(label, { exact: true }).last();
  await last("Field").fill(field);
  await last("Field").press("Enter");
  await last("Test").selectOption(test);
  await last("Value").fill(value);
}

describe("an agreement that comes of another, in a real browser", () => {
  let site: Site;
  let browser: Browser;
  let page: Page;

  before(async () => {
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
    page = await openPage(browser, { language: "en", theme: "light" });
    await becomeOwner(page, site);
  });

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const go = async (path: string, language: "es" | "en" = "en") => {
    await page.goto(site.origin + path);
    await readAs(page, { language, theme: "light" });
  };

  const answerOf = async (path: string) =>
    (await page.request.get(`${site.origin}/v1/agreements/${path}`)).json();

  const revision = async (agreement: string, number: number): Promise<Document> =>
    (await answerOf(`${agreement}/revisions/${number}`)).document;

  const publish = async () => {
    await page.getByText(/Draft saved/).waitFor();
    await page.getByRole("button", { name: "Publish…", disabled: false }).click();
    const dialog = page.getByRole("dialog", { name: "Publish a revision" });
    await dialog.getByRole("button", { name: "Publish the revision", disabled: false }).click();
    await page.waitForURL(/tab=versions/);
  };

  test("begins with a text under a name of its own", async () => {
    await go("/editor?from=yaml");
    await page.getByLabel(/^Or paste the text here/).fill(text);
    const name = page.getByLabel(/^Name in the system/);
    assert.equal(await name.inputValue(), "elsewhere");
    await name.fill("partners");
    await page.getByRole("button", { name: "Create the draft" }).click();
    await page.waitForURL(/\/editor\/partners/);
    await page.locator(".fold-says", { hasText: /sales promises partners/i }).waitFor();
    await publish();
    const { metadata, spec } = await revision("partners", 1);
    assert.deepEqual(metadata, { name: "partners", title: "Partners and sales", language: "en" });
    assert.deepEqual(spec.commitments[0]?.scope?.where, { source: "partner" });
    assert.match((await answerOf("partners/revisions/1")).text, /^# Written elsewhere/);
    assertSilent(page);
  });

  test("begins as a copy, and promises under names that nobody has promised under", async () => {
    await go("/agreements/partners");
    await page.getByRole("link", { name: "Copy", exact: true }).click();
    await page.waitForURL(/from=copy/);
    const which = page.getByLabel(/^Agreement to copy/);
    await which.locator("option[value=partners]").waitFor({ state: "attached" });
    assert.equal(await which.inputValue(), "partners");
    await page.getByLabel(/^Title/).fill("Partners north");
    await page.getByRole("button", { name: "Create the draft" }).click();
    await page.waitForURL(/\/editor\/partners-north/);
    const folded = page.locator("details.form-entry > summary", { hasText: "first-call-2" });
    await folded.waitFor();
    assert.equal(await page.locator("details.form-entry").getByText("1 error").count(), 0);
    await folded.click();
    assert.equal(await page.getByLabel(/^Identifier/).inputValue(), "first-call-2");
    await publish();
    const [copied, source] = [await revision("partners-north", 1), await revision("partners", 1)];
    assert.deepEqual(copied.metadata, { ...source.metadata, ...north });
    const [one, ...others] = source.spec.commitments;
    const commitments = [{ ...one, id: "first-call-2" }, ...others];
    assert.deepEqual(copied.spec, { ...source.spec, commitments });
    assertSilent(page);
  });

  test("says which cases it is about by fields, tests and groups", async () => {
    await go("/editor/partners-north?commitment=first-call-2");
    const one = page.getByRole("group", { name: "first-call-2", exact: true });
    assert.equal(await one.getByLabel("About", { exact: true }).inputValue(), "lead");
    const condition = one.locator(".condition").first();
    await condition.getByRole("button", { name: "Add a field" }).click();
    await fill(condition, { field: "region", test: "is one of", value: "north, east" });
    await condition.getByRole("button", { name: "Add “any of”" }).click();
    const group = condition.getByRole("group", { name: "any of these" });
    await fill(group, { field: "score", test: "at least", value: "70" });
    await group.getByRole("button", { name: "Add a choice" }).click();
    await one.locator(".sentences [lang=en]", { hasText: "region" }).waitFor();
    await assertAccessible(page);
    await assertReflows(page);
    await picture(page, "editor-condition");
    await publish();
    const { spec } = await revision("partners-north", 2);
    assert.deepEqual(spec.commitments[0]?.scope, {
      subject: "lead",
      where: {
        source: "partner",
        region: { in: ["north", "east"] },
        any: [{ score: { atLeast: 70 } }, { status: { exists: true } }],
      },
    });
    assertSilent(page);
  });

  test("any two revisions are compared by keys", async () => {
    await go("/agreements/partners-north?tab=versions");
    const compare = page.getByRole("region", { name: "Compare two revisions" });
    const changes = compare.locator(".clause-changes li");
    await changes.filter({ hasText: /first-call-2.*region/ }).waitFor();
    await picture(page, "agreement-compare");
    await compare.getByLabel("To", { exact: true }).focus();
    await page.keyboard.press("ArrowUp");
    await page.waitForURL(/after=1/);
    await changes.first().waitFor({ state: "detached" });
    await compare.getByLabel("From", { exact: true }).focus();
    await page.keyboard.press("ArrowDown");
    await page.waitForURL(/before=2/);
    await changes.filter({ hasText: /first-call-2.*region/ }).waitFor();
    assertSilent(page);
  });

  test("leaves as Markdown, word for word as it is read", async () => {
    await go("/agreements/partners-north", "es");
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Guardar como Markdown" }).click();
    const file = await coming;
    assert.equal(file.suggestedFilename(), "partners-north-2.md");
    const written = readFileSync(await file.path(), "utf8");
    const heads = await page.locator(".clauses h2").allTextContents();
    const lines = await page.locator(".clauses p").allTextContents();
    const plain = written.replace(/\\([\\`*_[\]<>#|])/g, "$1");
    assert.equal(plain.split("\n")[0], "# Partners north");
    assert.deepEqual(
      plain.split("\n").filter((line) => line.startsWith("## ")),
      heads.map((head) => `## ${head}`),
    );
    assert.deepEqual(
      plain.split("\n").filter((line) => line !== "" && !/^##? /.test(line)),
      lines,
    );
    assertSilent(page);
  });

  test("the list leaves as a table, a row for each commitment", async () => {
    await go("/agreements", "es");
    await page.locator(".sides .strip").first().waitFor();
    const promised = await page.locator(".kept tbody tr").count();
    await page.getByRole("button", { name: "Exportar" }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV", exact: true }).click();
    const lines = readFileSync(await (await coming).path(), "utf8")
      .trim()
      .split("\r\n");
    assert.equal(lines[0], "Acuerdo,Lo debe,Compromiso,Período,Valor,Veredicto,Margen");
    assert.equal(lines.length - 1, promised);
    assertSilent(page);
  });

  test("what to look at in the text that is in force leads into the editor", async () => {
    await go("/agreements/marketing-ventas", "es");
    await page.getByText("3 cosas que mirar en el texto").click();
    const lint = page.locator(".lints li", { hasText: "«retroalimentacion»" });
    await lint.getByRole("link", { name: "Ir al editor" }).click();
    await page.waitForURL(/\/editor\/marketing-ventas\?commitment=retroalimentacion/);
    await page.getByRole("group", { name: "retroalimentacion", exact: true }).waitFor();
    assertSilent(page);
  });

  test("its periods are a chart that leaves as a drawing, with its table behind", async () => {
    await go("/agreements/marketing-ventas?tab=attainment", "es");
    const chart = page.locator(".chart", { has: page.locator(".strips") });
    await chart.locator(".strips g").first().waitFor();
    const marks = await chart.locator(".strips g").count();
    await chart.getByRole("button", { name: "Exportar" }).click();
    const coming = page.waitForEvent("download");
    await chart.getByRole("button", { name: "SVG", exact: true }).click();
    const file = await coming;
    assert.equal(file.suggestedFilename(), "marketing-ventas-periods.svg");
    const svg = readFileSync(await file.path(), "utf8");
    assert.match(svg, />primer-contacto</);
    assert.doesNotMatch(svg, /var\(|color-mix/);
    const frame = page.locator(".chart").first();
    await frame.getByRole("button", { name: "Ver como tabla" }).click();
    await frame.locator("tbody tr").first().waitFor();
    assert.equal(await frame.locator("tbody tr").count(), Math.min(marks, PART));
    assertSilent(page);
  });

  test("a drift of rejections prepares a change that nobody has published", async () => {
    const before = await answerOf("marketing-ventas");
    await go("/lead-quality", "es");
    await page
      .getByRole("link", { name: /^Preparar un cambio en «Marketing y Ventas 2026»/ })
      .click();
    await page.waitForURL(/\/editor\/marketing-ventas\?amend=size/);
    const change = page.getByRole("region", { name: "Un cambio de «MQL» por los rechazos" });
    await change.getByText(/de los \d+ leads devueltos más recientes por «tamaño»/).waitFor();
    const said = change.locator(".clause-changes li");
    assert.match((await said.textContent()) ?? "", /Término «MQL».*company\.employees.*se añade/);
    await assertAccessible(page);
    await assertReflows(page);
    await picture(page, "editor-amendment");
    assert.equal((await answerOf("marketing-ventas")).hasDraft, false);
    const kept = page.waitForResponse((answer) => answer.url().endsWith("/draft") && answer.ok());
    await change.getByRole("button", { name: "Llevar al borrador" }).click();
    await kept;
    await change.waitFor({ state: "detached" });
    const { text: draft } = await answerOf("marketing-ventas/draft");
    assert.match(draft, /MQL:[^:]*says:[^{]*\{[^\n]*company\.employees: \{(atLeast|atMost): \d+\}/);
    assert.equal((await answerOf("marketing-ventas")).revisions.length, before.revisions.length);
    assertSilent(page);
  });
});
