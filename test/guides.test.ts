/** The guides are run as a reader would: their files saved, their commands typed, in order. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  chmodSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, describe, test } from "node:test";
import { promisify } from "node:util";
import { root } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "acuerdo-guides-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const shim = join(folder, "acuerdo");
writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${root}/src/cli/main.ts" "$@"\n`);
chmodSync(shim, 0o755);

type Block = { readonly kind: string; readonly file: string | undefined; readonly text: string };

function blocksOf(guide: string): readonly Block[] {
  const fences = readFileSync(guide, "utf8").matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm);
  return [...fences].map(([, kind = "", file, text = ""]) => ({ kind, file, text }));
}

async function follow(guide: string): Promise<string> {
  const place = join(folder, basename(guide, ".md"));
  mkdirSync(place);
  let said = "";
  for (const { kind, file, text } of blocksOf(guide)) {
    if (file) writeFileSync(join(place, file), text);
    if (kind !== "sh") continue;
    const env = { PATH: `${folder}:${process.env.PATH}`, LANG: "C" };
    const { stdout } = await promisify(execFile)("sh", ["-ec", text], { cwd: place, env });
    said += stdout;
  }
  return said;
}

/** What following a guide shows, so that its promises stay true. */
const shows: Readonly<Record<string, readonly RegExp[]>> = {
  "first-agreement.md": [
    /^0 errors, 0 warnings/m,
    /^first-contact: Sales/m,
    /first +first-contact +2026-03/,
    /Beside the other agreement/,
  ],
  "primer-acuerdo.md": [
    /^0 errores, 0 avisos/m,
    /^primer-contacto: Ventas/m,
    /primero +primer-contacto +2026-03/,
    /Frente al otro acuerdo/,
  ],
  "backtest.md": [/draft +first-answer +4 +2 +2 /, /Clock 1: breached, running/],
  "probar-con-el-pasado.md": [
    /borrador +primera-respuesta +4 +2 +2 /,
    /Reloj 1: incumplido, en marcha/,
  ],
};

describe("a guide, followed", () => {
  for (const guide of globSync(join(root, "docs/guides/*.md"))) {
    const expected = shows[basename(guide)];
    if (!expected) continue;
    test(basename(guide), async () => {
      const said = await follow(guide);
      for (const sight of expected) assert.match(said, sight);
    });
  }
});
