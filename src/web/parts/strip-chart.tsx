/** The latest year of an agreement: a row for each commitment, its periods as they lay in time. */
import { useNow } from "../now.ts";
import { type PeriodJson, valueText } from "../period-json.ts";
import { usePeriodDate, usePeriodDay, useZoneOf } from "../period-zone.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { DataColumn } from "./data-table.tsx";
import { Mark } from "./icon.tsx";
import { verdictShape, verdictWords } from "./period-strip.tsx";

const YEAR = 366 * 86_400_000;
const NAMES = 170;
const WIDTH = 720;
const ROW = 30;

type StripsProps = { readonly agreement: string; readonly periods: readonly PeriodJson[] };

export function StripChart({ agreement, periods }: StripsProps) {
  const { say } = useReader();
  const columns = useColumns();
  const last = Math.max(...periods.map(({ to }) => Date.parse(to)));
  const latest = periods.filter(({ from }) => Date.parse(from) >= last - YEAR);
  if (latest.length === 0) return null;
  return (
    <ChartFrame
      title={say(agreementWords.lastPeriods)}
      text={say(agreementWords.stripsText)}
      fileName={`${agreement}-periods`}
      table={{ columns, rows: latest }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className="scroll" tabIndex={0} aria-label={say(agreementWords.lastPeriods)}>
        <Strips periods={latest} until={last} />
      </section>
    </ChartFrame>
  );
}

function useColumns(): readonly DataColumn<PeriodJson>[] {
  const { say, language } = useReader();
  const day = usePeriodDay();
  return [
    {
      key: "commitment",
      head: say(agreementWords.commitment),
      value: ({ commitment }) => commitment,
    },
    { key: "from", head: say(agreementWords.period), value: day },
    {
      key: "value",
      head: say(agreementWords.value),
      value: ({ value }) => value,
      cell: (period) => valueText(period, language),
      isNumber: true,
    },
    {
      key: "verdict",
      head: say(agreementWords.verdict),
      value: ({ verdict }) => say(verdictWords(verdict)),
    },
  ];
}

type DrawingProps = { readonly periods: readonly PeriodJson[]; readonly until: number };

function Strips({ periods, until }: DrawingProps) {
  const { say, language } = useReader();
  const date = usePeriodDate();
  const now = useNow();
  const timeZone = useZoneOf()(periods[0]?.agreement ?? "");
  const names = [...new Set(periods.map(({ commitment }) => commitment))];
  const begin = Math.min(...periods.map(({ from }) => Date.parse(from)));
  const x = (at: string | number) =>
    NAMES + ((Number(new Date(at)) - begin) / (until - begin)) * WIDTH;
  const month = new Intl.DateTimeFormat(language, { month: "short", timeZone });
  const months = [...new Set(periods.map(({ from }) => from))].toSorted();
  return (
    <svg
      className="strips"
      viewBox={`0 0 ${NAMES + WIDTH} ${names.length * ROW + 22}`}
      role="img"
      aria-label={say(agreementWords.lastPeriods)}
    >
      {names.map((name, row) => (
        <text key={name} x={0} y={row * ROW + 19}>
          {name}
        </text>
      ))}
      {periods.map((period) => {
        const { commitment, from, to, verdict } = period;
        const [left, right, top] = [x(from), x(to), names.indexOf(commitment) * ROW];
        const said = `${commitment}, ${date(period, now)}: ${say(verdictWords(verdict))}`;
        return (
          <g key={`${commitment} ${from}`} className={`strips-${verdict}`}>
            <title>{`${said} ${valueText(period, language)}`}</title>
            <rect x={left + 1} y={top + 2} width={right - left - 2} height={ROW - 4} rx={3} />
            <Mark
              shape={verdictShape(verdict)}
              x={(left + right) / 2}
              y={top + ROW / 2}
              size={13}
            />
          </g>
        );
      })}
      {months.map((from) => (
        <text key={from} x={x(from) + 2} y={names.length * ROW + 16} className="axis">
          {month.format(Date.parse(from))}
        </text>
      ))}
    </svg>
  );
}
