import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openServed, type Served } from "../../test/served.ts";
import { at } from "../../test/story.ts";
import { support, supportTickets } from "../../test/support-scene.ts";
import { openScene } from "../../test/workspace-scene.ts";
import { permissions } from "../api/permission.ts";
import type { AgreementDocument } from "../engine/agreement.ts";
import { DAY, type Instant } from "../engine/time.ts";

const other: AgreementDocument = {
  ...support,
  metadata: { name: "secret-terms", title: "Secret terms" },
  spec: {
    ...support.spec,
    commitments: support.spec.commitments.map((one) => ({ ...one, id: "hidden" })),
    remedies: [],
  },
};

describe("a public link", () => {
  let served: Served;
  let key: string;
  before(async () => {
    served = await openServed();
    const scene = await openScene(served.opened.database, [support, other]);
    await scene.record(at("2026-01-20"), supportTickets);
    await scene.pass(at("2026-02-02"));
    key = await served.keyFor(scene.workspaceId, permissions);
  });
  after(() => served.close());

  async function made(language: "es" | "en" = "en") {
    served.clock.now = at("2026-02-03");
    const path = "/v1/agreements/support/links";
    const answer = await served.ask(path, { method: "POST", key, body: { language, days: 30 } });
    assert.equal(answer.statusCode, 201, answer.body);
    const { link, address } = answer.json();
    return { id: link.id as string, path: new URL(address).pathname };
  }

  test("shows the agreement in its own language, and nothing else", async () => {
    const { path } = await made("es");
    const read = await served.ask(path, { headers: { "accept-language": "en" } });
    assert.equal(read.statusCode, 200);
    assert.match(read.body, /<html lang="es">/);
    assert.match(read.body, /Cumplimiento/);
    assert.match(read.body, /33,3 % \(1 de 3\)/);
    assert.doesNotMatch(read.body, /ticket\/|Secret|secret-terms|account\/|<script/);
    assert.match(String(read.headers["x-robots-tag"]), /noindex/);
    assert.equal(read.headers["referrer-policy"], "no-referrer");
    assert.equal(read.headers["set-cookie"], undefined);
  });

  test("is refused from the next request on once it is revoked", async () => {
    const { id, path } = await made();
    assert.equal((await served.ask(path)).statusCode, 200);
    const gone = `/v1/agreements/support/links/${id}`;
    assert.equal((await served.ask(gone, { method: "DELETE", key })).statusCode, 200);
    const refused = await served.ask(path, { headers: { "accept-language": "es" } });
    assert.equal(refused.statusCode, 404);
    assert.match(refused.body, /Este enlace ya no muestra nada/);
    assert.equal((await served.ask(gone, { method: "DELETE", key })).statusCode, 404);
  });

  test("is refused at the instant it expires", async () => {
    const { path } = await made();
    served.clock.now = (at("2026-02-03") + 30 * DAY - 1) as Instant;
    assert.equal((await served.ask(path)).statusCode, 200);
    served.clock.now = (at("2026-02-03") + 30 * DAY) as Instant;
    assert.equal((await served.ask(path)).statusCode, 404);
  });

  test("cannot be guessed from its id, from another's, or from what is listed", async () => {
    const { path } = await made();
    const [workspace, id, secret] = path.replace("/shared/", "").split(".");
    assert.ok((secret ?? "").length >= 43);
    const list = await served.ask("/v1/agreements/support/links", { key });
    assert.ok(!list.body.includes(String(secret)));
    for (const token of [
      `${workspace}.${id}`,
      `${workspace}.${id}.${"A".repeat(43)}`,
      `another.${id}.${secret}`,
      "%00",
      "x".repeat(900),
    ]) {
      assert.equal((await served.ask(`/shared/${token}`)).statusCode, 404, token);
    }
  });

  test("one address reads so many a minute, and no more", async () => {
    const { path } = await made();
    let last = 200;
    for (let reading = 0; reading < 80 && last === 200; reading += 1) {
      last = (await served.ask(path)).statusCode;
    }
    assert.equal(last, 429);
  });
});
