/** Campaigns and what they cost. */
import { DAY, type Instant } from "../engine/time.ts";
import { pick, wholeBetween } from "./random.ts";
import { openStory, type Scene, type Story, tell } from "./story.ts";

const marketing = { id: "ads", kind: "integration" } as const;
const kinds = ["webinar", "contenido", "anuncios", "evento"] as const;

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

function tellCampaign(scene: Scene, number: number, at: Instant): Story {
  const story = openStory(scene, { kind: "campaign", number, source: "marketing" });
  const { random } = story;
  const budget = wholeBetween(random, 6, 60) * 1_000;
  const kind = pick(random, kinds);
  const data = { kind, source: kind, budget, currency: "MXN" };
  tell(story, "campaign.launched", { at, by: marketing, data });
  for (let week = 1; week <= WEEKS; week += 1) {
    const spent = Math.round(budget / WEEKS);
    const paid = (at + week * 7 * DAY) as Instant;
    tell(story, "campaign.spent", { at: paid, by: marketing, data: { spent, currency: "MXN" } });
  }
  return story;
}
