/** Campaigns and what they cost. */
import type { Language } from "../engine/agreement.ts";
import { DAY, type Instant } from "../engine/time.ts";
import { pick, wholeBetween } from "./random.ts";
import { openStory, type Scene, type Story, tell } from "./story.ts";

const marketing = { id: "ads", kind: "integration" } as const;
const kinds = ["webinar", "contenido", "anuncios", "evento"] as const;

const titles = {
  webinar: { es: "Webinar", en: "Webinar" },
  contenido: { es: "Guía", en: "Guide" },
  anuncios: { es: "Anuncios", en: "Ads" },
  evento: { es: "Evento", en: "Event" },
} as const;

type Said = Readonly<Record<Language, string>>;

const topics: readonly Said[] = [
  { es: "previsión de ventas", en: "sales forecasts" },
  { es: "menos inventario parado", en: "less idle stock" },
  { es: "cobrar a tiempo", en: "getting paid on time" },
  { es: "entregas el mismo día", en: "same-day delivery" },
  { es: "costos de energía", en: "energy costs" },
  { es: "atención sin esperas", en: "support without queues" },
  { es: "seguridad en planta", en: "safety on the floor" },
  { es: "datos en un solo lugar", en: "data in one place" },
  { es: "turnos que cuadran", en: "shifts that add up" },
  { es: "compras con menos papel", en: "buying with less paper" },
  { es: "clientes que vuelven", en: "customers who return" },
  { es: "cerrar el mes en un día", en: "closing the month in a day" },
  { es: "automatizar lo aburrido", en: "automating the dull parts" },
];

const audiences: readonly Said[] = [
  { es: "para fábricas", en: "for factories" },
  { es: "para comercio", en: "for retail" },
  { es: "para servicios", en: "for services" },
];

/** Days between two launches; weeks a campaign spends money for. */
const EVERY = 15;
const WEEKS = 4;

/** How many campaigns a lead may have come by: people answer the latest, or one of those before. */
const REMEMBERED = 4;

/** The campaign that a lead of that instant came by; `draw` says which of those remembered. */
export function campaignAt({ from }: Scene, at: Instant, draw: number): string {
  const launched = 1 + Math.floor(Math.max(0, at - from - 2 * DAY) / (EVERY * DAY));
  return `campaign/${Math.max(1, launched - (draw % REMEMBERED))}`;
}

export function tellCampaigns(scene: Scene): Story[] {
  const stories: Story[] = [];
  for (let at = scene.from + 2 * DAY; at < scene.to; at += EVERY * DAY) {
    stories.push(tellCampaign(scene, stories.length + 1, at as Instant));
  }
  return stories;
}

/** Every campaign of a year has a name of its own: topics come again for other people. */
function nameOf(kind: keyof typeof titles, number: number, language: Language): string {
  const place = number - 1;
  const topic = topics[place % topics.length]?.[language] ?? "";
  const people = audiences[Math.floor(place / topics.length) % audiences.length]?.[language] ?? "";
  return `${titles[kind][language]}: ${topic} ${people}`;
}

function tellCampaign(scene: Scene, number: number, at: Instant): Story {
  const story = openStory(scene, { kind: "campaign", number, source: "marketing" });
  const { random } = story;
  const budget = wholeBetween(random, 6, 60) * 1_000;
  const kind = pick(random, kinds);
  const name = nameOf(kind, number, scene.language);
  const data = { name, kind, source: kind, budget, currency: "MXN" };
  tell(story, "campaign.launched", { at, by: marketing, data });
  for (let week = 1; week <= WEEKS; week += 1) {
    const spent = Math.round(budget / WEEKS);
    const paid = (at + week * 7 * DAY) as Instant;
    tell(story, "campaign.spent", { at: paid, by: marketing, data: { spent, currency: "MXN" } });
  }
  return story;
}
