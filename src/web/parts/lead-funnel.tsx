/** The funnel as figures and, by one dimension, as a table. Every number opens its leads. */
import { Link } from "@tanstack/react-router";
import { amountsText } from "../amount-text.ts";
import type { LoopJson, QualityJson } from "../lead-quality-json.ts";
import type { LeadSearch } from "../lead-quality-search.ts";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { lengthText } from "../time-text.ts";
import { dimensionWords, familyWords, leadWords } from "../words/lead-quality.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { ShareCell } from "./share-cell.tsx";

type FunnelProps = { readonly quality: QualityJson; readonly search: LeadSearch };

const DAY = 86_400_000;

export function LeadFunnel({ quality, search }: FunnelProps) {
  const { say } = useReader();
  const { funnel, money } = useColumns(search);
  const by = `${say(leadWords.by)} ${say(dimensionWords[search.by])}`.toLowerCase();
  const days = (length: number | null) =>
    length === null
      ? say(leadWords.never)
      : say(leadWords.days, { days: Math.max(1, Math.round(length / DAY)) });
  const { sql, won } = quality.ripening;
  const others = quality.rows
    .filter(({ hasTooManyOthers }) => hasTooManyOthers)
    .map(({ value, title }) => title ?? (value || say(leadWords.unknown)));
  return (
    <>
      <Figures whole={quality.whole} search={search} />
      <DataTable
        caption={say(leadWords.funnelTable, { by })}
        columns={funnel}
        rows={quality.rows}
        rowKey={({ value }) => value}
        fileName={`lead-quality-${search.by}`}
      />
      <div className="notes soft small">
        <p>{say(leadWords.ripe, { sql: days(sql), won: days(won) })}</p>
        <p>{say(leadWords.acceptanceText)}</p>
        <p>{say(leadWords.interval)}</p>
        <p>{say(leadWords.opens)}</p>
        {others.length > 0 && <p>{say(leadWords.othersMarked, { values: others.join(", ") })}</p>}
      </div>
      <DataTable
        caption={say(leadWords.moneyTable, { by })}
        columns={money}
        rows={quality.rows}
        rowKey={({ value }) => value}
        fileName={`lead-money-${search.by}`}
      />
    </>
  );
}

const figures = ["delivered", "accepted", "rejected", "sql", "opportunity", "won"] as const;
type Figure = (typeof figures)[number];

function Figures({ whole, search }: { readonly whole: LoopJson; readonly search: LeadSearch }) {
  const { say, percent, language } = useReader();
  return (
    <ol className="figures">
      {figures.map((stage) => {
        const count = countOf(whole, stage);
        const share = whole.delivered === 0 ? 0 : count / whole.delivered;
        return (
          <li key={stage}>
            <Link
              to={routePaths.leadQuality}
              search={{ ...search, stage }}
              resetScroll={false}
              className="figure"
            >
              <span className="figure-name">{say(leadWords[stage])}</span>
              <strong className="number">{count.toLocaleString(language)}</strong>
              {stage !== "delivered" && (
                <span className="soft small">
                  {say(leadWords.ofDelivered, { share: percent(share) })}
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

function countOf(row: LoopJson, stage: Figure): number {
  if (stage === "rejected") return Object.values(row.rejected).reduce((a, b) => a + b, 0);
  return stage === "opportunity" ? row.opportunities : row[stage];
}

type Stage = NonNullable<LeadSearch["stage"]>;
type Family = NonNullable<LeadSearch["family"]>;

type Columns = readonly DataColumn<LoopJson>[];

function useColumns(search: LeadSearch): { readonly funnel: Columns; readonly money: Columns } {
  const { say } = useReader();
  const name = {
    key: "value",
    head: say(dimensionWords[search.by]),
    value: ({ value, title }: LoopJson) => title ?? (value || say(leadWords.unknown)),
  };
  return { funnel: [name, ...useStages(search)], money: [name, ...useMoney()] };
}

function useStages(search: LeadSearch): Columns {
  const { say } = useReader();
  const counted = (stage: Stage, value: (row: LoopJson) => number, family?: Family) => ({
    key: family ?? stage,
    head: family
      ? say(leadWords.rejectedBy, { family: say(familyWords[family] ?? leadWords.unknown) })
      : say(leadWords[stage]),
    value,
    isNumber: true,
    cell: (row: LoopJson) => {
      const asked = { ...search, stage, value: row.value };
      return <Opens count={value(row)} search={family ? { ...asked, family } : asked} />;
    },
  });
  return [
    counted("delivered", ({ delivered }) => delivered),
    counted("accepted", ({ accepted }) => accepted),
    counted("rejected", ({ rejected }) => rejected.procedural, "procedural"),
    counted("rejected", ({ rejected }) => rejected.clerical, "clerical"),
    counted("rejected", ({ rejected }) => rejected.definitional, "definitional"),
    {
      key: "acceptance",
      head: say(leadWords.acceptance),
      value: ({ acceptance }) => (acceptance ? partOf(acceptance.share) : null),
      isNumber: true,
      cell: ({ acceptance }) => (acceptance ? <ShareCell {...acceptance} /> : "–"),
    },
    counted("disqualified", ({ disqualified }) => disqualified),
    counted("recycled", ({ recycled }) => recycled),
    counted("sql", ({ sql }) => sql),
    converted("sql", say(leadWords.toSql)),
    counted("won", ({ won }) => won),
    converted("won", say(leadWords.toWon)),
  ];
}

/** How long an answer took, what the leads cost, and what came of them. */
function useMoney(): Columns {
  const { say, language } = useReader();
  const length = (key: "p50" | "p90", head: string) => ({
    key,
    head,
    value: ({ answer }: LoopJson) => answer?.[key] ?? null,
    isNumber: true,
    cell: ({ answer }: LoopJson) => (answer ? lengthText(answer[key]) : "–"),
  });
  const money = (key: "cost" | "worth") => ({
    key,
    head: say(leadWords[key]),
    value: (row: LoopJson) => amountsText(row[key], language) || null,
    isNumber: true,
  });
  return [
    length("p50", say(leadWords.answer)),
    length("p90", say(leadWords.answerMost)),
    money("cost"),
    money("worth"),
  ];
}

function converted(goal: "sql" | "won", head: string): DataColumn<LoopJson> {
  return {
    key: `to-${goal}`,
    head,
    value: ({ conversion }) => partOf(conversion[goal].share),
    isNumber: true,
    cell: ({ conversion }) => <ShareCell {...conversion[goal]} />,
  };
}

/** For sorting and files: null of nothing. */
function partOf({ numerator, denominator }: { numerator: number; denominator: number }) {
  return denominator === 0 ? null : numerator / denominator;
}

type OpensProps = { readonly count: number; readonly search: LeadSearch };

function Opens({ count, search }: OpensProps) {
  const { language } = useReader();
  if (count === 0) return <span className="soft">0</span>;
  return (
    <Link to={routePaths.leadQuality} search={search} resetScroll={false}>
      {count.toLocaleString(language)}
    </Link>
  );
}
