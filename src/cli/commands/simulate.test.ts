import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { say } from "../../../test/terminal.ts";

const small = ["simulate", "--leads", "50", "--from", "2026-02-01", "--to", "2026-02-28"];

describe("acuerdo simulate", () => {
  test("writes the same events for the same seed, others for another", async () => {
    const [one, again, other] = await Promise.all([
      say([...small, "--seed", "7"]),
      say([...small, "--seed", "7"]),
      say([...small, "--seed", "8"]),
    ]);
    assert.equal(one.out, again.out);
    assert.notEqual(one.out, other.out);
  });

  test("writes one CloudEvent a line, within the days and in the zone asked for", async () => {
    const { out } = await say([...small, "--zone", "Europe/Madrid", "--country", "ES"]);
    const times = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).time as string);
    assert.ok(times.length > 200);
    for (const time of times) {
      assert.ok(time >= "2026-01-31T23:00:00.000Z" && time < "2026-02-28T23:00:00.000Z", time);
    }
  });

  test("speaks the reader's language", async () => {
    const spanish = await say(small, { language: "es" });
    const english = await say(small, { language: "en" });
    assert.match(spanish.out, /"interest":"(precios|integrar el CRM|automatizar reportes)"/);
    assert.match(english.out, /"interest":"(pricing|connect the CRM|automate reports)"/);
  });

  test("can be judged by the example agreements without a problem", async () => {
    const { out } = await say(["simulate", "--leads", "200"]);
    const examples = ["marketing-ventas", "soporte-estandar", "soporte-acme"];
    const files = examples.map((name) => `examples/${name}.yaml`);
    const judged = await say(
      ["evaluate", ...files, "--events", "-", "--as-of", "2027-01-05T00:00:00Z", "--json"],
      { stdin: out },
    );
    const { problems, clocks } = JSON.parse(judged.out);
    assert.deepEqual(problems, []);
    const commitments = new Set(clocks.map(({ commitment }: { commitment: string }) => commitment));
    const expected = ["primer-contacto", "resolucion", "primera-respuesta", "respuesta-a-rechazos"];
    for (const commitment of expected) assert.ok(commitments.has(commitment), commitment);
  });

  test("refuses a zone and a country that do not exist", async () => {
    const zone = await say([...small, "--zone", "Moon/Crater"]);
    const country = await say([...small, "--country", "ZZ"]);
    assert.ok(zone.code > 0 && country.code > 0);
    assert.match(zone.err, /Moon\/Crater/);
    assert.match(country.err, /ZZ/);
  });
});
