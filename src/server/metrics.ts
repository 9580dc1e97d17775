/** What is counted of the server, for Prometheus. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = {
  readonly registry: Registry;
  readonly requests: Histogram<"route" | "status">;
  readonly events: Counter<"outcome">;
  readonly followers: Gauge;
};

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: "acuerdo_request_seconds",
      help: "Time to answer a request, by route and status",
      labelNames: ["route", "status"],
      buckets: SECONDS,
      registers,
    }),
    events: new Counter({
      name: "acuerdo_events_total",
      help: "Events received, by what became of them",
      labelNames: ["outcome"],
      registers,
    }),
    followers: new Gauge({
      name: "acuerdo_followers",
      help: "Open connections that follow live changes",
      registers,
    }),
  };
}
