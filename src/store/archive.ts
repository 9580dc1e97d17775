/**
 * The archive file: frames in a gzip stream, so that a store of any size passes through little
 * memory.
 *
 * A frame is a letter, a length of four bytes and that many bytes: `j` for a JSON record that says
 * what follows, `d` for a piece of a table as PostgreSQL copies it out. The last record counts what
 * came before; a file without it was cut off. Described in docs/operating/export.md.
 */
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import sql from "sql-template-tag";
import { refuse } from "../engine/problem.ts";
import { type Db, many } from "./db.ts";

export const FORMAT = "acuerdo-archive/1";

export type ArchiveRecord =
  | { readonly format: string; readonly exportedAt: string }
  | { readonly workspace: string }
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly endOf: string; readonly bytes: number }
  | { readonly accounts: true }
  | { readonly workspaces: number };

export type Frame = { readonly record: ArchiveRecord } | { readonly piece: Buffer };

/** Every table of a workspace; those that others refer to come before them. */
export const archivedTables = [
  "workspace",
  "member",
  "invitation",
  "api_key",
  "single_sign_on",
  "idempotency_key",
  "agreement",
  "draft",
  "revision",
  "agreement_link",
  "calendar",
  "intake",
  "event",
  "event_subject",
  "subject",
  "watermark",
  "clock",
  "breach",
  "period",
  "contribution",
  "period_cell",
  "period_delta",
  "period_correction",
  "correction",
  "dispute",
  "ledger",
  "claim",
  "review",
  "handoff",
  "loop_entry",
  "timer",
  "delivery",
  "notice",
  "webhook",
  "rule",
  "task",
  "turn",
  "audit",
] as const;

/**
 * People and how they are known, of a whole store; sessions end where they began. The secret goes
 * with them: second factors and the secrets of single sign-on are encrypted with it.
 */
export const accountTables = [
  "account.person",
  "account.credential",
  "account.two_factor",
  "account.secret",
] as const;

/** The columns of a table that hold something of their own; the rest are made from these. */
export function ownColumns(db: Db, table: string): Promise<string[]> {
  return many(
    db,
    sql`
      select attname from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      order by attnum limit 1000`,
    (row) => row.attname as string,
  );
}

const HEAD = 5;
const RECORD = "j".charCodeAt(0);
const PIECE = "d".charCodeAt(0);

/** No row that we write comes near; a length beyond it is not a length. */
const LONGEST_FRAME = 256 * 1024 * 1024;

export function recordFrame(record: ArchiveRecord): Buffer {
  return frame(RECORD, Buffer.from(JSON.stringify(record)));
}

export function pieceFrame(piece: Buffer): Buffer {
  return frame(PIECE, piece);
}

function frame(kind: number, body: Buffer): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(kind, 0);
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

/** Reads an archive frame by frame; refuses, by what is wrong with it, anything else. */
export async function* readFrames(source: Readable): AsyncGenerator<Frame> {
  const unpacked = source.pipe(createGunzip());
  source.once("error", (error) => unpacked.destroy(error));
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of unpacked) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (let size = frameSize(rest); size <= rest.length; size = frameSize(rest)) {
        yield toFrame(rest.subarray(0, size));
        rest = rest.subarray(size);
      }
    }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (!code?.startsWith("Z_")) throw error;
    refuse("archive-unreadable", { reason: message });
  }
  if (rest.length > 0) refuse("archive-unreadable", { reason: "unexpected end of file" });
}

/** How long the first frame is; infinitely long until its head is there. */
function frameSize(bytes: Buffer): number {
  if (bytes.length < HEAD) return Number.POSITIVE_INFINITY;
  const [kind, length] = [bytes.readUInt8(0), bytes.readUInt32BE(1)];
  if ((kind !== RECORD && kind !== PIECE) || length > LONGEST_FRAME) {
    refuse("archive-unreadable", { reason: FORMAT });
  }
  return HEAD + length;
}

function toFrame(bytes: Buffer): Frame {
  const body = bytes.subarray(HEAD);
  if (bytes.readUInt8(0) === PIECE) return { piece: body };
  try {
    return { record: JSON.parse(body.toString()) };
  } catch {
    return refuse("archive-unreadable", { reason: "JSON" });
  }
}
