/** When the customers' portal is down: some outages are seen by two monitors and overlap. */
import { DAY, type Instant, MINUTE } from "../engine/time.ts";
import { drawFrom, happens, randomFrom, type Spread, wholeBetween } from "./random.ts";
import { type Scene, type Story, tell } from "./story.ts";

const OUTAGE_STREAM = 13;
const length: Spread = [2, 12, 55, 160];
const monitors = ["monitor-a", "monitor-b"] as const;

export function tellOutages(scene: Scene): Story[] {
  const random = randomFrom(scene.seed, OUTAGE_STREAM);
  const subject = "service/portal";
  const [first, second] = monitors.map(
    (source): Story => ({ scene, random, source, subject, arrivals: [] }),
  );
  if (!first || !second) return [];
  let at = scene.from + wholeBetween(random, 1, 20) * DAY;
  while (at < scene.to) {
    const from = (at + wholeBetween(random, 0, 1_439) * MINUTE) as Instant;
    tellOutage(first, from);
    if (happens(random, 0.35)) tellOutage(second, (from + MINUTE) as Instant);
    at += wholeBetween(random, 8, 45) * DAY;
  }
  return [first, second];
}

function tellOutage(story: Story, from: Instant): void {
  const by = { id: story.source, kind: "automation" } as const;
  const to = (from + Math.round(drawFrom(story.random, length)) * MINUTE) as Instant;
  const data = { service: "portal", monitor: story.source };
  tell(story, "service.down", { at: from, by, data: { ...data, status: "down" } });
  tell(story, "service.up", { at: to, by, data: { ...data, status: "up" } });
}
