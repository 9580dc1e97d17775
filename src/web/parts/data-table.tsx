/** A table of records: sorted by its heads, a part at a time, exported whole. */
import { type ReactNode, useMemo, useState } from "react";
import { useReader } from "../reader.tsx";
import { saveFile } from "../save-file.ts";
import { type Sorting, sorted } from "../sorting.ts";
import { csvOf, type ValueColumn } from "../table-text.ts";
import { partsWords } from "../words/parts.ts";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";

/** `cell` draws what `value` sorts by and exports. */
export type DataColumn<Row> = ValueColumn<Row> & {
  readonly key: string;
  readonly cell?: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
};

type TableProps<Row> = {
  readonly caption: string;
  /** The first of them names the row. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Without its ending. */
  readonly fileName: string;
  readonly empty?: ReactNode;
};

/** Rows drawn at first, and so many more whenever they are asked for. */
const PART = 100;

export function DataTable<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, fileName, empty } = props;
  const { say, language } = useReader();
  const [sorting, setSorting] = useState<Sorting>();
  const [shown, setShown] = useState(PART);
  const ordered = useMemo(
    () => sorted(rows, columns.find(({ key }) => key === sorting?.key)?.value, sorting, language),
    [rows, columns, sorting, language],
  );
  return (
    <div className="data-table">
      {rows.length > 0 && (
        <Menu label={say(partsWords.export)} items={tableFiles(fileName, columns, ordered)} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className="scroll" tabIndex={0} aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head key={column.key} {...{ column, rows, sorting }} sort={setSorting} />
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, shown).map((row) => (
              <Line key={rowKey(row)} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <div className="soft">{empty ?? say(partsWords.noRows)}</div>}
      </section>
      {rows.length > shown && (
        <button
          type="button"
          className="button button-second button-small"
          onClick={() => setShown(shown + PART)}
        >
          {say(partsWords.more, { shown, total: rows.length })}
        </button>
      )}
    </div>
  );
}

type HeadProps<Row> = {
  readonly column: DataColumn<Row>;
  readonly rows: readonly Row[];
  readonly sorting: Sorting | undefined;
  readonly sort: (sorting: Sorting) => void;
};

/** A column of buttons has no values to sort by. */
function Head<Row>({ column, rows, sorting, sort }: HeadProps<Row>) {
  const { key, head, value, isNumber } = column;
  const order = sorting?.key === key ? sorting.order : undefined;
  const next = order === "ascending" ? "descending" : "ascending";
  const look = isNumber ? "number" : undefined;
  if (!rows.some((row) => value(row) !== null)) {
    return (
      <th scope="col" className={look}>
        <span className="plain-head">{head}</span>
      </th>
    );
  }
  return (
    <th scope="col" aria-sort={order} className={look}>
      <button type="button" className="sort" onClick={() => sort({ key, order: next })}>
        {head}
        <Icon shape={order === "ascending" ? "up" : order ? "down" : "sort"} />
      </button>
    </th>
  );
}

type LineProps<Row> = { readonly row: Row; readonly columns: readonly DataColumn<Row>[] };

function Line<Row>({ row, columns }: LineProps<Row>) {
  const { language } = useReader();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const shownOf = ({ cell, value }: DataColumn<Row>) => {
    if (cell) return cell(row);
    const found = value(row);
    return typeof found === "number" ? number.format(found) : (found ?? "–");
  };
  return (
    <tr>
      {columns.map((column, index) => {
        const look = column.isNumber ? "number" : undefined;
        return index === 0 ? (
          <th key={column.key} scope="row" className={look}>
            {shownOf(column)}
          </th>
        ) : (
          <td key={column.key} className={look}>
            {shownOf(column)}
          </td>
        );
      })}
    </tr>
  );
}

/** What a menu of files offers of a table. */
export function tableFiles<Row>(
  name: string,
  columns: readonly ValueColumn<Row>[],
  rows: readonly Row[],
) {
  return [
    {
      says: "CSV",
      run: () => saveFile(`${name}.csv`, new Blob([csvOf(columns, rows)], { type: "text/csv" })),
    },
    {
      says: "Excel (XLSX)",
      run: async () => {
        const { bookOf } = await import("../table-book.ts");
        saveFile(`${name}.xlsx`, await bookOf(name, columns, rows));
      },
    },
  ];
}
