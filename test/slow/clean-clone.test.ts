import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { cleanCopy, type Ended, nodeOnly, notOffered, startOn, tryOn } from "./workshop.ts";

const oldNode = "20.20.2";

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function assertWent({ code, stdout, stderr }: Ended): void {
  assert.equal(code, 0, `exit code ${code}\n${stdout}\n${stderr}`);
}

describe("a clean clone on a machine that has Node 20 alone", { skip: notOffered }, () => {
  let clone = "";
  let host = "";
  before(async () => {
    clone = cleanCopy("clone");
    host = await nodeOnly(oldNode);
  });
  after(() => rmSync(clone, { recursive: true, force: true }));

  test("two first commands at once both print help, and nothing else to stdout", async () => {
    const help = ["npx", "acuerdo", "--help"] as const;
    const ended = await Promise.all([tryOn(host, clone, help), tryOn(host, clone, help)]);
    for (const one of ended) {
      assertWent(one);
      assert.match(one.stdout, /^.*acuerdo/i);
      assert.match(one.stdout, /evaluate/);
    }
    assert.match(ended.map(({ stderr }) => stderr).join(""), /Installing Node 24/);
    assert.equal(existsSync(join(clone, ".node", "lock")), false);
  });

  test("the second command has nothing left to prepare", async () => {
    const { stderr, ...rest } = await tryOn(host, clone, ["npx", "acuerdo", "--help"]);
    assertWent({ stderr, ...rest });
    assert.doesNotMatch(stderr, /Installing|Building/);
  });

  test("npm start serves, says where, and ends in order when it is interrupted", async () => {
    const words = ["npm", "--silent", "start", "--", "--port", String(await freePort())] as const;
    const child = startOn(host, clone, words);
    let address: string | undefined;
    for await (const line of createInterface(child.stdout)) {
      address = /http:\/\/localhost:\d+/.exec(line)?.[0];
      if (address) break;
    }
    assert.ok(address, "it never said where it serves");
    child.stdout.resume();
    const ready = await fetch(`${address}/readyz`);
    assert.deepEqual([ready.status, await ready.json()], [200, { status: "ready" }]);
    assert.match(await (await fetch(address)).text(), /<title>.*Acuerdo/);
    process.kill(-(child.pid as number), "SIGINT");
    await once(child, "close");
    await assert.rejects(fetch(`${address}/readyz`));
  });

  test("npm test counts what it ran on its last line", async () => {
    const ended = await tryOn(host, clone, ["npm", "test", "--", "src/engine/time"]);
    assert.match(ended.stdout.trimEnd().split("\n").at(-1) ?? "", /^\d+ passed, \d+ failed$/);
  });

  test("a wrong use keeps its exit code on the way through", async () => {
    const { code } = await tryOn(host, clone, ["npx", "acuerdo", "no-such-command"]);
    assert.equal(code, 2);
  });

  test("a signal reaches the command, and its exit code comes back", async () => {
    const waits = 'process.on("SIGTERM", () => process.exit(7)); setInterval(() => {}, 1000);';
    writeFileSync(join(clone, "waits.ts"), `${waits} console.log(process.versions.node);`);
    const child = spawn(join(host, "node"), ["launch/script.js", "waits.ts"], { cwd: clone });
    const [version] = await once(child.stdout.setEncoding("utf8"), "data");
    assert.match(version, /^24\./);
    child.kill("SIGTERM");
    const [code] = await once(child, "close");
    assert.equal(code, 7);
  });

  test("a source that changed is compiled again", async () => {
    const main = join(clone, "src", "cli", "main.ts");
    writeFileSync(main, `${readFileSync(main, "utf8")}\nprocess.stdout.write("changed\\n");\n`);
    const { stdout, stderr } = await tryOn(host, clone, ["npx", "acuerdo", "--help"]);
    assert.match(stderr, /Building/);
    assert.match(stdout, /changed\n$/);
  });

  test("Node 18 with its npm 10 starts from nothing as well", async () => {
    const older = await nodeOnly("18.20.8", "10.9.9");
    rmSync(join(clone, ".node"), { recursive: true });
    const ended = await tryOn(older, clone, ["npx", "acuerdo", "--help"]);
    assertWent(ended);
    assert.match(ended.stderr, /Installing Node 24/);
  });
});

describe("a Node that is not the one that was pinned", { skip: notOffered }, () => {
  test("is refused, and leaves nothing behind", async () => {
    const clone = cleanCopy("forged");
    const pin = join(clone, "launch", "node.json");
    writeFileSync(pin, readFileSync(pin, "utf8").replaceAll(/sha512-..../g, "sha512-AAAA"));
    const { code, stderr } = await tryOn(await nodeOnly(oldNode), clone, ["npx", "acuerdo"]);
    assert.equal(code, 1);
    assert.match(stderr, /EINTEGRITY/);
    assert.equal(existsSync(join(clone, ".node", "node_modules")), false);
    rmSync(clone, { recursive: true, force: true });
  });
});
