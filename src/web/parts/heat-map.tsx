/** When work comes: hour by weekday. Deeper means more; hatched, mostly missed. */
import { zoneWords } from "../../language/words-time.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { DataColumn } from "./data-table.tsx";

type Cell = {
  readonly weekday: number;
  readonly hour: number;
  readonly clocks: number;
  readonly breached: number;
};

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const DEPTHS = 5;

/** A Monday, from which the names of the days are counted. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;

const WIDTH = 32;
const HEIGHT = 28;
const SIDE = 44;
const HEAD = 18;

type MapProps = { readonly cells: readonly Cell[]; readonly name: string };

export function HeatMap({ cells, name }: MapProps) {
  const { say, language, timeZone } = useReader();
  const dayName = useDayName();
  const columns: readonly DataColumn<Cell>[] = [
    {
      key: "day",
      head: say(agreementWords.day),
      value: ({ weekday }) => weekday,
      cell: ({ weekday }) => dayName(weekday),
    },
    {
      key: "hour",
      head: say(agreementWords.hour),
      value: ({ hour }) => hour,
      isNumber: true,
    },
    {
      key: "clocks",
      head: say(agreementWords.clocks),
      value: ({ clocks }) => clocks,
      isNumber: true,
    },
    {
      key: "missed",
      head: say(agreementWords.missed),
      value: ({ breached }) => breached,
      isNumber: true,
    },
  ];
  return (
    <ChartFrame
      title={say(agreementWords.heat)}
      text={say(agreementWords.heatText, { zone: zoneWords(timeZone, language) })}
      fileName={`${name}-hours`}
      table={{ columns, rows: cells.filter(({ clocks }) => clocks > 0) }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className="scroll" tabIndex={0} aria-label={say(agreementWords.heat)}>
        <Grid cells={cells} />
      </section>
    </ChartFrame>
  );
}

function useDayName(): (weekday: number) => string {
  const { language } = useReader();
  const day = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  return (weekday) => day.format(MONDAY + (weekday - 1) * DAY);
}

function Grid({ cells }: { readonly cells: readonly Cell[] }) {
  const { say } = useReader();
  const dayName = useDayName();
  const most = Math.max(1, ...cells.map(({ clocks }) => clocks));
  const width = SIDE + hours.length * WIDTH;
  const height = HEAD + weekdays.length * HEIGHT;
  return (
    <svg
      className="heat"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say(agreementWords.heat)}
    >
      <Hatch />
      {hours.map((hour) => (
        <text key={hour} x={SIDE + hour * WIDTH + WIDTH / 2} y={12} className="axis">
          {hour}
        </text>
      ))}
      {weekdays.map((weekday) => (
        <g key={weekday} transform={`translate(0 ${HEAD + (weekday - 1) * HEIGHT})`}>
          <text x={0} y={18} className="axis axis-side">
            {dayName(weekday)}
          </text>
          {hours.map((hour) => (
            <HeatCell
              key={hour}
              x={SIDE + hour * WIDTH}
              cell={cells.find((one) => one.weekday === weekday && one.hour === hour)}
              most={most}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

type CellProps = { readonly x: number; readonly cell: Cell | undefined; readonly most: number };

function HeatCell({ x, cell, most }: CellProps) {
  const room = { x: x + 1, y: 1, width: WIDTH - 2, height: HEIGHT - 2, rx: 3 };
  if (!cell || cell.clocks === 0) return <rect {...room} className="heat-0" />;
  const { clocks, breached } = cell;
  return (
    <>
      <rect {...room} className={`heat-${Math.ceil((clocks / most) * DEPTHS)}`} />
      {breached * 2 > clocks && <rect {...room} fill="url(#heat-missed)" />}
      <text x={x + WIDTH / 2} y={18}>
        {clocks}
      </text>
    </>
  );
}

function Hatch() {
  return (
    <defs>
      <pattern
        id="heat-missed"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0v6" className="heat-missed" />
      </pattern>
    </defs>
  );
}
