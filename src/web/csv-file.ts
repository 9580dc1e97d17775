/** A CSV of the reader's own computer, read in pieces: never held whole, never for ever. */
import { CsvReader, type CsvRecord, delimiterOf } from "../language/csv.ts";
import { type ColumnFound, ColumnScan } from "../language/csv-column.ts";

export type FileFault = {
  readonly code:
    | "empty"
    | "headerOnly"
    | "binary"
    | "workbook"
    | "columnTwice"
    | "columnUnnamed"
    | "csv-quote-open"
    | "csv-quote-stray"
    | "line-too-long";
  readonly line?: number;
  readonly column?: string;
};

export type ScannedFile = {
  readonly file: File;
  readonly encoding: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly columns: readonly ColumnFound[];
  readonly rows: number;
  readonly sample: readonly CsvRecord[];
};

/** Rows that are shown before anything is brought in. */
const SAMPLE = 20;
const HEAD = 65_536;

/** Reads the whole file once: what it is, and what stands in its columns. */
export async function scanFile(
  file: File,
  tell: (share: number) => void,
): Promise<ScannedFile | FileFault> {
  if (file.size === 0) return { code: "empty" };
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const marked = markedEncoding(head);
  if (!marked && isWorkbook(head)) return { code: "workbook" };
  if (!marked && head.includes(0)) return { code: "binary" };
  if (marked) return scanAs(file, marked, tell);
  try {
    return await scanAs(file, "utf-8", tell);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // No UTF-8: what Windows and Excel in the West have always written.
    return scanAs(file, "windows-1252", tell);
  }
}

function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** XLSX is a ZIP; the old XLS begins so too. */
function isWorkbook([first, second, third, fourth]: Uint8Array): boolean {
  const isZip = first === 0x50 && second === 0x4b && third === 3 && fourth === 4;
  return isZip || (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0);
}

async function scanAs(
  file: File,
  encoding: string,
  tell: (share: number) => void,
): Promise<ScannedFile | FileFault> {
  const seen = new SeenRows();
  let delimiter = "";
  const choose = (found: string) => {
    delimiter = found;
  };
  for await (const piece of recordsOf(file, encoding, choose)) {
    if (piece.fault) return piece.fault;
    for (const record of piece.records) seen.add(record);
    tell(piece.share);
  }
  const { header, rows, sample } = seen;
  const fault = faultOf(header, rows);
  if (fault || !header) return fault ?? { code: "empty" };
  return { file, encoding, delimiter, header, columns: seen.scan.columns, rows, sample };
}

/** Mutable: the header, the first rows, and what stands in the columns of all. */
class SeenRows {
  header: readonly string[] | undefined;
  scan = new ColumnScan([]);
  rows = 0;
  readonly sample: CsvRecord[] = [];

  add(record: CsvRecord): void {
    if (!this.header) {
      this.header = record.cells.map((name) => name.trim());
      this.scan = new ColumnScan(this.header);
      return;
    }
    this.rows += 1;
    this.scan.add(record.cells);
    if (this.sample.length < SAMPLE) this.sample.push(record);
  }
}

function faultOf(header: readonly string[] | undefined, rows: number): FileFault | undefined {
  if (!header) return { code: "empty" };
  const twice = header.find((name, index) => name !== "" && header.indexOf(name) !== index);
  if (twice !== undefined) return { code: "columnTwice", column: twice };
  if (header.every((name) => name === "")) return { code: "columnUnnamed" };
  return rows === 0 ? { code: "headerOnly" } : undefined;
}

type RecordPiece = {
  readonly records: readonly CsvRecord[];
  readonly share: number;
  readonly fault?: FileFault;
};

/** The records of a file piece by piece; the delimiter is told once it is known. */
async function* recordsOf(
  file: File,
  encoding: string,
  choose: (delimiter: string) => void,
): AsyncGenerator<RecordPiece> {
  let reader: CsvReader | undefined;
  let read = 0;
  for await (const { text, bytes } of textsOf(file, encoding)) {
    if (!reader) {
      const delimiter = delimiterOf(text.slice(0, HEAD));
      choose(delimiter);
      reader = new CsvReader(delimiter);
    }
    read += bytes;
    yield { ...reader.read(text), share: read / file.size };
  }
  if (reader) yield { ...reader.end(), share: 1 };
}

/** Refused by the decoder (`TypeError`): bytes that are no UTF-8. */
async function* textsOf(file: File, encoding: string) {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
  const bytes = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await bytes.read();
      if (done) break;
      yield { text: decoder.decode(value, { stream: true }), bytes: value.length };
    }
    yield { text: decoder.decode(), bytes: 0 };
  } finally {
    await bytes.cancel();
  }
}

/** The rows of a file that was scanned, a piece at a time, without its header. */
export async function* rowsOf({ file, encoding }: ScannedFile): AsyncGenerator<RecordPiece> {
  let isHeader = true;
  for await (const piece of recordsOf(file, encoding, () => undefined)) {
    const skipped = isHeader && piece.records.length > 0;
    yield skipped ? { ...piece, records: piece.records.slice(1) } : piece;
    if (skipped) isHeader = false;
  }
}

/** The same for the same file read in the same way: its size, its ends, and its mapping. */
export async function digestOf({ file }: ScannedFile, mapping: unknown): Promise<string> {
  const ends = await Promise.all([
    file.slice(0, HEAD).text(),
    file.slice(Math.max(0, file.size - HEAD)).text(),
  ]);
  const text = [JSON.stringify(mapping), file.name, ...ends].join("\n");
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + index), 0x85ebca6b);
  }
  const hex = [low, high].map((part) => (part >>> 0).toString(16).padStart(8, "0"));
  return `${file.size}-${file.lastModified}-${hex.join("")}`;
}
