import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { viewsOf } from "./saved-views.ts";

describe("views that a reader kept", () => {
  test("come back as they were named", () => {
    const views = [
      { name: "Míos, vencidos", search: { view: "overdue", owner: "ana", by: "owner" } },
    ];
    assert.deepEqual(viewsOf(JSON.stringify(views)), views);
  });

  test("what cannot be read is left out, and nothing breaks", () => {
    assert.deepEqual(viewsOf(null), []);
    assert.deepEqual(viewsOf("{"), []);
    assert.deepEqual(viewsOf('{"name": "a"}'), []);
    assert.deepEqual(viewsOf('[null, {"name": 1}, {"name": "b", "search": {"view": "nothing"}}]'), [
      { name: "b", search: { view: "all" } },
    ]);
  });
});
