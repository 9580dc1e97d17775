/** A chart with its table behind it, and both as files. */
import { type ReactNode, useRef, useState } from "react";
import { useReader } from "../reader.tsx";
import { saveFile } from "../save-file.ts";
import { partsWords } from "../words/parts.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { Menu } from "./menu.tsx";

type FrameProps<Row> = {
  readonly title: string;
  /** A sentence under the title: how many, of what span. */
  readonly text?: ReactNode;
  /** Without its ending. */
  readonly fileName: string;
  readonly table: { readonly columns: readonly DataColumn<Row>[]; readonly rows: readonly Row[] };
  /** The drawing: one svg with a viewBox. */
  readonly children: ReactNode;
};

export function ChartFrame<Row>({ title, text, fileName, table, children }: FrameProps<Row>) {
  const { say } = useReader();
  const [isTable, setTable] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);
  return (
    <section className="chart">
      <div className="chart-head">
        <h2>{title}</h2>
        <div className="chart-tools">
          <button
            type="button"
            className="quiet"
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          >
            {say(partsWords.asTable)}
          </button>
          {!isTable && <Menu label={say(partsWords.export)} items={exportsOf(fileName, drawing)} />}
        </div>
      </div>
      {text && <p className="soft small">{text}</p>}
      <div ref={drawing} hidden={isTable}>
        {children}
      </div>
      {isTable && <Behind title={title} fileName={fileName} table={table} />}
    </section>
  );
}

type BehindProps<Row> = Pick<FrameProps<Row>, "title" | "fileName" | "table">;

/** Rows of a chart need no names: their place is one. */
function Behind<Row>({ title, fileName, table }: BehindProps<Row>) {
  const rows = table.rows.map((row, index) => ({ row, key: String(index) }));
  const columns = table.columns.map(({ value, cell, ...column }) => ({
    ...column,
    value: (one: { readonly row: Row }) => value(one.row),
    ...(cell ? { cell: (one: { readonly row: Row }) => cell(one.row) } : {}),
  }));
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      fileName={fileName}
    />
  );
}

function exportsOf(name: string, drawing: { readonly current: HTMLElement | null }) {
  const drawn = () => drawing.current?.querySelector("svg");
  return [
    {
      says: "SVG",
      run: async () => {
        const svg = drawn();
        const { svgOf } = await import("../chart-file.ts");
        if (svg) saveFile(`${name}.svg`, new Blob([svgOf(svg)], { type: "image/svg+xml" }));
      },
    },
    {
      says: "PNG",
      run: async () => {
        const svg = drawn();
        const { pngOf } = await import("../chart-file.ts");
        if (svg) saveFile(`${name}.png`, await pngOf(svg));
      },
    },
  ];
}
