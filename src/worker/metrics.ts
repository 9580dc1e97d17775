/** What is counted of the work, for Prometheus. */
import { Gauge, Histogram, type Registry } from "prom-client";
import type { Instant } from "../engine/time.ts";
import { acrossWorkspaces, type Database } from "../store/db.ts";
import { backlog } from "../store/work.ts";
import type { WorkerHearing } from "./worker.ts";

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 3_600, 86_400];

/** Counts what a worker tells of; the backlog is asked of the database whenever somebody reads. */
export function countWork(
  registry: Registry,
  { database, now }: { readonly database: Database; readonly now: () => Instant },
): Pick<WorkerHearing, "fired" | "delivered"> {
  const registers = [registry];
  const timers = new Histogram({
    name: "acuerdo_timer_lateness_seconds",
    help: "How late timers fired, by what they do",
    labelNames: ["does"],
    buckets: SECONDS,
    registers,
  });
  const deliveries = new Histogram({
    name: "acuerdo_delivery_lateness_seconds",
    help: "How late deliveries were, by channel and what became of them",
    labelNames: ["channel", "outcome"],
    buckets: SECONDS,
    registers,
  });
  new Gauge({
    name: "acuerdo_backlog",
    help: "Timers and deliveries that are due and not done, and deliveries given up",
    labelNames: ["of"],
    registers,
    async collect() {
      const counted = await acrossWorkspaces(database, (db) => backlog(db, now()));
      for (const [of, count] of Object.entries(counted)) this.set({ of }, count);
    },
  });
  return {
    fired: ({ does, lateness }) => timers.observe({ does }, lateness / 1_000),
    delivered: ({ channel, outcome, lateness }) =>
      deliveries.observe({ channel, outcome }, lateness / 1_000),
  };
}
