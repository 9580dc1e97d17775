import { openBrowser } from "../test/browser/browser.ts";
import { openSite } from "../test/browser/site.ts";
import { becomeOwner, openPage, readAs } from "../test/browser/visit.ts";
const [site, browser] = await Promise.all([openSite(), openBrowser()]);
try {
const page = await openPage(browser, { language: "es", theme: "light" });
page.on("console", (m) => console.log("CONSOLE", m.type(), m.text().slice(0, 400)));
page.on("pageerror", (e) => console.log("PAGEERROR", String(e).slice(0, 600)));
page.setDefaultTimeout(60000);
let t = Date.now();
await becomeOwner(page, site);
console.log("owner", Date.now() - t); t = Date.now();
const ws = (await (await page.request.get(`${site.origin}/v1/workspace`)).json()).id;
await site.settle(ws);
console.log("settled", Date.now() - t);
page.setDefaultTimeout(8000);
for (const arg of process.argv.slice(2)) {
  const [name, path, whole, click, shown] = arg.split("|");
  try {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(site.origin + path);
    await page.locator(whole!).first().waitFor();
    if (click) await page.locator(click).first().click();
    if (shown) await page.locator(shown).first().waitFor();
  } catch (e) { console.log(name, String(e).slice(0, 300)); }
  await page.screenshot({ path: `build/look-${name}.png`, fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: `build/look-${name}-390.png`, fullPage: true });
  console.log("shot", name, Date.now() - t);
}
} finally { await browser.close(); await site.close(); process.exit(0); }
