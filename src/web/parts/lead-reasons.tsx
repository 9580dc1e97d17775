/** Why leads came back: each reason by source, with its march month after month. */
import { Link } from "@tanstack/react-router";
import type { LeadReason } from "../../engine/lead-reason.ts";
import type { ReasonsJson } from "../lead-quality-json.ts";
import { type LeadSearch, leadFamilies } from "../lead-quality-search.ts";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { useReason } from "../reason-text.ts";
import { leadWords } from "../words/lead-quality.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";

type ReasonsProps = { readonly reasons: ReasonsJson; readonly search: LeadSearch };

export function LeadReasonTable({ reasons, search }: ReasonsProps) {
  const { say } = useReader();
  const columns = useColumns(reasons, search);
  return (
    <DataTable
      caption={say(leadWords.reasonTable, { count: reasons.rejected })}
      columns={columns}
      rows={reasons.reasons}
      rowKey={({ family, detail }) => `${family} ${detail}`}
      fileName="lead-reasons"
      empty={say(leadWords.noReasons)}
    />
  );
}

function useColumns(
  { reasons, rejected }: ReasonsJson,
  search: LeadSearch,
): readonly DataColumn<LeadReason>[] {
  const { say, percent, language } = useReader();
  const reason = useReason();
  const sources = [...new Set(reasons.flatMap(({ bySource }) => Object.keys(bySource)))].sort();
  const opens = (row: LeadReason, count: number, value?: string) =>
    count === 0 ? (
      <span className="soft">0</span>
    ) : (
      <Link
        to={routePaths.leadQuality}
        search={{
          ...search,
          by: "source",
          ...behind(row),
          ...(value === undefined ? {} : { value }),
        }}
        resetScroll={false}
      >
        {count.toLocaleString(language)}
      </Link>
    );
  return [
    {
      key: "reason",
      head: say(leadWords.reason),
      value: ({ family, detail }) => reason.whole(family, detail),
    },
    {
      key: "leads",
      head: say(leadWords.rejected),
      value: ({ leads }) => leads,
      isNumber: true,
      cell: (row) => opens(row, row.leads),
    },
    {
      key: "share",
      head: say(leadWords.share),
      value: ({ leads }) => leads / rejected,
      isNumber: true,
      cell: ({ leads }) => percent(leads / rejected),
    },
    {
      key: "trend",
      head: say(leadWords.trend),
      value: ({ byMonth }) => byMonth.join(" "),
      cell: ({ byMonth }) => <Spark numbers={byMonth} />,
    },
    ...sources.map((source) => ({
      key: `source ${source}`,
      head: source || say(leadWords.unknown),
      value: ({ bySource }: LeadReason) => bySource[source] ?? 0,
      isNumber: true,
      cell: (row: LeadReason) => opens(row, row.bySource[source] ?? 0, source),
    })),
  ];
}

/** A reason without a detail has only its family to look for. */
function behind({ family, detail }: LeadReason): Partial<LeadSearch> {
  const known = leadFamilies.find((one) => one === family) ?? "unknown";
  return { stage: "rejected", family: known, ...(detail === "" ? {} : { detail }) };
}

const STEP = 9;
const HIGH = 20;

/** One bar a month; the numbers are said as well. */
function Spark({ numbers }: { readonly numbers: readonly number[] }) {
  const { say } = useReader();
  const most = Math.max(1, ...numbers);
  const said = say(leadWords.trendText, { numbers: numbers.join(", ") });
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${numbers.length * STEP} ${HIGH + 1}`}
      width={numbers.length * STEP}
      height={HIGH + 1}
      role="img"
      aria-label={said}
    >
      <title>{said}</title>
      {numbers.map((number, index) => {
        const height = number === 0 ? 1 : Math.max(2, (number / most) * HIGH);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a month's place is its name
            key={index}
            className={number === 0 ? "spark-none" : "bar"}
            x={index * STEP}
            y={HIGH - height + 1}
            width={STEP - 2}
            height={height}
          />
        );
      })}
    </svg>
  );
}
