import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readCommitmentSearch } from "./commitment-view.ts";

describe("the address of a commitment's page", () => {
  test("keeps what it knows", () => {
    const search = { by: "owner", period: "2026-03-01T06:00:00.000Z", value: "ana", met: true };
    assert.deepEqual(readCommitmentSearch(search as never), search);
  });

  test("lets what is cut short fall", () =>
    assert.deepEqual(readCommitmentSearch({ by: "no", period: "20", value: "" } as never), {
      by: "source",
    }));

  test("takes no word for a date", () =>
    assert.deepEqual(readCommitmentSearch({ period: "marzo de siempre" }), { by: "source" }));
});
