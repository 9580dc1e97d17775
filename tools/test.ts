/**
 * `npm test` and `npm run test:fast`: format and lint, types, and the tests, counted together.
 *
 * Words that name no option pick test files by a part of their path, and leave the checks out. The
 * last line is always `N passed, N failed`, for people and machines alike.
 */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, relative } from "node:path";
import { run } from "node:test";
import { fileURLToPath } from "node:url";
import { type Count, report } from "./test-report.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const options = process.argv.slice(2);
const isFast = options.includes("--fast");
const picked = options.filter((option) => !option.startsWith("--"));
/** A test file that has not ended by then never will. */
const longest = 15 * 60_000;

const checks = [
  {
    name: "format and lint",
    script: "node_modules/@biomejs/biome/bin/biome",
    args: ["check", "--diagnostic-level=error", "--max-diagnostics=200", "."],
  },
  { name: "types", script: "node_modules/typescript/bin/tsc", args: ["-b", "--pretty", "false"] },
];

process.chdir(root);
const checked = picked.length > 0 ? [] : checks.map(check);
const tested = await test(testFiles());
const counts = [...checked, tested];
const passed = sum(counts.map((count) => count.passed));
const failed = sum(counts.map((count) => count.failed));
if (tested.skipped > 0) console.log(`${tested.skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function check({ name, script, args }: (typeof checks)[number]): Count {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
  });
  const isFine = status === 0;
  console.log(`${isFine ? "✔" : "✖"} ${name}`);
  if (!isFine) console.log(`${stdout}${stderr}`);
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, skipped: 0 };
}

function testFiles(): string[] {
  return globSync("{src,test,tools}/**/*.test.ts")
    .map((file) => relative(root, file))
    .filter((file) => !isFast || !/^test\/(slow|browser)\//.test(file))
    .filter((file) => picked.length === 0 || picked.some((part) => file.includes(part)))
    .sort();
}

function test(files: readonly string[]): Promise<Count> {
  if (files.length === 0) console.log(`no test file has ${picked.join(" or ")} in its path`);
  if (files.length === 0) return Promise.resolve({ passed: 0, failed: 0, skipped: 0 });
  const concurrency = availableParallelism();
  return report(run({ files: [...files], concurrency, timeout: longest }), console.log);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
