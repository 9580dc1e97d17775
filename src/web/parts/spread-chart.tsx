/** How long a commitment's clocks took: one bar for each length that people think in. */
import type { Answer, Routes } from "../../api/routes.ts";
import { durationWords } from "../../language/words-time.ts";
import type { Limit } from "../commitment-limit.ts";
import { useReader } from "../reader.tsx";
import { openText } from "../time-text.ts";
import { agreementWords } from "../words/agreement.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { DataColumn } from "./data-table.tsx";

type Work = Answer<Routes["commitmentWork"]>;

type BinBar = { readonly uptoMs: number; readonly clocks: number };

type SpreadProps = {
  readonly work: Work;
  readonly name: string;
  readonly limits: readonly Limit[];
};

export function SpreadChart({ work, name, limits }: SpreadProps) {
  const { say, language } = useReader();
  const { p50Ms, p90Ms, bins, clocks } = work;
  const bars = bins.map(({ uptoMs, clocks: upto }, index) => ({
    uptoMs,
    clocks: upto - (bins[index - 1]?.clocks ?? 0),
  }));
  const columns: readonly DataColumn<BinBar>[] = [
    {
      key: "upto",
      head: say(agreementWords.upTo),
      value: ({ uptoMs }) => uptoMs,
      cell: ({ uptoMs }) => openText(uptoMs, language),
    },
    {
      key: "clocks",
      head: say(agreementWords.clocks),
      value: (bar) => bar.clocks,
      isNumber: true,
    },
  ];
  const text =
    p50Ms === null || p90Ms === null
      ? say(agreementWords.noWork)
      : say(agreementWords.spreadText, {
          half: openText(p50Ms, language),
          most: openText(p90Ms, language),
          count: clocks,
        });
  return (
    <ChartFrame
      title={say(agreementWords.spread)}
      text={text}
      fileName={`${name}-spread`}
      table={{ columns, rows: bars }}
    >
      {clocks > 0 && <Bars bars={bars} label={text} p50={p50Ms} p90={p90Ms} limits={limits} />}
    </ChartFrame>
  );
}

const STEP = 50;
const HEIGHT = 120;
/** Room over the bars for their numbers, and over those for the words of the limits. */
const TOP = 62;
const LINE = 13;
const MOST_LIMITS = 2;

type BarsProps = {
  readonly bars: readonly BinBar[];
  readonly label: string;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly limits: readonly Limit[];
};

function Bars({ bars, label, p50, p90, limits }: BarsProps) {
  const { language } = useReader();
  const most = Math.max(1, ...bars.map(({ clocks }) => clocks));
  const at = (ms: number | null) => (ms === null ? -1 : bars.findIndex((bar) => ms <= bar.uptoMs));
  const marks = [
    [at(p50), "p50"],
    [at(p90), "p90"],
  ] as const;
  return (
    <svg
      className="bars"
      viewBox={`0 ${-TOP} ${bars.length * STEP} ${TOP + HEIGHT + 24}`}
      role="img"
      aria-label={label}
    >
      {bars.map(({ uptoMs, clocks }, index) => {
        const height = (clocks / most) * HEIGHT;
        const said = marks.flatMap(([place, mark]) => (place === index ? mark : []));
        return (
          <g key={uptoMs} transform={`translate(${index * STEP} 0)`}>
            <rect className="bar" x={6} y={HEIGHT - height} width={38} height={height} />
            <text x={25} y={HEIGHT - height - 6} className={clocks === 0 ? "axis" : ""}>
              {clocks}
            </text>
            <text x={25} y={HEIGHT - height - 20} className="axis">
              {said.join(" · ")}
            </text>
            <text x={25} y={HEIGHT + 18} className="tick axis">
              {openText(uptoMs, language)}
            </text>
          </g>
        );
      })}
      {limits.slice(0, MOST_LIMITS).map((limit, index) => (
        <LimitLine key={limit.text} limit={limit} bars={bars} row={index} />
      ))}
      <path className="axis-line" d={`M0 ${HEIGHT}H${bars.length * STEP}`} />
    </svg>
  );
}

type LimitProps = {
  readonly limit: Limit;
  readonly bars: readonly BinBar[];
  readonly row: number;
};

/** Between the lengths that a limit lies between; over the middle of the one that it lies in. */
function LimitLine({ limit: { ms, text }, bars, row }: LimitProps) {
  const { language } = useReader();
  const at = bars.findIndex(({ uptoMs }) => ms <= uptoMs);
  if (at < 0) return null;
  const x = (at + (bars[at]?.uptoMs === ms ? 1 : 0.5)) * STEP;
  const y = row * LINE - TOP + LINE;
  return (
    <>
      <path className="objective-line" d={`M${x} ${y + 3}V${HEIGHT}`} />
      <text x={x + 4} y={y} className="axis limit-words">
        {durationWords(text, language)}
      </text>
    </>
  );
}
