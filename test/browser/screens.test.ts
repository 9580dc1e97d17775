import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page, Response } from "playwright-core";
import type { Site } from "./site.ts";
import { becomeOwner, readAs, visitSite } from "./visit.ts";

/** Every page, and what stands on it once it is whole. */
const pages = [
  { name: "today", path: "/", whole: ".rows a" },
  { name: "overdue", path: "/?view=overdue", whole: ".rows a" },
  { name: "proof", path: "/", whole: ".rows a", open: ".rows a", shown: ".drawer .history" },
  { name: "agreements", path: "/agreements", whole: ".kept .strip" },
  { name: "document", path: "/agreements/marketing-ventas", whole: ".clauses h2" },
  {
    name: "commitments",
    path: "/agreements/soporte-estandar?tab=commitments",
    whole: ".standing .strip",
  },
  {
    name: "versions",
    path: "/agreements/marketing-ventas?tab=versions",
    whole: "main table tbody tr",
  },
  { name: "commitment", path: "/agreements/marketing-ventas/primer-contacto", whole: ".heat" },
  { name: "measure", path: "/agreements/marketing-ventas/volumen-mql", whole: ".bars" },
  { name: "styles", path: "/styles", whole: ".specimens" },
  { name: "missing", path: "/agreements/none/none/none", whole: ".empty" },
] as const;

describe("the screens in a real browser", () => {
  let site: Site;
  let page: Page;

  const { go, everyReading } = visitSite(async (visit) => {
    ({ site, page } = visit);
    await becomeOwner(page, site);
  });

  for (const [title, read] of everyReading(pages)) test(title, read);

  test("the queue is worked by keys alone: next, proof, back to the same row", async () => {
    await go("/");
    await readAs(page, { language: "es", theme: "light" });
    await page.locator(".rows a").first().waitFor();
    for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
    const name = await page.evaluate("document.activeElement.textContent");
    assert.equal(name, await page.locator(".rows a").nth(1).textContent());
    await page.keyboard.press("Enter");
    await page.locator(".drawer .proof").first().waitFor();
    assert.equal(await page.evaluate("document.activeElement.id"), "drawer-title");
    await page.keyboard.press("Escape");
    await page.locator(".drawer").waitFor({ state: "detached" });
    assert.equal(await page.evaluate("document.activeElement.textContent"), name);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Teclado" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("beltr");
    await page.getByRole("option").nth(3).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".drawer").waitFor();
    assert.match(page.url(), /clock=lead/);
  });

  test("a counter filters the list, and the address keeps the view", async () => {
    await go("/");
    const counter = page.locator(".counter[data-kind=overdue]");
    const number = counter.locator("strong", { hasText: /^\d+$/ });
    const count = Number(await number.textContent());
    await counter.click();
    await page.waitForURL(/view=overdue/);
    await page.getByText(`${count} de ${count}`).waitFor();
    const words = await page.locator(".rows .chip-word").allTextContents();
    assert.deepEqual([...new Set(words)], ["Vencido"]);
    await page.reload();
    await page.getByText(`${count} de ${count}`).waitFor();
  });

  test("a fact posted by API is told in an open page and moves no row", async () => {
    await go("/");
    await page.locator(".rows a").first().waitFor();
    const before = await page.locator(".rows tbody th a").allTextContents();
    const workspace = await page.request.get(`${site.origin}/v1/workspace`);
    const key = await site.keyFor((await workspace.json()).id);
    const answer = await fetch(`${site.origin}/v1/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(qualified(new Date(site.now()).toISOString())),
    });
    assert.equal(answer.status, 202, await answer.text());
    const news = page.getByRole("button", { name: /nuevas?: mostrar/ });
    await news.waitFor({ timeout: 5_000 });
    assert.deepEqual(await page.locator(".rows tbody th a").allTextContents(), before);
    await news.click();
    await page.keyboard.press("End");
    await page.getByText("Zoe Recién Llegada").first().waitFor();
  });

  test("the first page's scripts are no more than 250 kB", async () => {
    const fresh = await page.context().newPage();
    const sizes: Promise<number>[] = [];
    fresh.on("response", (response) => {
      if (/\.js$/.test(response.url())) sizes.push(sizeOf(response));
    });
    await fresh.goto(`${site.origin}/`);
    await fresh.locator(".rows a").first().waitFor();
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    assert.ok(total > 0 && total <= 250_000, `${total} bytes`);
    await fresh.close();
  });
});

/** Bytes as they came over the wire. */
async function sizeOf(response: Response): Promise<number> {
  return Number(await response.headerValue("content-length"));
}

/** A lead that has just been handed to somebody. */
function qualified(time: string): readonly object[] {
  const fact = (id: string, type: string, data: object) => ({
    specversion: "1.0",
    id,
    source: "browser-test",
    type,
    subject: "lead/zoe",
    time,
    data,
  });
  const who = { name: "Zoe Recién Llegada", email: "zoe@example.org", phone: "+52 55 1234 5678" };
  return [
    fact("1", "lead.created", { ...who, source: "web" }),
    fact("2", "lead.qualified", {
      status: "mql",
      company: { employees: 120, industry: "software" },
      engagement: 50,
    }),
    fact("3", "lead.handedOff", { status: "mql" }),
    fact("4", "lead.assigned", { owner: "julia.ibarra-2" }),
  ];
}
