/** Files as streams of bytes: `-` is the standard input, `.gz` is unpacked, a folder is refused. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { refuse } from "../engine/problem.ts";
import type { Terminal } from "./terminal.ts";

/** The most bytes of a file that is read whole: agreements, mappings, calendars. */
const LARGEST_TEXT = 4 * 1_048_576;

/**
 * The bytes of a file. Refuses one that is not there, cannot be read, or is no gzip though it says
 * so.
 */
export async function* readBytes(
  file: string,
  { stdin }: Pick<Terminal, "stdin">,
): AsyncGenerator<Uint8Array> {
  const opened = file === "-" ? stdin : createReadStream(file, { highWaterMark: 262_144 });
  const packed = file.endsWith(".gz");
  // The pipeline's own callback only keeps a failure from being thrown twice: reading reports it.
  const bytes = packed ? pipeline(opened, createGunzip(), () => undefined) : opened;
  try {
    yield* bytes;
  } catch (failure) {
    refuseFailure(file, failure);
  }
}

/** A whole text file. Refuses one of more than 4 MiB before reading the rest. */
export async function readText(file: string, terminal: Pick<Terminal, "stdin">): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of readBytes(file, terminal)) {
    length += part.length;
    if (length > LARGEST_TEXT) refuse("input-too-large", { file, limit: LARGEST_TEXT });
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Bytes in the file, for progress; undefined for what has no size. */
export async function sizeOf(file: string): Promise<number | undefined> {
  if (file === "-") return undefined;
  return stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
}

function refuseFailure(file: string, failure: unknown): never {
  if (!isSystemFailure(failure)) throw failure;
  if (failure.code === "ENOENT") refuse("file-missing", { file });
  refuse("file-unreadable", { file, reason: failure.code });
}

function isSystemFailure(failure: unknown): failure is NodeJS.ErrnoException & { code: string } {
  return failure instanceof Error && typeof (failure as NodeJS.ErrnoException).code === "string";
}
