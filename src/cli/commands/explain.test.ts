import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scratch } from "../../../test/command.ts";
import { say } from "../../../test/terminal.ts";

const write = scratch();
let made = 0;

function event(type: string, time: string, data: object = {}): string {
  made += 1;
  const base = { specversion: "1.0", id: `e${made}`, source: "desk", type, subject: "ticket/9" };
  return JSON.stringify({ ...base, time, data });
}

const events = write(
  "events.ndjson",
  [
    event("ticket.created", "2026-04-06T15:30:00Z", {
      customer: "acme",
      service: "soporte",
      priority: "alta",
    }),
    event("ticket.statusChanged", "2026-04-06T16:30:00Z", { status: "esperando_cliente" }),
    event("ticket.customerReplied", "2026-04-07T16:30:00Z", { status: "abierto" }),
    event("ticket.repliedPublic", "2026-04-07T17:00:00Z"),
    event("ticket.solved", "2026-04-08T23:00:00Z"),
  ].join("\n"),
);

const agreements = ["examples/soporte-estandar.yaml", "examples/soporte-acme.yaml"];
const asked = ["explain", ...agreements, "--events", events, "--subject", "ticket/9"];

describe("acuerdo explain", () => {
  test("says which promise is used, and each stretch with its reason, in Spanish", async () => {
    const words = [...asked, "--commitment", "resolucion"];
    const { code, out, err } = await say(words, { language: "es" });
    assert.deepEqual([code, err], [0, ""]);
    const lines = out.split("\n").map((line) => line.trimEnd());
    assert.ok(lines.includes("resolucion"));
    assert.ok(
      lines.some((line) => /soporte-acme.*cliente y servicio: es la que se aplica/.test(line)),
    );
    assert.ok(lines.some((line) => /soporte-estandar.*otra es más específica/.test(line)));
    assert.ok(lines.some((line) => /Plazo: 2 días hábiles/.test(line)));
    assert.ok(lines.some((line) => /en pausa .*se pausó \(ticket\.statusChanged\)/.test(line)));
    assert.ok(lines.some((line) => /cuenta .*se reanudó \(ticket\.customerReplied\)/.test(line)));
  });

  test("says the same in English, for every commitment", async () => {
    const { out } = await say(asked);
    for (const commitment of ["primera-respuesta", "siguiente-respuesta", "resolucion"]) {
      assert.match(out, new RegExp(`^${commitment}$`, "m"));
    }
    assert.match(out, /customer and service level: is the one applied/);
    assert.match(out, /paused .*it was paused \(ticket\.statusChanged\)/);
  });

  test("gives the stretches as JSON, whole and touching", async () => {
    const { out } = await say([...asked, "--commitment", "resolucion", "--json"]);
    const { commitments } = JSON.parse(out);
    assert.equal(commitments.length, 1);
    const [clock] = commitments[0].clocks;
    const { stretches } = clock;
    assert.equal(stretches[0].from, clock.startedAt);
    assert.equal(stretches.at(-1).to, clock.stoppedAt);
    for (let index = 1; index < stretches.length; index += 1) {
      assert.equal(stretches[index].from, stretches[index - 1].to);
    }
  });

  test("says so where nobody knows the subject, or it is not given", async () => {
    const unknown = await say([
      "explain",
      ...agreements,
      "--events",
      events,
      "--subject",
      "lead/0",
    ]);
    const missing = await say(["explain", ...agreements, "--events", events]);
    assert.deepEqual([unknown.code, missing.code], [1, 2]);
    assert.match(unknown.err, /No event is about "lead\/0"/);
    assert.match(missing.err, /"--subject" is missing/);
  });
});
