import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { longer, steady } from "./steady-list.ts";

const rows = (text: string) => [...text].map((id) => ({ id }));

describe("a live list", () => {
  const cases: readonly [shown: string, latest: string, fresh: number, gone: string][] = [
    ["abc", "abc", 0, ""],
    ["abc", "xabc", 1, ""],
    ["abc", "cba", 0, ""],
    ["abc", "xby", 2, "ac"],
    ["", "xy", 2, ""],
    ["abc", "", 0, "abc"],
  ];
  for (const [shown, latest, fresh, gone] of cases) {
    test(`showing ${shown || "nothing"} when ${latest || "nothing"} is so: ${fresh} new`, () => {
      const list = steady(rows(shown), rows(latest));
      assert.equal(list.rows.map(({ row }) => row.id).join(""), shown);
      assert.equal(list.fresh, fresh);
      assert.equal(list.rows.flatMap(({ row, isGone }) => (isGone ? [row.id] : [])).join(""), gone);
    });
  }

  test("shows a row as it is now, where it stood", () => {
    const list = steady([{ id: "a", state: "running" }], [{ id: "a", state: "paused" }]);
    assert.deepEqual(list.rows, [{ row: { id: "a", state: "paused" }, isGone: false }]);
  });

  test("law: no row ever changes its place, and new plus kept is all that is so", () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]$/));
    fc.assert(
      fc.property(ids, ids, (shown, latest) => {
        const list = steady(rows(shown.join("")), rows(latest.join("")));
        assert.deepEqual(
          list.rows.map(({ row }) => row.id),
          shown,
        );
        assert.equal(list.fresh + shown.length - list.gone, latest.length);
        const more = longer(rows(shown.join("")), rows(latest.join("")));
        assert.deepEqual(more.slice(0, shown.length), rows(shown.join("")));
        assert.equal(new Set(more.map(({ id }) => id)).size, more.length);
      }),
    );
  });
});
