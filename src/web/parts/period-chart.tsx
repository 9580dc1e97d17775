/**
 * Attainment by period: bars with their interval, the objective as a line, and the table behind.
 */
import { useNow } from "../now.ts";
import { objectiveNumber, type PeriodJson, valueText } from "../period-json.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";
import { ObjectiveWords } from "./objective-words.tsx";
import { verdictWords } from "./period-strip.tsx";
import { PeriodValue } from "./period-value.tsx";

const SHOWN = 12;
const STEP = 56;
const HEIGHT = 160;

type ChartProps = { readonly periods: readonly PeriodJson[] };

export function PeriodChart({ periods }: ChartProps) {
  const { say } = useReader();
  const shown = periods.slice(0, SHOWN).toReversed();
  return (
    <section className="chart">
      <h2>{say(agreementWords.byPeriod)}</h2>
      <Bars periods={shown} />
      <details>
        <summary>{say(agreementWords.table)}</summary>
        <PeriodTable periods={periods.slice(0, SHOWN)} />
      </details>
    </section>
  );
}

function Bars({ periods }: ChartProps) {
  const { say, language, timeZone } = useReader();
  const now = useNow();
  const month = new Intl.DateTimeFormat(language, { month: "short", day: "numeric", timeZone });
  const wanted = periods[0] && objectiveNumber(periods[0].objective);
  const width = Math.max(periods.length, 4) * STEP;
  const most = Math.max(1, wanted ?? 0, ...periods.map(({ value }) => value ?? 0));
  const top = periods[0]?.unit === "share" ? 1 : most;
  const label = say(agreementWords.chartText, { count: periods.length });
  return (
    <svg className="bars" viewBox={`0 -22 ${width} ${HEIGHT + 46}`} role="img" aria-label={label}>
      <title>{label}</title>
      {periods.map((period, index) => (
        <g key={period.from} transform={`translate(${index * STEP} 0)`}>
          <Bar period={period} top={top} isOpen={Date.parse(period.to) > now} />
          <text x={28} y={HEIGHT + 18} className="axis">
            {month.format(Date.parse(period.from))}
          </text>
        </g>
      ))}
      <path className="axis-line" d={`M0 ${HEIGHT}H${width}`} />
      {wanted !== undefined && (
        <path className="objective-line" d={`M0 ${HEIGHT - (wanted / top) * HEIGHT}H${width}`} />
      )}
    </svg>
  );
}

type BarProps = { readonly period: PeriodJson; readonly top: number; readonly isOpen: boolean };

/** One period: its value up to `top`, and how far the truth may be from it. */
function Bar({ period, top, isOpen }: BarProps) {
  const { language } = useReader();
  const { value, interval, verdict } = period;
  const y = (amount: number) => HEIGHT - (amount / top) * HEIGHT;
  const high = y(interval?.high ?? value ?? 0);
  return (
    <>
      <rect
        className={`bar bar-${isOpen ? "open" : verdict}`}
        x={12}
        y={y(value ?? 0)}
        width={32}
        height={HEIGHT - y(value ?? 0)}
      />
      {interval && <path className="whisker" d={`M28 ${y(interval.low)}V${high}`} />}
      <text x={28} y={high - 6}>
        {valueText(period, language).replace(/[.,]\d(?=\s?%)/, "")}
      </text>
    </>
  );
}

function PeriodTable({ periods }: ChartProps) {
  const { say, date } = useReader();
  const now = useNow();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="scroll" tabIndex={0} aria-label={say(agreementWords.byPeriod)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(agreementWords.period)}</th>
            <th scope="col">{say(agreementWords.value)}</th>
            <th scope="col">{say(agreementWords.objective)}</th>
            <th scope="col">{say(agreementWords.verdict)}</th>
            <th scope="col">{say(agreementWords.missed)}</th>
            <th scope="col">{say(agreementWords.excused)}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period.from}>
              <th scope="row">{date(period.from, now)}</th>
              <td>
                <PeriodValue period={period} />
              </td>
              <td>
                <ObjectiveWords objective={period.objective} />
              </td>
              <td>{say(verdictWords(period.verdict))}</td>
              <td>{period.breached}</td>
              <td>{period.excused}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
