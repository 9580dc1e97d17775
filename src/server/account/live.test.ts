import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { after, before, mock, test } from "node:test";
import { openReception, type Reception, type Visitor } from "../../../test/reception.ts";
import { SECOND } from "../../engine/time.ts";

let reception: Reception;
let owner: Visitor;
let address: string;
before(async () => {
  reception = await openReception();
  owner = await reception.owner();
  await reception.server.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = reception.server.app.server.address() as AddressInfo;
  address = `http://127.0.0.1:${port}`;
});
after(() => reception.close());

const deeds = {
  "is taken out": (leo: Visitor) => owner.call("DELETE", `/v1/members/${leo.account}`),
  "gets another role": (leo: Visitor) =>
    owner.call("PUT", `/v1/members/${leo.account}`, { role: "auditor" }),
  "signs out": (leo: Visitor) => leo.submit("/account", {}, { to: "/sign-out" }),
} as const;

for (const [says, deed] of Object.entries(deeds)) {
  test(`a live stream ends when who follows it ${says}`, async () => {
    mock.timers.enable({ apis: ["setInterval"] });
    try {
      const leo = await reception.member("member");
      const cookie = `acuerdo.session_token=${leo.session}`;
      const stream = await fetch(`${address}/v1/live`, { headers: { cookie } });
      assert.equal(stream.status, 200);
      assert.equal((await deed(leo)).statusCode < 400, true);
      reception.clock.ahead += 20 * SECOND;
      mock.timers.tick(20 * SECOND);
      assert.match(await stream.text(), /still here/);
    } finally {
      mock.timers.reset();
    }
  });
}
