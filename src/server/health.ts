/** Whether the process lives, whether it can do its work, and what it counts. */
import type { FastifyInstance } from "fastify";
import { isAlive } from "../store/alive.ts";
import type { Database } from "../store/db.ts";
import type { Metrics } from "./metrics.ts";

export function bindHealth(
  app: FastifyInstance,
  { database, metrics }: { readonly database: Database; readonly metrics: Metrics },
): void {
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (_, reply) => {
    const isReady = await isAlive(database);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? "ready" : "database away" });
  });
  app.get("/metrics", async (_, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
