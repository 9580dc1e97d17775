/** `acuerdo` as a process of its own, as people run it. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

export const root = join(import.meta.dirname, "..");

export type Outcome = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
};

export type Surroundings = {
  readonly stdin?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
};

/** Runs the sources through type stripping, from the project's root, in English unless told. */
export function acuerdo(
  words: readonly string[],
  { stdin, environment = {} }: Surroundings = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [join(root, "src/cli/main.ts"), ...words], {
    cwd: root,
    env: { PATH: process.env.PATH ?? "", LANG: "en_US.UTF-8", ...environment },
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  // A command that refuses before it has read everything closes its end: that is no failure here.
  child.stdin.on("error", () => undefined);
  child.stdin.end(stdin ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}

/** A folder for files of a test, gone when its file is done. */
export function scratch(): (name: string, text: string | Buffer) => string {
  const folder = mkdtempSync(join(tmpdir(), "acuerdo-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return (name, text) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
}
