/**
 * `npm run bench`, or `npm run bench -- calendar judge` for some.
 *
 * A benchmark is a file of this folder with an exported function `bench…` that returns a
 * `BenchTable`. Each file has a process of its own, so that none warms up, or fills the memory of,
 * another.
 */
import { fork } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { markdownOf, replaceSection } from "./markdown.ts";
import type { BenchTable } from "./table.ts";

const folder = dirname(fileURLToPath(import.meta.url));
const page = join(dirname(folder), "docs", "internals", "benchmarks.md");
/** A benchmark that has not ended by then is at fault itself. */
const longest = 30 * 60_000;

const asked = process.argv.slice(2);
const known = benchmarks();
const names = asked.length > 0 ? asked : known;
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(", ")}. There are: ${known.join(", ")}.`);
  process.exit(2);
}
const measured = `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine()}.`;
for (const name of names) {
  console.error(`${name}…`);
  for (const table of await tablesOf(name)) keep(table);
}

function benchmarks(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .filter((file) => /^export (async )?function bench[A-Z]/m.test(read(join(folder, file))))
    .map((file) => file.replace(/\.ts$/, ""))
    .sort();
}

function tablesOf(name: string): Promise<readonly BenchTable[]> {
  const child = fork(join(folder, "child.ts"), [join(folder, `${name}.ts`)], {
    execArgv: ["--expose-gc", "--disable-warning=ExperimentalWarning"],
    timeout: longest,
  });
  const tables: BenchTable[] = [];
  child.on("message", (table) => tables.push(table as BenchTable));
  return new Promise((resolve) => {
    child.on("close", (code, signal) => {
      if (code !== 0) {
        console.error(`${name} failed (${signal ?? code})`);
        process.exitCode = 1;
      }
      resolve(tables);
    });
  });
}

function keep(table: BenchTable): void {
  const text = markdownOf(table, measured);
  console.log(`\n${text}`);
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, replaceSection(existsSync(page) ? read(page) : "", table.title, text));
}

function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const [first] = cpus();
  const model = first?.model.trim() || "an unnamed processor";
  return `Node ${process.versions.node}, ${cpus().length} × ${model}, ${memory} GiB`;
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}
