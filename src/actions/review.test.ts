import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../test/database.ts";
import { at } from "../../test/story.ts";
import { support, supportTickets } from "../../test/support-scene.ts";
import { openScene } from "../../test/workspace-scene.ts";
import type { AgreementDocument } from "../engine/agreement.ts";
import { inWorkspace } from "../store/db.ts";
import { findDraft } from "../store/draft.ts";
import { saveMember } from "../store/member.ts";
import { actOnReviewOf, reviewsPage, showReview } from "./review.ts";

const reviewed: AgreementDocument = {
  ...support,
  spec: {
    ...support.spec,
    review: { every: "month", triggers: ["missed 1 of 1"], by: "revops" },
  },
};

describe("a review that is kept", () => {
  let opened: TestDatabase;
  before(async () => {
    opened = await openTestDatabase();
  });
  after(() => opened.drop());

  test("is opened by its cadence and by a trigger, each once", async () => {
    const scene = await openScene(opened.database, [reviewed]);
    await scene.record(at("2026-01-20"), supportTickets);
    await scene.pass(at("2026-02-02"));
    await scene.pass(at("2026-02-20"));
    await scene.pass(at("2026-02-21"));
    const reviews = await reviewsPage(scene.acting(at("2026-02-21")), { agreement: "support" });
    assert.deepEqual(await reviewsPage(scene.acting(at("2026-02-21")), {}), reviews);
    const outside = { ...scene.acting(at("2026-02-21")), agreements: ["another"] };
    assert.deepEqual(await reviewsPage(outside, {}), []);
    assert.deepEqual(
      reviews.map(({ due, state }) => [due.why.cause, state]),
      [
        ["missed", "opened"],
        ["cadence", "opened"],
      ],
    );
  });

  test("is held, signed by both sides and closed; what was decided becomes work", async () => {
    const scene = await openScene(opened.database, [reviewed]);
    await scene.record(at("2026-01-20"), supportTickets);
    await scene.pass(at("2026-02-20"));
    const acting = scene.acting(at("2026-02-21"));
    const [review] = await reviewsPage(acting, { agreement: "support" });
    const id = review?.due.key ?? assert.fail("a review");
    const { agenda } = await showReview(acting, id);
    assert.deepEqual(
      agenda.missed.map(({ commitment, status }) => [commitment, status]),
      [["answer", "final"]],
    );
    assert.deepEqual(
      agenda.findings?.causes.map(({ commitment, missed, of }) => [commitment, missed === of]),
      [["answer", true]],
    );
    assert.deepEqual(
      agenda.findings?.proposals.map(({ kind }) => kind),
      ["objective"],
    );
    await inWorkspace(opened.database, scene.workspaceId, (db) =>
      saveMember(
        db,
        { workspaceId: scene.workspaceId, now: at("2026-02-21") },
        { account: "ana", role: "member", title: "Ana", email: "ana@example.org" },
      ),
    );
    const decide = (name: string, becomes: "task" | "draft") =>
      actOnReviewOf(acting, id, {
        deed: "decide",
        by: "revops",
        decision: { id: name, says: `Do ${name}`, owner: "Ana@example.org", becomes },
      });
    await decide("more people", "task");
    await decide("a longer target", "draft");
    await actOnReviewOf(acting, id, { deed: "hold", by: "revops", minutes: "We talked" });
    for (const party of review?.signatories ?? []) {
      await actOnReviewOf(acting, id, { deed: "sign", by: party });
    }
    const closed = await actOnReviewOf(acting, id, { deed: "close", by: "revops" });
    assert.equal(closed.review.state, "closed");
    await assert.rejects(
      actOnReviewOf(acting, id, { deed: "note", by: "revops", says: "One more" }),
      { code: "review-move" },
    );
    const { tasks, draft } = await inWorkspace(opened.database, scene.workspaceId, async (db) => ({
      tasks: await db.client.query("select title, account_id from task where id like 'review/%'"),
      draft: await findDraft(db, scene.workspaceId, "support"),
    }));
    assert.deepEqual(tasks.rows, [{ title: "Do more people", account_id: "ana" }]);
    assert.match(draft?.text ?? "", /^# Do a longer target\n/);
  });
});
