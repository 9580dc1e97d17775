/**
 * CSV as people's programs write it (RFC 4180), in pieces of any size, in a browser as well.
 *
 * A quote opens a quoted cell only where a cell begins; "" inside is one quote. Lines end by LF, CR
 * LF or CR. Lines without anything on them are left out. Twin: the package csv-parse, in its test.
 */

/** `line` is where the record begins, from 1. */
export type CsvRecord = { readonly cells: readonly string[]; readonly line: number };

/** What ends the reading: nothing after it can be trusted. */
export type CsvFault = {
  readonly code: "csv-quote-open" | "line-too-long" | "csv-quote-stray";
  readonly line: number;
};

export type CsvPiece = { readonly records: readonly CsvRecord[]; readonly fault?: CsvFault };

/** The most characters of one record. */
export const LONGEST_RECORD = 1_048_576;

const QUOTE = '"';

/** Mutable: it lives as long as one file is read. */
export class CsvReader {
  readonly #delimiter: string;
  #cells: string[] = [];
  #cell = "";
  #length = 0;
  #state: "start" | "plain" | "quoted" | "quote" = "start";
  #line = 1;
  #began = 1;
  #isReturn = false;
  #fault: CsvFault | undefined;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The records that end in this piece; after a fault nothing more. */
  read(piece: string): CsvPiece {
    const records: CsvRecord[] = [];
    for (let at = 0; at < piece.length && !this.#fault; ) at = this.#step(piece, at, records);
    return this.#answer(records);
  }

  /** What is left when the file has ended. */
  end(): CsvPiece {
    const records: CsvRecord[] = [];
    if (this.#state === "quoted") this.#fail("csv-quote-open", this.#began);
    if (!this.#fault) this.#endRecord(records);
    return this.#answer(records);
  }

  #answer(records: readonly CsvRecord[]): CsvPiece {
    return { records, ...(this.#fault ? { fault: this.#fault } : {}) };
  }

  /** A run of plain text is taken at once: most of a file is that. */
  #step(piece: string, at: number, records: CsvRecord[]): number {
    const stop = this.#stopAfter(piece, at);
    if (stop > at) {
      this.#take(piece.slice(at, stop));
      return stop;
    }
    this.#mark(piece[at] as string, records);
    return at + 1;
  }

  #stopAfter(piece: string, at: number): number {
    if (this.#state === "quote") return at;
    let end = at;
    while (end < piece.length && !this.#isMark(piece[end] as string)) end += 1;
    return end;
  }

  #isMark(letter: string): boolean {
    if (this.#state === "quoted") return letter === QUOTE || letter === "\n";
    return letter === this.#delimiter || letter === "\n" || letter === "\r" || letter === QUOTE;
  }

  #take(text: string): void {
    this.#isReturn = false;
    if (this.#state === "start") this.#state = "plain";
    this.#length += text.length;
    if (this.#length > LONGEST_RECORD) this.#fail("line-too-long", this.#began);
    else this.#cell += text;
  }

  #mark(letter: string, records: CsvRecord[]): void {
    if (this.#state === "quoted") this.#markQuoted(letter);
    else if (letter === "\n" || letter === "\r") this.#endLine(letter, records);
    else if (letter === this.#delimiter) this.#endCell();
    else if (letter !== QUOTE) this.#fail("csv-quote-stray", this.#line);
    else this.#markQuote();
  }

  #markQuoted(letter: string): void {
    if (letter === QUOTE) this.#state = "quote";
    else {
      this.#take(letter);
      this.#line += 1;
    }
  }

  #markQuote(): void {
    if (this.#state === "plain") this.#take(QUOTE);
    else if (this.#state === "start") this.#state = "quoted";
    else {
      this.#state = "quoted";
      this.#take(QUOTE);
    }
  }

  #endCell(): void {
    this.#isReturn = false;
    this.#cells.push(this.#cell);
    this.#cell = "";
    this.#length += 1;
    this.#state = "start";
  }

  /** The LF of a CR LF ends nothing more. */
  #endLine(letter: string, records: CsvRecord[]): void {
    const isSecond = letter === "\n" && this.#isReturn;
    if (isSecond) {
      this.#isReturn = false;
      return;
    }
    this.#endRecord(records);
    this.#line += 1;
    this.#began = this.#line;
    this.#isReturn = letter === "\r";
  }

  #endRecord(records: CsvRecord[]): void {
    const isEmpty = this.#cells.length === 0 && this.#cell === "" && this.#state === "start";
    if (!isEmpty) {
      this.#endCell();
      records.push({ cells: this.#cells, line: this.#began });
    }
    this.#cells = [];
    this.#length = 0;
  }

  #fail(code: CsvFault["code"], line: number): void {
    this.#fault = { code, line };
  }
}

const DELIMITERS = [",", ";", "\t", "|"];

/** The delimiter that parts most lines as it does the first, and into most cells; else a comma. */
export function delimiterOf(text: string): string {
  const tried = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(text, delimiter) }));
  return tried.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

function scoreOf(text: string, delimiter: string): number {
  const { records } = new CsvReader(delimiter).read(`${text}\n`);
  const width = records[0]?.cells.length ?? 0;
  if (width < 2) return 0;
  return records.filter(({ cells }) => cells.length === width).length + width / 1_000;
}
