/** The pages of accounts and of links, which stand beside the screens: read, and pictured. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Site } from "./site.ts";
import { assertReadable, assertSilent, openPage, readings, signUp, visitSite } from "./visit.ts";

/** Of somebody who has seen no other page of ours: this one brings its own letters. */
async function assertFirstPage(page: Page, name: string): Promise<void> {
  const letters = await page.evaluate(
    `document.fonts.ready.then((fonts) => [...fonts].map(({ status }) => status))`,
  );
  assert.deepEqual(letters, ["loaded", "loaded"]);
  await assertReadable(page, name);
}

describe("the pages of accounts in a real browser", () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  let invitation = "";
  visitSite(async (visit) => {
    ({ site, browser, page } = visit);
    for (const reading of readings) {
      const stranger = await openPage(browser, reading);
      await stranger.goto(site.ownerLink);
      await stranger.locator("[name=company]").waitFor();
      await assertFirstPage(stranger, `account-owner-${reading.language}-${reading.theme}`);
      assertSilent(stranger);
      await stranger.context().close();
    }
    await signUp(page, site);
    const { id } = await (await page.request.get(`${site.origin}/v1/workspace`)).json();
    const answer = await fetch(`${site.origin}/v1/invitations`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await site.keyFor(id)}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ email: "luz@example.org", role: "member" }),
    });
    const told = (await answer.json()) as { readonly link: string };
    assert.equal(answer.status, 201, JSON.stringify(told));
    invitation = told.link;
  });

  const places = [
    { name: "sign-in", path: () => "/sign-in", whole: "[name=password]" },
    { name: "forgot", path: () => "/password/forgot", whole: "[name=email]" },
    { name: "owner-over", path: () => site.ownerLink.replace(site.origin, ""), whole: "h1" },
    { name: "invitation", path: () => invitation.replace(site.origin, ""), whole: "[name=name]" },
  ] as const;
  for (const { name, path, whole } of places) {
    for (const reading of readings) {
      const { language, theme } = reading;
      test(`${name} can be read by everybody: ${language}, ${theme}`, async () => {
        const stranger = await openPage(browser, reading);
        const answer = await stranger.goto(site.origin + path());
        await stranger.locator(whole).first().waitFor();
        assert.equal(await stranger.locator("html").getAttribute("lang"), language);
        await assertFirstPage(stranger, `account-${name}-${language}-${theme}`);
        // Of a page that refuses, the browser itself writes the status down.
        if (answer?.ok()) assertSilent(stranger);
        await stranger.context().close();
      });
    }
  }

  test("one's own account can be read, and left, by keys", async () => {
    await page.goto(`${site.origin}/account`);
    await page.locator("h1").waitFor();
    await assertReadable(page, "account-profile-es-light");
    await page
      .getByRole("button", { name: /Cerrar sesión|Salir/ })
      .first()
      .focus();
    await page.keyboard.press("Enter");
    await page.locator("[name=password]").waitFor();
    await page.fill("[name=email]", "ana@example.org");
    await page.fill("[name=password]", "caballo grapa pila correcta");
    await page.keyboard.press("Enter");
    await page.locator(".top").waitFor();
    assertSilent(page);
  });
});
