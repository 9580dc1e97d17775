/** Surveys of a generated year beside slow statements in SQL. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sql, { type Sql } from "sql-template-tag";
import type { Period } from "../../src/engine/period.ts";
import { askInSql, MEXICO, measured, spans, total } from "./year.ts";

type Asked = {
  readonly survey: string;
  readonly promise: string;
  readonly each: "month" | "quarter";
  readonly scale: readonly [number, number];
  readonly value: Sql;
};

const net = sql`100 * (count(*) filter (where score >= 9) - count(*) filter (where score <= 6))`;

const surveys: readonly Asked[] = [
  {
    survey: "csat",
    promise: "satisfaccion",
    each: "month",
    scale: [1, 5],
    value: sql`count(*) filter (where score >= 4)`,
  },
  { survey: "nps", promise: "recomendacion", each: "quarter", scale: [0, 10], value: net },
  { survey: "nps", promise: "promoters", each: "month", scale: [0, 10], value: net },
  { survey: "ces", promise: "effort", each: "month", scale: [1, 7], value: sql`sum(score)` },
];

describe("of a generated year, SQL has the same answers, value and response rate", () => {
  const ask = askInSql();

  for (const { survey, promise, each, scale, value } of surveys) {
    test(`${survey} a ${each}: ${promise}`, async () => {
      const slow = await ask(sql`
        select day, json_build_array(answers, sent, round(value::numeric / answers, 9),
          round(answers::numeric / sent, 9)) as told
        from ${spans(each, MEXICO)} as span
        cross join lateral (
          select count(*) as sent from event where type = 'survey.sent'
            and data->>'survey' = ${survey} and occurred_at >= opens and occurred_at < closes
        ) as sent
        cross join lateral (
          select count(*) as answers, ${value} as value from (
            select case jsonb_typeof(data->'score') when 'number' then (data->>'score')::numeric
              end as score
            from event where type = 'survey.answered' and data->>'survey' = ${survey}
              and occurred_at >= opens and occurred_at < closes
          ) as told
          where score = trunc(score) and score between ${scale[0]} and ${scale[1]}
        ) as answered`);
      assert.deepEqual(measured(promise, answersOf), slow);
      assert.ok(total(slow, 0) > 90 && total(slow, 1) > 200);
    });
  }
});

function answersOf({ facts: { answers, sent, responseRate }, value }: Period) {
  return [answers, sent, Number(value?.toFixed(9)), Number(Number(responseRate).toFixed(9))];
}
