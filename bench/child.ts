/** Runs the benchmarks of one file, and hands their tables to the process that asked. */
import { pathToFileURL } from "node:url";
import type { BenchTable } from "./table.ts";

type Bench = () => BenchTable | Promise<BenchTable>;

const [, , file = ""] = process.argv;
const found: Readonly<Record<string, unknown>> = await import(pathToFileURL(file).href);
for (const [name, bench] of Object.entries(found)) {
  if (name.startsWith("bench") && typeof bench === "function") {
    process.send?.(await (bench as Bench)());
  }
}
process.disconnect?.();
