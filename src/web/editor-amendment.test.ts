import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { amendmentOf } from "./editor-amendment.ts";

const agreement = (when: object) => ({ spec: { definitions: { word: {}, MQL: { when } } } });
const sized = (sizes: readonly number[]) => sizes.map((employees) => ({ company: { employees } }));
const from = (industries: readonly string[]) =>
  industries.map((industry) => ({ company: { industry } }));

const leads = {
  returned: sized([60, 80, 90, 120, 300, 900]),
  accepted: sized([100, 350, 400, 800, 1200]),
};

describe("the amendment of a drift", () => {
  test("is the bound that tells best what comes back from what is accepted", () => {
    assert.deepEqual(amendmentOf(agreement({ engagement: { atLeast: 30 } }), "size", leads), {
      term: "MQL",
      path: "spec.definitions.MQL.when",
      change: {
        path: 'spec.definitions.MQL.when["company.employees"]',
        value: { atLeast: 350 },
        returned: { kept: 5, all: 6 },
        accepted: { kept: 1, all: 5 },
      },
    });
  });

  test("stands beside the tests that the field has, and takes the place of a looser bound", () => {
    const before = agreement({ "company.employees": { atLeast: 50, exists: true } });
    const { change } = amendmentOf(before, "size", leads);
    assert.deepEqual(change?.value, { atLeast: 350, exists: true });
  });

  test("leaves out the values that come back far more often than they are accepted", () => {
    const industries = {
      returned: from(["retail", "retail", "retail", "software", "minería", "minería"]),
      accepted: from(["software", "software", "retail", "software"]),
    };
    const listed = agreement({ "company.industry": { in: ["software", "retail", "minería"] } });
    assert.deepEqual(amendmentOf(agreement({}), "sector", industries).change?.value, {
      notIn: ["minería", "retail"],
    });
    assert.deepEqual(amendmentOf(listed, "sector", industries).change?.value, {
      in: ["software"],
    });
  });

  test("is a place alone where nothing tells the leads apart, or too few came back", () => {
    const same = { returned: leads.accepted, accepted: leads.accepted };
    const place = { term: "MQL", path: "spec.definitions.MQL.when", change: undefined };
    const few = { returned: sized([1, 2]), accepted: leads.accepted };
    assert.deepEqual(amendmentOf(agreement({}), "size", same), place);
    assert.deepEqual(amendmentOf(agreement({}), "size", few), place);
    assert.deepEqual(amendmentOf(agreement({}), "competitor", leads), place);
    const none = { term: undefined, path: "spec.definitions", change: undefined };
    assert.deepEqual(amendmentOf({ spec: {} }, "size", leads), none);
  });
});
