/** Conversion by month of hand-over: months whose leads are still young are hatched. */
import type { CohortJson, QualityJson } from "../lead-quality-json.ts";
import type { LeadSearch } from "../lead-quality-search.ts";
import { useReader } from "../reader.tsx";
import { goalWords, leadWords } from "../words/lead-quality.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { DataColumn } from "./data-table.tsx";
import { ShareCell } from "./share-cell.tsx";

type CohortsProps = { readonly quality: QualityJson; readonly search: LeadSearch };
type Goal = LeadSearch["goal"];

export function LeadCohorts({ quality, search }: CohortsProps) {
  const { say } = useReader();
  const { goal } = search;
  const { cohorts } = quality;
  const columns = useColumns(goal);
  const young = cohorts.filter(({ reached }) => reached[goal].isYoung).length;
  return (
    <ChartFrame
      title={say(leadWords.cohorts)}
      text={say(leadWords.cohortsText, { goal: say(goalWords[goal]), young })}
      fileName={`lead-cohorts-${goal}`}
      table={{ columns, rows: cohorts }}
    >
      <Bars cohorts={cohorts} goal={goal} />
    </ChartFrame>
  );
}

function useMonth() {
  const { language, timeZone } = useReader();
  const format = new Intl.DateTimeFormat(language, { month: "short", year: "2-digit", timeZone });
  return ({ span }: CohortJson) => format.format(Date.parse(span.from));
}

function useColumns(goal: Goal): readonly DataColumn<CohortJson>[] {
  const { say } = useReader();
  const month = useMonth();
  const count = (key: "delivered" | "accepted" | "rejected") => ({
    key,
    head: say(leadWords[key]),
    value: (row: CohortJson) => row[key],
    isNumber: true,
  });
  return [
    { key: "month", head: say(leadWords.month), value: month },
    count("delivered"),
    count("accepted"),
    count("rejected"),
    {
      key: "share",
      head: say(goal === "sql" ? leadWords.toSql : leadWords.toWon),
      value: ({ reached }) => reached[goal].share.numerator / reached[goal].share.denominator,
      isNumber: true,
      cell: ({ reached }) => <ShareCell {...reached[goal]} />,
    },
    {
      key: "ripeness",
      head: say(leadWords.ripeness),
      value: ({ reached }) => say(reached[goal].isYoung ? leadWords.isYoung : leadWords.isRipe),
    },
  ];
}

const STEP = 56;
const HEIGHT = 160;

/** A month of fewer leads may be anything: it does not set the scale. */
const FEWEST = 5;

type BarsProps = { readonly cohorts: readonly CohortJson[]; readonly goal: Goal };

function Bars({ cohorts, goal }: BarsProps) {
  const { say } = useReader();
  const month = useMonth();
  const told = cohorts.filter(({ delivered }) => delivered >= FEWEST);
  const top = Math.max(0.1, ...told.map(({ reached }) => reached[goal].interval.high));
  const width = Math.max(cohorts.length, 4) * STEP;
  const label = say(leadWords.chart, { months: cohorts.length });
  return (
    <svg className="bars" viewBox={`0 -22 ${width} ${HEIGHT + 46}`} role="img" aria-label={label}>
      <title>{label}</title>
      <defs>
        <pattern id="hatch-young" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect className="young-ground" width="6" height="6" />
          <path className="young-line" d="M-1 1l2-2M0 6l6-6M5 7l2-2" />
        </pattern>
      </defs>
      {cohorts.map((cohort, index) => (
        <g key={cohort.span.from} transform={`translate(${index * STEP} 0)`}>
          <Bar {...cohort.reached[goal]} top={top} />
          <text x={28} y={HEIGHT + 18} className="tick axis">
            {month(cohort)}
          </text>
        </g>
      ))}
      <path className="axis-line" d={`M0 ${HEIGHT}H${width}`} />
    </svg>
  );
}

type BarProps = CohortJson["reached"][Goal] & { readonly top: number };

function Bar({ share, interval, isYoung, top }: BarProps) {
  const { percent } = useReader();
  const y = (part: number) => HEIGHT - Math.min(1, part / top) * HEIGHT;
  const part = share.numerator / share.denominator;
  return (
    <>
      <rect
        className={isYoung ? "bar bar-young" : "bar"}
        x={12}
        y={y(part)}
        width={32}
        height={HEIGHT - y(part)}
      />
      <path className="whisker" d={`M28 ${y(interval.low)}V${y(interval.high)}`} />
      <text x={28} y={y(interval.high) - 6}>
        {percent(part).replace(/[.,]\d(?=\s?%)/, "")}
      </text>
    </>
  );
}
