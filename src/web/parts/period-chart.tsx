/**
 * Attainment by period: bars with their interval, the objective as a line, and the table behind.
 * Each bar opens the items of its period.
 */

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CommitmentSearch } from "../commitment-view.ts";
import { useNow } from "../now.ts";
import { routePaths } from "../paths.ts";
import {
  type Control,
  controlOf,
  objectiveNumber,
  type PeriodJson,
  valueText,
} from "../period-json.ts";
import { usePeriodDate, usePeriodDay, useZoneOf } from "../period-zone.ts";
import { useReader } from "../reader.tsx";
import { barDateText } from "../time-text.ts";
import { agreementWords } from "../words/agreement.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { DataColumn } from "./data-table.tsx";
import { ObjectiveWords } from "./objective-words.tsx";
import { verdictWords } from "./period-strip.tsx";
import { PeriodValue } from "./period-value.tsx";

const SHOWN = 12;
const STEP = 56;
const HEIGHT = 160;

type ChartProps = {
  readonly periods: readonly PeriodJson[];
  /** Where the period that is looked at begins. */
  readonly current: string;
  readonly search: CommitmentSearch;
  readonly revisions: readonly Revision[];
};

/** In force from an instant on. */
type Revision = { readonly number: number; readonly from: string };

export function PeriodChart({ periods, current, search, revisions }: ChartProps) {
  const { say } = useReader();
  const latest = periods.slice(0, SHOWN);
  const control = controlOf(periods);
  const columns = useColumns({ search, revisions, control });
  const [first] = latest;
  return (
    <ChartFrame
      title={say(agreementWords.byPeriod)}
      text={useControlText(latest.toReversed(), control)}
      fileName={`${first?.commitment}-${first?.from.slice(0, 10)}`}
      table={{ columns, rows: latest }}
    >
      <Bars
        periods={latest.toReversed()}
        current={current}
        search={search}
        revisions={revisions}
        control={control}
      />
    </ChartFrame>
  );
}

/** Those that came into force within a period, the first revision aside: it changed nothing. */
function changesIn({ from, to }: PeriodJson, revisions: readonly Revision[]): readonly number[] {
  const within = (at: string) => at >= from && at < to;
  return revisions.filter((one) => one.number > 1 && within(one.from)).map(({ number }) => number);
}

type Controls = ReadonlyMap<string, Control>;

/** Which periods lie beyond what chance does; undefined where limits are not known. */
function useControlText(periods: readonly PeriodJson[], control: Controls): string | undefined {
  const { say } = useReader();
  const [date, now] = [usePeriodDate(), useNow()];
  if (control.size === 0) return undefined;
  const beyond = periods.filter(({ from }) => control.get(from)?.isBeyond);
  const names = beyond.map((period) => date(period, now)).join(", ");
  return say(agreementWords.controlText, { beyond: names || say(agreementWords.noneBeyond) });
}

function useControlColumn(control: Controls): DataColumn<PeriodJson> {
  const { say, percent } = useReader();
  return {
    key: "control",
    head: say(agreementWords.control),
    value: ({ from }) => {
      const limits = control.get(from);
      if (!limits) return null;
      const span = `${percent(limits.low)} – ${percent(limits.high)}`;
      return limits.isBeyond ? `${span} · ${say(agreementWords.beyond)}` : span;
    },
  };
}

type ColumnsProps = Pick<ChartProps, "search" | "revisions"> & { readonly control: Controls };

function useColumns({
  search,
  revisions,
  control,
}: ColumnsProps): readonly DataColumn<PeriodJson>[] {
  const { say } = useReader();
  const controlColumn = useControlColumn(control);
  const [date, day] = [usePeriodDate(), usePeriodDay()];
  const now = useNow();
  return [
    {
      key: "from",
      head: say(agreementWords.period),
      value: day,
      cell: (period) => (
        <PeriodLink period={period} search={search}>
          {date(period, now)}
        </PeriodLink>
      ),
    },
    {
      key: "value",
      head: say(agreementWords.value),
      value: ({ value }) => value,
      cell: (period) => <PeriodValue period={period} />,
    },
    {
      key: "objective",
      head: say(agreementWords.objective),
      value: ({ objective }) => objectiveNumber(objective) ?? null,
      cell: ({ objective }) => <ObjectiveWords objective={objective} />,
    },
    {
      key: "verdict",
      head: say(agreementWords.verdict),
      value: ({ verdict }) => say(verdictWords(verdict)),
    },
    controlColumn,
    {
      key: "revisions",
      head: say(agreementWords.revisionsSince),
      value: (period) => changesIn(period, revisions).join(", "),
    },
    {
      key: "missed",
      head: say(agreementWords.missed),
      value: ({ breached }) => breached,
      isNumber: true,
    },
    {
      key: "excused",
      head: say(agreementWords.excused),
      value: ({ excused }) => excused,
      isNumber: true,
    },
  ];
}

type LinkProps = {
  readonly period: PeriodJson;
  readonly search: CommitmentSearch;
  readonly children: ReactNode;
};

/** Leads to the items of a period, on the same page. */
function PeriodLink({ period, search, children }: LinkProps) {
  const { agreement, commitment, from } = period;
  const { value: _, ...others } = search;
  return (
    <Link
      to={routePaths.commitment}
      params={{ agreement, commitment }}
      search={{ ...others, period: from }}
      resetScroll={false}
    >
      {children}
    </Link>
  );
}

type BarsProps = ChartProps & { readonly control: Controls };

function Bars({ periods, current, search, revisions, control }: BarsProps) {
  const { say, language } = useReader();
  const timeZone = useZoneOf()(periods[0]?.agreement ?? "");
  const now = useNow();
  const wanted = periods[0] && objectiveNumber(periods[0].objective);
  const width = Math.max(periods.length, 4) * STEP;
  const most = Math.max(1, wanted ?? 0, ...periods.map(({ value }) => value ?? 0));
  const top = periods[0]?.unit === "share" ? 1 : most;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset
    <svg
      className="bars"
      viewBox={`0 -22 ${width} ${HEIGHT + 62}`}
      role="group"
      aria-label={say(agreementWords.chartText, { count: periods.length })}
    >
      <path className="axis-line" d={`M0 ${HEIGHT}H${width}`} />
      {wanted !== undefined && (
        <path className="objective-line" d={`M0 ${HEIGHT - (wanted / top) * HEIGHT}H${width}`} />
      )}
      {periods.map((period, index) => (
        <g key={period.from} transform={`translate(${index * STEP} 0)`}>
          <PeriodLink period={period} search={search}>
            <Bar period={period} top={top} isOpen={Date.parse(period.to) > now} />
            <ControlLines control={control.get(period.from)} />
            <text x={28} y={HEIGHT + 18} className={period.from === current ? "tick" : "tick axis"}>
              {barDateText(Date.parse(period.from), { language, timeZone })}
            </text>
            <text x={28} y={HEIGHT + 33} className="axis">
              {changesIn(period, revisions)
                .slice(-1)
                .map((number) => say(agreementWords.revisionFrom, { number }))}
            </text>
          </PeriodLink>
        </g>
      ))}
    </svg>
  );
}

/** Of shares alone, whose top is one. */
function ControlLines({ control }: { readonly control: Control | undefined }) {
  if (!control) return null;
  const [low, high] = [control.low, control.high].map((share) => HEIGHT - share * HEIGHT);
  return <path className="control-line" d={`M0 ${low}h${STEP}M0 ${high}h${STEP}`} />;
}

type BarProps = { readonly period: PeriodJson; readonly top: number; readonly isOpen: boolean };

/** One period: its value up to `top`, and how far the truth may be from it. */
function Bar({ period, top, isOpen }: BarProps) {
  const { language } = useReader();
  const { value, interval, verdict } = period;
  const y = (amount: number) => HEIGHT - (amount / top) * HEIGHT;
  return (
    <>
      <rect className="bar-room" x={4} y={-20} width={48} height={HEIGHT + 58} rx={4} />
      <rect
        className={`bar bar-${isOpen ? "open" : verdict}`}
        x={12}
        y={y(value ?? 0)}
        width={32}
        height={HEIGHT - y(value ?? 0)}
      />
      {interval && <path className="whisker" d={`M28 ${y(interval.low)}V${y(interval.high)}`} />}
      <text x={28} y={HEIGHT - 8}>
        {valueText(period, language).replace(/[.,]\d(?=\s?%)/, "")}
      </text>
    </>
  );
}
