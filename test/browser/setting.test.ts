import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Site } from "./site.ts";
import {
  assertAccessible,
  assertReflows,
  assertSilent,
  becomeOwner,
  picture,
  readAs,
  visitSite,
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
  let page: Page;

  const { go, everyReading } = visitSite(async (visit) => {
    ({ site, page } = visit);
    await becomeOwner(page, site);
  });

  for (const [title, read] of everyReading(pages, { prefix: "setting-" })) test(title, read);

  /** What the server answers the owner. */
  const ask = async (path: string) => (await page.request.get(site.origin + path)).json();

  test("a date is closed by pointer, and what would change is told first", async () => {
    await readAs(page, { language: "es", theme: "light" });
    const day = await openDayAfter(site.now(), async (month) => {
      await go(`${office.split("&month")[0]}&month=${month}`);
      await page.locator(".day").first().waitFor();
      const days = page.locator(".day-open");
      return days.evaluateAll((found) => found.map((one) => one.getAttribute("data-date") ?? ""));
    });
    await page.locator(`[data-date="${day}"]`).click();
    await page.getByRole("radio", { name: "Cerrado" }).check();
    await page.getByRole("button", { name: "Probar" }).click();
    const told = page.locator(".what-if [role=status] strong");
    await told.waitFor();
    assert.match((await told.textContent()) ?? "", /reloj(es)? en marcha vencerían? a otra hora/);
    await page.locator(".what-if").getByText("1 día del próximo año abre de otro modo").waitFor();
    assert.match((await page.locator(`[data-date="${day}"]`).textContent()) ?? "", /cambia: antes/);
    await picture(page, "setting-what-if-es-light");
    await page.getByRole("button", { name: "Publicar revisión del acuerdo" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/se publica una revisión que rige desde/).waitFor();
    await dialog.getByRole("button", { name: "Publicar revisión del acuerdo" }).click();
    await page.getByText("Publicado", { exact: true }).waitFor();
    await page.locator(`[data-date="${day}"].day-date`).waitFor();
    assertSilent(page);
  });

  test("a calendar is made and a day of it changed by keys alone, in English", async () => {
    await go("/settings/calendars");
    await readAs(page, { language: "en", theme: "dark" });
    await page.getByRole("button", { name: "New calendar" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("office-madrid");
    await page.keyboard.press("Enter");
    await page.waitForURL(/calendars\/office-madrid/);
    await page.getByRole("link", { name: "Month", exact: true }).focus();
    await page.keyboard.press("Enter");
    const stop = page.locator(".day[tabindex='0']");
    await stop.waitFor();
    const first = await stop.getAttribute("data-date");
    await stop.focus();
    await page.keyboard.press("ArrowRight");
    const second = await page.locator(".day:focus").getAttribute("data-date");
    assert.notEqual(second, first);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.getByRole("radio", { name: "Other hours" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("textbox", { name: "Hours" }).fill("");
    await page.keyboard.press("Enter");
    await page.getByText(/Write at least one interval/).waitFor();
    await page.keyboard.type("06:00-07:00");
    await page.keyboard.press("Enter");
    await page.getByText("No running clock would fall due at another time").waitFor();
    await page.getByRole("button", { name: "Publish version" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Publish version" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Published", { exact: true }).waitFor();
    await page.locator(`[data-date="${second}"]`, { hasText: "06:00–07:00" }).waitFor();
    assertSilent(page);
  });

  test("a rule's condition is rows of a form, and is kept as the language writes it", async () => {
    await go("/settings/automation/new");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByLabel(/^Nombre/).fill("Solo México");
    await page.getByLabel(/^Persona/).fill("julia.ibarra-2");
    await page.getByRole("button", { name: "Añadir condición: Solo si se cumple" }).click();
    const test = page.locator(".condition-test").first();
    await test.getByLabel("Campo").fill("country");
    await test.getByLabel("Campo").press("Enter");
    await test.getByLabel("Prueba").selectOption({ label: "es" });
    await test.getByLabel("Valor").fill("MX");
    await page.getByRole("button", { name: "Añadir campo" }).click();
    const second = page.locator(".condition-test").nth(1);
    await second.getByLabel("Campo").fill("company.employees");
    await second.getByLabel("Campo").press("Enter");
    await second.getByLabel("Prueba").selectOption({ label: "al menos" });
    await second.getByLabel("Valor").fill("50");
    await assertAccessible(page);
    await assertReflows(page);
    await picture(page, "setting-rule-condition-es-light");
    await page.getByRole("button", { name: "Guardar" }).click();
    await page.getByRole("link", { name: "Solo México" }).waitFor();
    assert.deepEqual(await whenOf("solo-mexico"), {
      country: "MX",
      "company.employees": { atLeast: 50 },
    });
    await page.getByRole("link", { name: "Solo México" }).click();
    await page.getByRole("button", { name: "Quitar «Solo si se cumple»" }).click();
    await page.getByRole("button", { name: "Guardar" }).click();
    await page.getByRole("link", { name: "Solo México" }).waitFor();
    assert.equal(await whenOf("solo-mexico"), undefined);
    assertSilent(page);
  });

  const whenOf = async (id: string): Promise<unknown> => {
    const { rules } = await ask("/v1/rules");
    return rules.find((one: { id: string }) => one.id === id).document.when;
  };

  test("holidays are read from an ICS file and become dates of the calendar", async () => {
    await go("/settings/calendars");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByRole("button", { name: "Nuevo calendario" }).click();
    await page.getByRole("dialog").getByRole("textbox").first().fill("fabrica");
    await page.keyboard.press("Enter");
    await page.waitForURL(/calendars\/fabrica/);
    const field = page.getByLabel("Importar festivos de un archivo ICS");
    await field.setInputFiles({
      name: "festivos.ics",
      mimeType: "text/calendar",
      buffer: Buffer.from(holidays.join("\r\n")),
    });
    await page.getByText("2 festivos leídos").waitFor();
    await page.getByRole("button", { name: "Publicar versión" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Publicar versión" }).click();
    await page.getByText("Publicado", { exact: true }).waitFor();
    const { calendars } = await ask("/v1/calendars");
    const own = calendars.filter(({ id }: { id: string }) => id === "fabrica");
    const texts = own.map(({ text }: { text: string }) => text).join("\n");
    for (const day of ["2027-03-15", "2027-05-10"]) assert.ok(texts.includes(day), texts);
    assertSilent(page);
  });

  test("a rule is tried on last month before it is kept", async () => {
    await go("/settings/automation/new");
    await readAs(page, { language: "en", theme: "light" });
    await page.getByLabel(/^Name/).fill("Hand out leads");
    await page.getByLabel(/^Person/).fill("julia.ibarra-2");
    await page.getByRole("button", { name: "Try on last month" }).click();
    await page.getByText(/^It would have acted [1-9]\d* times in the last 30 days/).waitFor();
    await picture(page, "setting-rule-run-en-light");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: "Hand out leads" }).waitFor();
    assertSilent(page);
  });

  test("a person is erased from a record: what is known, then what is left", async () => {
    await go("/settings/workspace");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByLabel(/^Registro/).fill("lead/500");
    await page.getByRole("button", { name: "Ver qué se sabe" }).click();
    await page.getByRole("checkbox", { name: /^name: / }).waitFor();
    await picture(page, "setting-erase-es-light");
    await page.getByRole("button", { name: "Borrar estos campos" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/No se puede deshacer/).waitFor();
    await dialog.getByRole("button", { name: "Borrar estos campos" }).click();
    await page.getByText(/^Campos borrados de \d+ hechos?/).waitFor();
    await page.getByRole("button", { name: "Ver qué se sabe" }).click();
    await page.getByRole("checkbox", { name: /^source: / }).waitFor();
    assert.equal(await page.getByRole("checkbox", { name: /^name: / }).count(), 0);
    assertSilent(page);
  });

  test("the reader's choices are kept: compact rows, the workspace's zone", async () => {
    await go("/settings/appearance");
    await readAs(page, { language: "es", theme: "light" });
    await page.getByRole("radio", { name: "Compacto" }).check();
    await page.getByRole("radio", { name: /La zona del espacio/ }).check();
    await page.reload();
    assert.equal(await page.evaluate("document.documentElement.dataset.density"), "compact");
    await page.getByRole("radio", { name: "Amplio" }).check();
    await page.getByRole("radio", { name: /Mi zona/ }).check();
    assertSilent(page);
  });
});

/** Two days off, as a calendar of a phone saves them. */
const holidays = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Fiestas//ES",
  ...["20270315", "20270510"].flatMap((day) => [
    "BEGIN:VEVENT",
    `UID:${day}@example.org`,
    "DTSTAMP:20260101T000000Z",
    `DTSTART;VALUE=DATE:${day}`,
    "SUMMARY:Festivo",
    "END:VEVENT",
  ]),
  "END:VCALENDAR",
  "",
];

/** The first day, at least two days on, that the calendar opens on. */
async function openDayAfter(
  now: number,
  openDays: (month: string) => Promise<readonly string[]>,
): Promise<string> {
  for (const days of [2, 20, 40]) {
    const from = new Date(now + days * 86_400_000).toISOString().slice(0, 10);
    const found = (await openDays(from.slice(0, 7))).find((day) => day >= from);
    if (found !== undefined) return found;
  }
  return assert.fail("no open day within two months");
}
