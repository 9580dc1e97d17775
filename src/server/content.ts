/** How bodies are read: JSON by several names, and lines that are never held whole. */
import type { FastifyInstance } from "fastify";
import { problem, Refusal } from "../engine/problem.ts";

const jsonTypes = ["application/cloudevents+json", "application/cloudevents-batch+json"];

/**
 * The framework's own parser refuses `__proto__` as a key; this one leaves it to be a plain key.
 */
export function readContent(app: FastifyInstance): void {
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser(
    ["application/json", ...jsonTypes],
    { parseAs: "string" },
    (_, text, done) => {
      try {
        done(null, text === "" ? undefined : JSON.parse(text as string));
      } catch (error) {
        done(new Refusal([problem("body-unreadable", { reason: (error as Error).message })]));
      }
    },
  );
  app.addContentTypeParser("application/x-ndjson", (_, payload, done) => done(null, payload));
}
