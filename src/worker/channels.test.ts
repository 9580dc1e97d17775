import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, createServer as createNetServer } from "node:net";
import { after, before, describe, test } from "node:test";
import type { ClockNotice } from "../actions/notice-body.ts";
import { readAddress } from "../actions/webhook-address.ts";
import { Refusal } from "../engine/problem.ts";
import { type Instant, MINUTE, type Millis, readInstant } from "../engine/time.ts";
import { letterOf, smtpMail } from "./email.ts";
import { isPrivate, post } from "./outside.ts";
import { restsUntil, retryAt, waits } from "./retry.ts";
import type { Message } from "./sending.ts";
import { slackBody } from "./slack.ts";
import { messageId, signature, webhookSender } from "./standard-webhook.ts";
import { teamsBody } from "./teams.ts";
import { say } from "./words.ts";

const now = readInstant("2026-03-02T12:00:00Z") as Instant;
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const other = `whsec_${Buffer.from("another secret of thirty-two byte").toString("base64")}`;

const notice: ClockNotice = {
  what: "breach",
  clock: "lead/1/handover/first-contact/1",
  subject: "lead/1",
  agreement: "handover",
  commitment: "first-contact",
  rule: "handover/first-contact",
  at: now,
  dueAt: now,
  title: "Ñandú <b>& Co",
  verdict: "breached",
  lateMs: 3 * 3_600_000,
  why: { who: "owner", step: 2 },
};

function message(language: "es" | "en", url = "https://example.org/hook"): Message {
  const delivery = {
    id: "timer>email>ana",
    channel: "email",
    recipient: "ana@example.org",
    happenedAt: now,
    dueAt: now,
    attempts: 1,
    body: notice,
  } as const;
  return {
    deliveries: [delivery],
    recipient: "ana@example.org",
    now,
    workspace: { id: "w", title: "Ñ", language, timeZone: "UTC", settings: {}, createdAt: now },
    webhook: {
      id: "hook",
      kind: "standard",
      url,
      secret,
      former: { secret: other, until: (now + MINUTE) as Instant },
      types: ["*"],
      failures: 0,
      createdBy: "ana",
    },
  };
}

test("the published vector of Standard Webhooks is signed as published", () =>
  assert.equal(
    signature(
      {
        id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
        seconds: 1_614_265_330,
        body: '{"test": 2432232314}',
      },
      [secret],
    ),
    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  ));

describe("a receiver on this machine", () => {
  let server: Server;
  let answer = { status: 200, headers: {} as Record<string, string>, body: "ok" };
  const received: { headers: IncomingMessage["headers"]; body: string }[] = [];
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const open = { allowPrivate: true } as const;
  before(async () => {
    server = createServer(async (request, response) => {
      let body = "";
      for await (const piece of request) body += piece;
      received.push({ headers: request.headers, body });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  after(() => server.close());

  test("gets the delivery's own id and a signature by both secrets", async () => {
    const outcome = await webhookSender(open)(message("es", url()));
    assert.deepEqual(outcome, { kind: "sent" });
    const { headers, body } = received.at(-1) as (typeof received)[number];
    const id = messageId("w", "timer>email>ana");
    const seconds = Math.floor(now / 1_000);
    assert.equal(headers["webhook-id"], id);
    assert.equal(headers["webhook-signature"], signature({ id, seconds, body }, [secret, other]));
    assert.deepEqual(JSON.parse(body).type, "clock.breached");
    assert.equal(JSON.parse(body).data.dueAt, "2026-03-02T12:00:00.000Z");
  });

  const answers: readonly [string, typeof answer, object][] = [
    [
      "a redirect is not followed",
      { status: 302, headers: { location: "/x" }, body: "" },
      {
        kind: "failed",
        error: "302",
      },
    ],
    ["410 is for ever", { status: 410, headers: {}, body: "" }, { kind: "gone", error: "410" }],
    [
      "a wish to wait is heard",
      { status: 429, headers: { "retry-after": "90" }, body: "slow" },
      {
        kind: "failed",
        error: "429 slow",
        after: 90_000,
      },
    ],
    [
      "an endless answer is cut",
      { status: 500, headers: {}, body: "x".repeat(1_000_000) },
      {
        kind: "failed",
        error: `500 ${"x".repeat(196)}`,
      },
    ],
  ];
  for (const [name, given, expected] of answers) {
    test(name, async () => {
      answer = given;
      const count = received.length;
      assert.deepEqual(await post({ url: url(), headers: {}, body: "{}" }, open), expected);
      assert.equal(received.length, count + 1);
    });
  }

  test("is not written to unless private addresses are allowed", async () => {
    const count = received.length;
    const outside = { allowPrivate: false } as const;
    for (const host of ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433"]) {
      const address = `https://${host}:${(server.address() as AddressInfo).port}/`;
      const outcome = await post({ url: address, headers: {}, body: "" }, outside);
      assert.equal(outcome.kind, "refused", host);
    }
    assert.equal((await post({ url: url(), headers: {}, body: "" }, outside)).kind, "refused");
    assert.equal(received.length, count);
  });

  test("that accepts and never answers is given up", async () => {
    const silent = createNetServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    const timeout = 30 as Millis;
    const outcome = await post({ url: address, headers: {}, body: "" }, { ...open, timeout });
    assert.equal(outcome.kind, "failed");
    silent.close();
  });
});

test("addresses nobody outside has are private, and no others", () => {
  const own = ["10.1.2.3", "172.31.0.1", "192.168.0.1", "169.254.169.254", "::1", "fd00::1"];
  const mapped = ["::ffff:10.0.0.1", "fe80::1", "0.0.0.0", "100.64.0.1", "not an address"];
  const outside = ["8.8.8.8", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8"];
  assert.deepEqual(
    [...own, ...mapped].filter((one) => !isPrivate(one)),
    [],
  );
  assert.deepEqual(outside.filter(isPrivate), []);
});

describe("an address is refused by name", () => {
  const rows: readonly ["standard" | "slack" | "teams", string, string][] = [
    ["standard", "http://example.org/", "webhook-url"],
    ["standard", "https://me:secret@example.org/", "webhook-url"],
    ["standard", "file:///etc/passwd", "webhook-url"],
    ["slack", "https://example.org/services/T/B/x", "webhook-host"],
    ["teams", "https://acme.webhook.office.com/webhookb2/x", "webhook-retired"],
    ["teams", "https://example.org/workflows/x", "webhook-host"],
  ];
  for (const [kind, url, code] of rows) {
    test(`${kind} ${url}`, () =>
      assert.throws(
        () => readAddress(kind, url, false),
        (error) => error instanceof Refusal && error.code === code,
      ));
  }
  test("the right ones are taken", () => {
    const teams = "https://prod-1.westus.logic.azure.com/workflows/x?sig=y";
    assert.equal(readAddress("teams", teams, false), teams);
    const slack = "https://hooks.slack.com/services/T/B/x";
    assert.equal(readAddress("slack", slack, false), slack);
  });
});

test("waits grow, a fifth of chance apart, and end", () => {
  const at = (attempts: number, chance: number, after?: Millis) =>
    retryAt(attempts, { now, chance: () => chance, ...(after === undefined ? {} : { after }) });
  assert.equal(at(1, 0), now + 5_000);
  assert.equal(at(1, 1), now + 6_000);
  assert.equal(at(1, 0, 90_000 as Millis), now + 90_000);
  assert.equal(at(waits.length + 1, 0), undefined);
});

test("an address rests after five failures in a row, longer each time, an hour at most", () => {
  const rests = [4, 5, 6, 30].map((failures) => restsUntil(failures, now));
  assert.deepEqual(rests, [undefined, now + MINUTE, now + 2 * MINUTE, now + 60 * MINUTE]);
});

describe("in words", () => {
  const said = (language: "es" | "en", more: Partial<ClockNotice> = {}) =>
    say({ ...notice, title: "Ñandú", ...more }, { language, timeZone: "America/Mexico_City" });

  test("both languages say what, why and how late", () => {
    assert.deepEqual(said("es"), {
      line: "Ñandú (lead/1): «first-contact» venció lun 2 mar, 06:00.",
      why: "Te llega porque lo llevas tú, paso 2 de la escalada.",
      late: "Este aviso llega 3 h después de su hora.",
    });
    assert.deepEqual(said("en"), {
      line: 'Ñandú (lead/1): "first-contact" was due Mon 2 Mar, 06:00.',
      why: "You get this because it is yours, step 2 of the escalation.",
      late: "This notice comes 3 h after its time.",
    });
  });

  test("what is not sure is told as such", () => {
    assert.match(said("es", { provisional: true }).line, /provisional/);
    assert.match(said("en", { provisional: true }).line, /provisional/);
  });
});

test("a letter has both parts, a link, and nothing of a title that is markup or a header", () => {
  const letter = letterOf(message("es"), "https://acuerdo.example.org");
  assert.match(letter.text, /https:\/\/acuerdo\.example\.org\/\?clock=lead%2F1/);
  assert.match(letter.html, /Ñandú &lt;b&gt;&amp; Co/);
  assert.match(letter.headers?.["List-Unsubscribe"] ?? "", /^<https:/);
  assert.doesNotMatch(letter.subject, /[\r\n]/);
});

test("Slack gets a text for readers and escaped blocks; Teams a card below its size", () => {
  const many = { ...message("en"), deliveries: Array(60).fill(message("en").deliveries[0]) };
  const slack = JSON.stringify(slackBody(many, "https://acuerdo.example.org"));
  assert.match(slack, /"text":"60 notices"/);
  assert.match(slack, /&lt;b&gt;&amp; Co/);
  const teams = JSON.stringify(teamsBody(many, "https://acuerdo.example.org"));
  assert.ok(Buffer.byteLength(teams) < 28_000);
});

test("mail goes out by SMTP", async () => {
  const heard: string[] = [];
  const server = createNetServer((socket) => {
    let isBody = false;
    socket.write("220 here\r\n");
    socket.on("data", (piece) => {
      heard.push(String(piece));
      if (isBody) {
        if (!heard.join("").includes("\r\n.\r\n")) return;
        isBody = false;
        socket.write("250 taken\r\n");
      } else if (String(piece).startsWith("DATA")) {
        isBody = true;
        socket.write("354 go on\r\n");
      } else socket.write(String(piece).startsWith("QUIT") ? "221 bye\r\n" : "250 fine\r\n");
    });
    socket.on("error", () => undefined);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const send = smtpMail(`smtp://127.0.0.1:${port}?ignoreTLS=true`, "Acuerdo <a@example.org>");
  await send(letterOf(message("en"), "https://acuerdo.example.org"));
  assert.match(heard.join(""), /RCPT TO:<ana@example\.org>/);
  assert.match(heard.join(""), /List-Unsubscribe/);
  server.close();
});
