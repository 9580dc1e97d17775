/**
 * A reader in a real browser: signs up, loads the demo, and is held to what every page must keep.
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { openSite, type Site } from "./site.ts";

export type Reading = { readonly language: "es" | "en"; readonly theme: "light" | "dark" };

/** Every way in which a page is read; each picture is of both widths. */
export const readings: readonly Reading[] = (["es", "en"] as const).flatMap((language) =>
  (["light", "dark"] as const).map((theme) => ({ language, theme })),
);

/** A page, what stands on it once it is whole, and what is done before it is looked at. */
type Place = {
  readonly name: string;
  readonly path: string;
  readonly whole: string;
  /** Pressed once the page is whole; then `shown` is waited for. */
  readonly open?: string;
  readonly shown?: string;
};

type Visit = { readonly site: Site; readonly browser: Browser; readonly page: Page };

const pictures = fileURLToPath(new URL("../../build/screenshots/", import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Whatever a page says against itself in the console. */
const complaints = new WeakMap<Page, string[]>();

export async function openPage(browser: Browser, { language, theme }: Reading): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: language === "es" ? "es-MX" : "en-GB",
    timezoneId: "America/Mexico_City",
    colorScheme: theme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const said: string[] = [];
  complaints.set(page, said);
  page.on("console", (message) => {
    if (message.type() === "error") said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return page;
}

/**
 * One reader of a site at a desk, from before a file's tests until after them: `arrive` gets what
 * was opened and does what every test of the file relies on.
 */
export function visitSite(arrive: (visit: Visit) => Promise<void>) {
  let visit: Visit | undefined;
  const here = () => visit ?? assert.fail("a visit begins in a test");
  before(async () => {
    const [site, browser] = await Promise.all([openSite(), openBrowser()]);
    visit = { site, browser, page: await openPage(browser, { language: "es", theme: "light" }) };
    await arrive(visit);
  });
  after(async () => {
    await visit?.browser.close();
    await visit?.site.close();
  });

  /** To a page of the site, at a desk's width. */
  const go = async (path: string) => {
    const { page, site } = here();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(site.origin + path);
  };

  /**
   * Each place in each reading: without a serious finding, at 320 px, pictured, and silent. Tests
   * for the file to name as its own: a title, and what is done.
   */
  const everyReading = (
    places: readonly Place[],
    { prefix = "", unfold }: { prefix?: string; unfold?: (page: Page) => Promise<void> } = {},
  ) =>
    places.flatMap(({ name, path, whole, open, shown }) =>
      readings.map((reading) => {
        const { language, theme } = reading;
        const read = async () => {
          const { page } = here();
          await go(path);
          await readAs(page, reading);
          await page.locator(whole).first().waitFor();
          if (open !== undefined) await page.locator(open).first().click();
          if (shown !== undefined) await page.locator(shown).first().waitFor();
          await unfold?.(page);
          await assertReadable(page, `${prefix}${name}-${language}-${theme}`);
          assertSilent(page);
        };
        return [`${name} can be read by everybody: ${language}, ${theme}`, read] as const;
      }),
    );
  return { go, everyReading };
}

/** What every page is held to as it stands now, and its pictures. */
export async function assertReadable(page: Page, name: string): Promise<void> {
  await assertAccessible(page);
  await assertReflows(page);
  await picture(page, name);
}

/** The first minute: the link of the terminal, then the demo. The session stays in the context. */
export async function becomeOwner(page: Page, site: Site): Promise<void> {
  await signUp(page, site);
  await page.getByRole("button", { name: /demostración|demo/ }).click();
  await page.locator(".rows").waitFor({ timeout: 120_000 });
}

/** The link of the terminal alone: a company with nothing in it. */
export async function signUp(page: Page, site: Site): Promise<void> {
  await page.goto(site.ownerLink);
  await page.fill("[name=name]", "Ana");
  await page.fill("[name=email]", "ana@example.org");
  await page.fill("[name=password]", "caballo grapa pila correcta");
  await page.fill("[name=company]", "Ñandú Telecom");
  const zone = page.locator("[name=timeZone]");
  if ((await zone.count()) > 0) await zone.fill("America/Mexico_City");
  await page.locator("main button, form button").last().click();
  await page.getByRole("button", { name: /demostración|demo/ }).waitFor();
}

/** Reads on in another language and theme, with the same session. */
export async function readAs(page: Page, { language, theme }: Reading): Promise<void> {
  await page.evaluate(`localStorage.setItem("acuerdo-language", "${language}");
    localStorage.setItem("acuerdo-theme", "${theme}");`);
  await page.reload();
}

export function assertSilent(page: Page): void {
  assert.deepEqual(complaints.get(page), []);
}

/** What axe calls serious or worse, by the rules of WCAG 2.2 AA. */
export async function assertAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } })
      .axe;
    const { violations } = await run({ resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
  });
  assert.deepEqual(found, []);
}

/** At 320 px nothing but what may scroll by itself is wider than the window. */
export async function assertReflows(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const wide: { page: number; window: number; widest: string[] } = await page.evaluate(`({
    page: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
    widest: [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .filter((one) => !one.closest(".views ul, .scroll, .drawer"))
      .slice(0, 5)
      .map((one) => one.tagName + "." + one.className),
  })`);
  assert.ok(wide.page <= wide.window, JSON.stringify(wide));
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Pictures of a page at both widths, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.evaluate("scrollTo(0, 0)");
    await page.screenshot({ path: `${pictures}${name}-${width}.png`, fullPage: true });
  }
}
