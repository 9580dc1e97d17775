/**
 * A newcomer: from `npm start` on nothing to an own agreement in force with its clocks, counted in
 * clicks and minutes. What was seen at each step is kept in build/newcomer/.
 */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { assertSilent, openPage } from "./visit.ts";

const root = join(import.meta.dirname, "../..");
const pictures = join(root, "build/newcomer");

const MOST_CLICKS = 20;
const MOST_MS = 5 * 60_000;

describe("a newcomer", () => {
  let browser: Browser;
  let page: Page;
  let product: ChildProcess;
  let data: string;
  let began: number;
  let clicks = 0;

  before(async () => {
    data = mkdtempSync(join(tmpdir(), "acuerdo-newcomer-"));
    mkdirSync(pictures, { recursive: true });
    browser = await openBrowser();
    page = await openPage(browser, { language: "es", theme: "light" });
    // What npm start installs and builds once is not the newcomer's to wait for here.
    const prepared = spawn(process.execPath, [join(root, "bin/acuerdo.js"), "--help"], {
      cwd: root,
      stdio: "ignore",
    });
    await once(prepared, "close");
  });

  after(async () => {
    await browser?.close();
    if (product?.exitCode === null) {
      product.kill("SIGINT");
      await once(product, "close");
    }
    rmSync(data, { recursive: true, force: true });
  });

  /** Starts the product on nothing, and hands back the link that its terminal shows. */
  async function start(): Promise<string> {
    const port = await freePort();
    product = spawn(
      process.execPath,
      [join(root, "bin/acuerdo.js"), "serve", "--port", String(port)],
      { cwd: root, env: { ...process.env, ACUERDO_DATA: data, LANG: "es_MX.UTF-8" } },
    );
    product.stderr?.resume();
    for await (const line of createInterface({ input: product.stdout as NodeJS.ReadableStream })) {
      const link = /http:\/\/localhost:\d+\/owner\?token=\S+/.exec(line)?.[0];
      if (link === undefined) continue;
      product.stdout?.resume();
      return link;
    }
    return assert.fail("it ended before it showed the way in");
  }

  let step = 0;
  async function click(what: Locator): Promise<void> {
    clicks += 1;
    await what.click();
  }
  /** By pointer, a field is clicked before it is typed into. */
  async function fill(field: Locator, text: string): Promise<void> {
    await click(field);
    await field.fill(text);
  }
  async function see(name: string): Promise<void> {
    step += 1;
    await page.screenshot({ path: join(pictures, `${step}-${name}.png`), fullPage: true });
  }

  test("has an own agreement in force within five minutes and twenty clicks", async () => {
    began = Date.now();
    await page.goto(await start());
    await fill(page.locator("[name=name]"), "Ana");
    await fill(page.locator("[name=email]"), "ana@example.org");
    await fill(page.locator("[name=password]"), "caballo grapa pila correcta");
    await see("owner");
    await click(page.locator("main button, form button").last());
    await click(page.getByRole("link", { name: "Empezar con mis datos" }));
    await see("start");
    await click(page.getByRole("button", { name: "Cargar la demostración" }));
    await page.getByRole("heading", { name: "Lo que ya prometes" }).waitFor({ timeout: 240_000 });
    await page.locator(".reveal-candidates").waitFor();
    await see("reveal");
    await click(page.getByRole("button", { name: /objetivo: Alcanzable/ }));
    await fill(page.getByLabel("Título"), "Mi primer acuerdo");
    await see("make");
    await click(page.getByRole("button", { name: "Publicar y poner en vigor" }));
    await page.waitForURL(/agreements\/mi-primer-acuerdo/);
    await page.getByText("Ventas promete a Marketing").first().waitFor();
    await see("agreement");
    const took = Date.now() - began;
    const counted = await clocksOf();
    assert.ok(counted > 0, "the agreement has no clocks");
    await see("in-force");
    assert.ok(clicks <= MOST_CLICKS, `${clicks} clicks`);
    assert.ok(took <= MOST_MS, `${took} ms`);
    assertSilent(page);
    console.log(`A newcomer took ${clicks} clicks and ${Math.round(took / 1_000)} s.`);
  });

  /** The worker judges what there is under the new agreement; it is asked until it has begun. */
  async function clocksOf(): Promise<number> {
    for (let tries = 0; tries < 120; tries += 1) {
      const address = new URL("/v1/clocks?agreement=mi-primer-acuerdo&limit=5", page.url());
      const { clocks } = await (await page.request.get(address.href)).json();
      if (clocks.length > 0) return clocks.length;
      await page.waitForTimeout(500);
    }
    return 0;
  }
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
