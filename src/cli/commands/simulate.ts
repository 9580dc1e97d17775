/** `acuerdo simulate`: a made-up company's events, as CloudEvents, one a line. */

import { type CompanySpec, generateCompany } from "../../demo/company.ts";
import { toCloudEvent } from "../../engine/cloud-event.ts";
import { refuse } from "../../engine/problem.ts";
import type { Instant } from "../../engine/time.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { endOption, momentOption, wholeOption } from "../moment.ts";
import { inWords, type Terminal } from "../terminal.ts";

const writing = { es: "Eventos escritos: {count}", en: "Events written: {count}" } as const;

/**
 * Written in blocks of about this many characters: a write for each line would cost more than the
 * line.
 */
const BLOCK = 65_536;

const DEFAULT_ZONE = "America/Mexico_City";

export const simulate: CommandRow = {
  name: "simulate",
  usage: "",
  least: 0,
  most: 0,
  says: {
    es: "Inventa los hechos de una empresa: leads, tratos, tickets, encuestas, con fines de semana, ráfagas, ausencias y hechos tardíos. La misma semilla da los mismos hechos.",
    en: "Make up a company's facts: leads, deals, tickets, surveys, with weekends, bursts, absences and late facts. The same seed gives the same facts.",
  },
  options: [
    {
      name: "leads",
      value: "N",
      says: { es: "Cuántos leads; 3000.", en: "How many leads; 3000." },
    },
    { name: "seed", value: "N", says: { es: "Semilla; 7.", en: "Seed; 7." } },
    {
      name: "from",
      value: "DATE",
      says: { es: "Primer día; 2026-01-01.", en: "First day; 2026-01-01." },
    },
    {
      name: "to",
      value: "DATE",
      says: { es: "Último día, incluido; 2026-12-31.", en: "Last day, included; 2026-12-31." },
    },
    {
      name: "zone",
      value: "ZONE",
      says: { es: `Zona horaria; ${DEFAULT_ZONE}.`, en: `Time zone; ${DEFAULT_ZONE}.` },
    },
    {
      name: "country",
      value: "CC",
      says: { es: "País de los festivos; MX.", en: "Country of the holidays; MX." },
    },
  ],
  examples: ["acuerdo simulate --leads 3000 --seed 7 > events.ndjson"],
  run,
};

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const spec = companyOf(given, terminal);
  let block = "";
  let count = 0;
  for (const event of generateCompany(spec)) {
    block += `${JSON.stringify(toCloudEvent(event))}\n`;
    count += 1;
    if (block.length < BLOCK) continue;
    await terminal.print(block);
    terminal.progress(() => inWords(terminal, writing, { count }));
    block = "";
  }
  await terminal.print(block);
  return 0;
}

function companyOf(given: Given, { language }: Terminal): CompanySpec {
  const timeZone = given.text("zone") ?? DEFAULT_ZONE;
  const zoned = withDefaults(given, { from: "2026-01-01", to: "2026-12-31" });
  const from = momentOption(zoned, "from", timeZone) as Instant;
  const to = endOption(zoned, "to", timeZone) as Instant;
  if (to <= from) {
    refuse("option-value-wrong", {
      option: "--to",
      given: zoned.text("to") ?? "",
      wantedEs: "un día posterior al de --from",
      wantedEn: "a day after that of --from",
    });
  }
  return {
    seed: wholeOption(given, "seed", { least: 0, most: 4_294_967_295, otherwise: 7 }),
    leads: wholeOption(given, "leads", { least: 0, most: 10_000_000, otherwise: 3_000 }),
    from,
    to,
    timeZone,
    language,
    country: given.text("country") ?? "MX",
  };
}

function withDefaults(given: Given, defaults: Readonly<Record<string, string>>): Given {
  return { ...given, text: (option) => given.text(option) ?? defaults[option] };
}
