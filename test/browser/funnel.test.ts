/** Lead quality, reviews and the planner in a real browser. */
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { openSite, type Site } from "./site.ts";
import {
  assertAccessible,
  assertReflows,
  assertSilent,
  becomeOwner,
  languages,
  openPage,
  picture,
  readAs,
  themes,
} from "./visit.ts";

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
] as const;

describe("lead quality, reviews and the planner in a real browser", () => {
  let site: Site;
  let browser: Browser;
  let page: Page;

  before(async () => {
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
    page = await openPage(browser, { language: "es", theme: "light" });
    await becomeOwner(page, site);
    const workspace = await page.request.get(`${site.origin}/v1/workspace`);
    await site.settle((await workspace.json()).id);
  });

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const go = async (path: string) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(site.origin + path);
  };

  const readings = pages.flatMap((one) =>
    languages.flatMap((language) => themes.map((theme) => ({ one, language, theme }))),
  );
  for (const { one, language, theme } of readings) {
    test(`${one.name} can be read by everybody: ${language}, ${theme}`, async () => {
      await go(one.path);
      await readAs(page, { language, theme });
      await page.locator(one.whole).first().waitFor();
      if ("open" in one) await page.locator(one.open).first().click();
      if ("shown" in one) await page.locator(one.shown).first().waitFor();
      await assertAccessible(page);
      await assertReflows(page);
      await picture(page, `${one.name}-${language}-${theme}`);
      assertSilent(page);
    });
  }
});
