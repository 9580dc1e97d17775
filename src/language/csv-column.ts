/** What stands in the columns of a CSV, learnt from every row: dates, their order, few values. */

/** Counts over the filled cells of one column. */
export type ColumnFound = {
  readonly name: string;
  readonly filled: number;
  readonly iso: number;
  readonly epoch: number;
  readonly parted: number;
  /** Forms of what is written with numbers and a mark, without the order: "1/2/2026 H:mm". */
  readonly shapes: ReadonlySet<string>;
  /** The largest first and second numbers: above 12 the number is no month. */
  readonly most: readonly [first: number, second: number];
  /** The different texts, while they are few. */
  readonly values: ReadonlySet<string>;
};

const FEW = 60;
const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}|$)/;
const EPOCH = /^1\d{9}(?:\d{3})?$/;
const PARTED =
  /^(\d{1,2})([/.-])(\d{1,2})\2\d{4}(,? +\d{1,2}:\d{2}(:\d{2})?( ?[AaPp]\.? ?[Mm]\.?)?)?$/;

/** Mutable: it lives as long as one file is read. */
export class ColumnScan {
  readonly #columns: Mutable[];

  constructor(header: readonly string[]) {
    this.#columns = header.map(begin);
  }

  add(cells: readonly string[]): void {
    for (const [index, column] of this.#columns.entries()) see(column, (cells[index] ?? "").trim());
  }

  get columns(): readonly ColumnFound[] {
    return this.#columns;
  }
}

type Mutable = { -readonly [K in keyof ColumnFound]: ColumnFound[K] } & {
  readonly shapes: Set<string>;
  readonly values: Set<string>;
};

function begin(name: string): Mutable {
  const counts = { filled: 0, iso: 0, epoch: 0, parted: 0, most: [0, 0] as const };
  return { name, ...counts, shapes: new Set<string>(), values: new Set<string>() };
}

function see(column: Mutable, text: string): void {
  if (text === "") return;
  column.filled += 1;
  if (column.values.size < FEW) column.values.add(text);
  if (ISO.test(text)) column.iso += 1;
  else if (EPOCH.test(text)) column.epoch += 1;
  else seeParted(column, PARTED.exec(text));
}

function seeParted(column: Mutable, found: RegExpExecArray | null): void {
  if (!found) return;
  const [, first = "", mark = "", second = "", time = "", seconds, noon] = found;
  column.parted += 1;
  column.most = [Math.max(column.most[0], Number(first)), Math.max(column.most[1], Number(second))];
  const hour = noon === undefined ? "H" : "h";
  const clock = time === "" ? "" : `${hour}:mm${seconds ? ":ss" : ""}${noonOf(noon)}`;
  column.shapes.add(`1${mark}2${mark}yyyy${gapOf(time)}${clock}`);
}

function noonOf(noon: string | undefined): string {
  if (noon === undefined) return "";
  return noon.startsWith(" ") ? " a" : "a";
}

/** What stands between the date and the time. */
function gapOf(time: string): string {
  return /^,? */.exec(time)?.[0] ?? "";
}

/** Whether a column holds times: nearly all of what is filled reads as one. */
export function isTimes({ filled, iso, epoch, parted }: ColumnFound): boolean {
  return filled > 0 && (iso + epoch + parted) / filled >= 0.8;
}

/** `isSure`: some number above twelve says which is the month, or no date is written so. */
export type DatesFound = {
  readonly forms: readonly string[];
  readonly order: "day" | "month";
  readonly isSure: boolean;
};

/**
 * The forms of dates over columns, as a mapping writes them, ISO first; `prefer` decides where no
 * value can tell the day from the month.
 */
export function datesOf(columns: readonly ColumnFound[], prefer: DatesFound["order"]): DatesFound {
  const first = Math.max(0, ...columns.map(({ most }) => most[0]));
  const second = Math.max(0, ...columns.map(({ most }) => most[1]));
  const isParted = columns.some(({ parted }) => parted > 0);
  const isSure = !isParted || first > 12 !== second > 12;
  const order = first > 12 === second > 12 ? prefer : first > 12 ? "day" : "month";
  const shapes = new Set(columns.flatMap((column) => [...column.shapes]));
  const forms = [...shapes]
    .map((shape) => inOrder(shape, order))
    .sort((a, b) => b.length - a.length);
  const isEpoch = columns.some(({ epoch }) => epoch > 0);
  return { forms: ["iso", ...forms, ...(isEpoch ? epochs(columns) : [])], order, isSure };
}

function inOrder(shape: string, order: DatesFound["order"]): string {
  const [first, second] = order === "day" ? ["d", "M"] : ["M", "d"];
  return shape.replace("1", first as string).replace("2", second as string);
}

function epochs(columns: readonly ColumnFound[]): readonly string[] {
  const isLong = columns.some(({ values }) => [...values].some((text) => /^1\d{12}$/.test(text)));
  return [isLong ? "epochMillis" : "epoch"];
}
