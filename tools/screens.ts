/**
 * Builds the screens: `src/web` into a folder of files that never change under their name, each
 * with its compressed twin, and the document that names them. Used by the launcher and by tests.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build, type Metafile, type Plugin } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const web = join(root, "src", "web");

/** Where the server offers the files. */
const ASSETS = "/assets";

/** The contract's schemas speak in codes here: the sentences of forty languages stay at home. */
const withoutLocales: Plugin = {
  name: "without-locales",
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: "export {};" }));
  },
};

/**
 * Workbooks are zipped where they are made: our content security policy lets no script start a
 * worker from a text, which is what the package would do with a large one.
 */
const withoutWorkers: Plugin = {
  name: "without-workers",
  setup: ({ onLoad }) => {
    onLoad({ filter: /write-excel-file[\\/]modules[\\/]zip[\\/]zipToArrayBuffer\.js$/ }, () => ({
      contents: `import zip from "./zipToArrayBufferSync.js";
        export default async (files) => zip(files);`,
    }));
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildScreens(join(root, "dist/web"));

/** Builds into `folder`, which is made anew. */
export async function buildScreens(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    entryPoints: { main: join(web, "main.tsx"), screens: join(web, "design/screens.css") },
    outdir: join(folder, "assets"),
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    minify: true,
    sourcemap: false,
    metafile: true,
    legalComments: "linked",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
    publicPath: ASSETS,
    plugins: [withoutLocales, withoutWorkers],
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const template = readFileSync(join(web, "index.html"), "utf8");
  const links = linksFor(metafile, folder);
  writeFileSync(join(folder, "index.html"), template.replace("{{links}}", links.join("\n    ")));
  for (const name of readdirSync(join(folder, "assets"))) compress(join(folder, "assets", name));
}

/** The document asks at once for what the entry asks for: nothing waits for another to be read. */
function linksFor({ outputs }: Metafile, folder: string): string[] {
  const named = Object.entries(outputs).map(([path, output]) => ({
    address: `${ASSETS}/${relative(join(folder, "assets"), join(root, path))}`,
    output,
  }));
  const addressOf = (path: string) => `${ASSETS}/${path.split("/").at(-1)}`;
  const scripts = named.filter(({ output }) => output.entryPoint?.endsWith("main.tsx"));
  const styles = named.filter(({ output }) => output.entryPoint?.endsWith("screens.css"));
  const needed = scripts.flatMap(({ output }) =>
    output.imports.filter(({ kind }) => kind === "import-statement"),
  );
  const fonts = named.filter(({ address }) => /latin-wght.*\.woff2$/.test(address));
  return [
    ...fonts.map(
      ({ address }) =>
        `<link rel="preload" href="${address}" as="font" type="font/woff2" crossorigin>`,
    ),
    ...styles.map(({ address }) => `<link rel="stylesheet" href="${address}">`),
    ...needed.map(({ path }) => `<link rel="modulepreload" href="${addressOf(path)}">`),
    ...scripts.map(({ address }) => `<script type="module" src="${address}"></script>`),
  ];
}

function compress(path: string): void {
  if (!/\.(js|css|svg)$/.test(path)) return;
  const text = readFileSync(path);
  const settings = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
  writeFileSync(`${path}.br`, brotliCompressSync(text, settings));
}
