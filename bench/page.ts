/** Today in a real browser with 100,000 open clocks: until it can be read, and how it answers. */
import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openBrowser } from "../test/browser/browser.ts";
import { openSite, type Site } from "../test/browser/site.ts";
import { openPage, signUp } from "../test/browser/visit.ts";
import type { BenchTable } from "./table.ts";

const CLOCKS = 100_000;
const BATCH = 1_000;
const COLD_STARTS = 9;
const TURNS = 40;
/** What the browser tells of no slower event than this: an upper bound for those it left out. */
const SHORTEST = 16;

/** Once rows are painted, nothing larger comes after so long. */
const SETTLED = 1_500;

const BREACHES = 10;
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

export async function benchToday(): Promise<BenchTable> {
  const [site, browser] = await Promise.all([openSite(), openBrowser()]);
  try {
    const page = await openPage(browser, { language: "es", theme: "light" });
    await signUp(page, site);
    const send = await sender(site, page);
    const open = await fill(send, site.now);
    const colds = [];
    for (let turn = 0; turn <= COLD_STARTS; turn += 1) {
      colds.push(await coldStart(browser, site, page.context()));
    }
    const [first, ...starts] = colds;
    const waits = await interact(site, page);
    const told = await breaches(send, site, page);
    return tableOf({ open, first: first?.rows ?? 0, starts, waits, told });
  } finally {
    await browser.close();
    await site.close();
  }
}

type Start = { readonly paint: number; readonly rows: number; readonly bytes: number };

type Measured = {
  readonly open: number;
  /** The first finds neither the code of the server nor the rows of the database warm. */
  readonly first: number;
  readonly starts: readonly Start[];
  readonly waits: readonly number[];
  readonly told: readonly number[];
};

function tableOf({ open, first, starts, waits, told }: Measured): BenchTable {
  const row = (name: string, values: readonly number[], limit: string) => [
    name,
    quantile(values, 0.5),
    quantile(values, 0.95),
    limit,
  ];
  const kilobytes = (starts[0]?.bytes ?? 0) / 1_000;
  return {
    title: `Today in a browser, ${open.toLocaleString("en")} open clocks`,
    columns: ["what", "median", "p95", "limit"],
    rows: [
      row(
        "cold cache: until the largest paint, ms",
        starts.map(({ paint }) => paint),
        "1500",
      ),
      row(
        "cold cache: until the first rows are painted, ms",
        starts.map(({ rows }) => rows),
        "1500",
      ),
      ["the very first of them, the server cold as well, ms", first.toFixed(0), "", "1500"],
      row("from a key or click to the next paint, ms", waits, "100"),
      row("from a breach posted by API to its note in an open page, ms", told, "1000"),
      ["scripts of the first page, kB compressed", kilobytes.toFixed(1), "", "250"],
    ],
    notes: [
      `${starts.length} cold starts in a browser without a cache, after the very first.
${waits.length} interactions: rows by keys, a row chosen, the proof opened and closed, a filter:
what the browser's own event timing tells, and ${SHORTEST} ms where it tells nothing, which is less.
Browser, server and database share the machine.`,
    ],
  };
}

type Send = (path: string, body?: unknown) => Promise<unknown>;

/** Asks as a program of the owner's does; without a body it only reads. */
async function sender(site: Site, page: Page): Promise<Send> {
  const workspace = await (await page.request.get(`${site.origin}/v1/workspace`)).json();
  const key = await site.keyFor(workspace.id);
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  return async (path, body) => {
    const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(site.origin + path, { headers, ...sent });
    if (!answer.ok) throw new RangeError(await answer.text());
    return answer.json();
  };
}

/** Tickets of the support agreement until so many clocks are open. */
async function fill(send: Send, now: () => number): Promise<number> {
  const text = readFileSync(new URL("../examples/soporte-estandar.yaml", import.meta.url), "utf8");
  await send("/v1/agreements/soporte-estandar/revisions", { text });
  for (let sent = 0; ; sent += BATCH) {
    const { open } = (await send("/v1/today")) as { readonly open: number };
    if (open >= CLOCKS) return open;
    const batch = Array.from({ length: BATCH }, (_, index) =>
      ticket(sent + index, now() - ((sent + index) % 600) * MINUTE),
    );
    await send("/v1/events?quiet=true", batch);
  }
}

/** Tickets of last month, breached as they arrive, in a page that was open before. */
async function breaches(send: Send, site: Site, page: Page): Promise<number[]> {
  const waits: number[] = [];
  const news = page.getByRole("button", { name: /nuevas?: mostrar/ });
  for (let turn = 0; turn < BREACHES; turn += 1) {
    await page.goto(site.origin);
    await page.locator(".rows tbody a").nth(5).waitFor();
    await page.waitForTimeout(SETTLED);
    const start = performance.now();
    await send("/v1/events", [ticket(CLOCKS * 10 + turn, site.now() - 30 * DAY - turn * MINUTE)]);
    await news.waitFor();
    waits.push(performance.now() - start);
  }
  return waits;
}

function ticket(number: number, at: number): object {
  return {
    specversion: "1.0",
    id: `bench-${number}`,
    source: "helpdesk",
    type: "ticket.created",
    subject: `ticket/${number}`,
    time: new Date(at).toISOString(),
    data: {
      name: `Consulta ${number}`,
      owner: `persona-${number % 50}`,
      priority: "low",
      status: "open",
      customer: `cliente-${number % 900}`,
    },
  };
}

/** A page with nothing in its cache, with the session of another. */
async function coldStart(browser: Browser, site: Site, known: BrowserContext): Promise<Start> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "es-MX",
    storageState: await known.storageState(),
  });
  const page = await context.newPage();
  let bytes = 0;
  page.on("response", async (response) => {
    if (!/\.js$/.test(response.url())) return;
    bytes += Number(await response.headerValue("content-length"));
  });
  await page.addInitScript(watchRows);
  await page.goto(site.origin);
  await page.locator(".rows tbody a").first().waitFor();
  await page.waitForFunction("window.rowsPainted !== undefined");
  await page.waitForTimeout(SETTLED);
  const [paint, rows] = await page.evaluate<[number, number]>(`[
    window.largestPaint, window.rowsPainted,
  ]`);
  await context.close();
  return { paint, rows, bytes };
}

/** In the page, before anything of it: when its rows are painted, and its largest part. */
const watchRows = `
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.largestPaint = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".rows tbody a")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.rowsPainted = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });
`;

/** The work of a morning, each wait as the browser measured it. */
async function interact(site: Site, page: Page): Promise<number[]> {
  await page.goto(site.origin);
  await page.locator(".rows tbody a").nth(5).waitFor();
  await page.evaluate(`
    window.waits = new Map();
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries()) {
        if (interactionId === 0) continue;
        window.waits.set(interactionId, Math.max(duration, window.waits.get(interactionId) ?? 0));
      }
    }).observe({ type: "event", durationThreshold: ${SHORTEST} });`);
  let done = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    done += 1;
  };
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const key of ["j", "j", "j", "k"]) await press(key);
    await press("Enter");
    await page.locator(".drawer .proof").first().waitFor();
    await press("Escape");
    await page.locator(".drawer").waitFor({ state: "detached" });
    await page.locator(".rows .cell-choice input:visible").nth(3).click();
    const view = turn % 2 === 0 ? "unassigned" : "all";
    await page.locator(`.counter[data-kind=${view}]`).click();
    await page.locator(`.counter[data-kind=${view}][aria-current]`).waitFor();
    done += 2;
    if (view === "all") await page.locator(".rows tbody a").nth(5).waitFor();
    else await page.goBack();
    await page.locator(".rows tbody a").nth(5).waitFor();
  }
  const told = await page.evaluate<number[]>("[...window.waits.values()]");
  return [...told, ...Array.from({ length: Math.max(done - told.length, 0) }, () => SHORTEST)];
}

function quantile(values: readonly number[], at: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.ceil(sorted.length * at) - 1] ?? 0).toFixed(0);
}
