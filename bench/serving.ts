/** A server over HTTP on a database of its own, and what the benchmarks of it share. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Instant } from "../src/engine/time.ts";
import { openServed, type Served } from "../test/served.ts";
import { ask, EVENTS_PATH } from "./http.ts";

export { BATCH } from "./http.ts";

export const NOW = Date.parse("2026-12-31T12:00:00Z") as Instant;

export const whole = (value: number) => Math.round(value).toLocaleString("en");

/** `agreed`: the key of a new workspace under the two example agreements. */
export type Serving = {
  readonly served: Served;
  readonly address: string;
  readonly agreed: () => Promise<string>;
  readonly post: (key: string, body: unknown) => Promise<void>;
  readonly get: (key: string, path: string) => Promise<void>;
};

export async function withServer<T>(work: (serving: Serving) => Promise<T>): Promise<T> {
  const served = await openServed();
  served.clock.now = NOW;
  try {
    const address = await served.server.app.listen({ port: 0, host: "127.0.0.1" });
    return await work({
      served,
      address,
      agreed: () => agreedWorkspace(served),
      post: (key, body) => ask(address, key, { path: EVENTS_PATH, body }),
      get: (key, path) => ask(address, key, { path }),
    });
  } finally {
    await served.close();
  }
}

async function agreedWorkspace(served: Served): Promise<string> {
  const { key } = await served.workspace();
  for (const name of ["marketing-ventas", "soporte-estandar"]) {
    const text = readFileSync(new URL(`../examples/${name}.yaml`, import.meta.url), "utf8");
    const path = `/v1/agreements/${name}/revisions`;
    const answer = await served.ask(path, { method: "POST", key, body: { text } });
    assert.equal(answer.statusCode, 201, answer.body);
  }
  return key;
}

/** How long each of so many turns takes, one after the other. */
export async function waitsOf(turns: number, work: () => Promise<void>): Promise<number[]> {
  const waits: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const start = performance.now();
    await work();
    waits.push(performance.now() - start);
  }
  return waits;
}

export function quantile(values: readonly number[], at: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.ceil(sorted.length * at) - 1] ?? 0).toFixed(1);
}
