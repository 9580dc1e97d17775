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

const office = "/settings/calendars/oficina?agreement=marketing-ventas&month=2026-12";

/** Every page, and what stands on it once it is whole. */
const pages = [
  { name: "calendars", path: "/settings/calendars", whole: ".data-table tbody tr" },
  { name: "calendar-month", path: office, whole: ".month .day" },
  { name: "calendar-year", path: `${office}&view=year`, whole: ".small-month" },
  { name: "calendar-edit", path: `${office}&view=edit`, whole: ".week input" },
  { name: "calendar-versions", path: `${office}&view=versions`, whole: ".calendar-main a" },
  { name: "people", path: "/settings/people", whole: ".data-table tbody tr" },
  { name: "members", path: "/settings/members", whole: ".rights tbody tr" },
  { name: "inbox", path: "/settings/inbox", whole: ".empty" },
  { name: "channels", path: "/settings/notices", whole: ".setting-section li" },
  { name: "told", path: "/settings/notices?tab=preview", whole: ".data-table tbody tr" },
  { name: "dead", path: "/settings/notices?tab=dead", whole: ".empty" },
  { name: "automation", path: "/settings/automation", whole: ".empty" },
  { name: "rule", path: "/settings/automation/new", whole: ".rule-deed" },
  { name: "sources", path: "/settings/sources", whole: ".data-table tbody tr" },
  { name: "keys", path: "/settings/keys", whole: ".empty" },
  { name: "audit", path: "/settings/audit", whole: ".data-table tbody tr" },
  { name: "workspace", path: "/settings/workspace", whole: "form .fields" },
  { name: "appearance", path: "/settings/appearance", whole: ".choice" },
] as const;

describe("the settings in a real browser", () => {
  let site: Site;
  let browser: Browser;
  let page: Page;

  before(async () => {
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
    page = await openPage(browser, { language: "es", theme: "light" });
    await becomeOwner(page, site);
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
      await assertAccessible(page);
      await assertReflows(page);
      await picture(page, `setting-${one.name}-${language}-${theme}`);
      assertSilent(page);
    });
  }
});
