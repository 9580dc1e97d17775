import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, test } from "node:test";
import { acuerdo, root } from "../../test/command.ts";
import { say } from "../../test/terminal.ts";
import { commands } from "./commands.ts";
import { inWords } from "./terminal.ts";

describe("acuerdo, used rightly", () => {
  test("lists its commands in the reader's language", async () => {
    const english = await acuerdo(["--help"]);
    const spanish = await acuerdo(["--help"], { environment: { LANG: "es_MX.UTF-8" } });
    assert.equal(english.code, 0);
    assert.match(english.out, /Usage: acuerdo COMMAND/);
    assert.match(spanish.out, /Uso: acuerdo ORDEN/);
    for (const { name } of commands) assert.match(spanish.out, new RegExp(`^ {2}${name} `, "m"));
  });

  test("explains a command; --lang beats the environment", async () => {
    const { code, out, err } = await acuerdo(["evaluate", "--help", "--lang", "es"]);
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^Juzga unos eventos/);
    assert.match(out, /--as-of TIME/);
  });

  test("`acuerdo help backtest` is `acuerdo backtest --help`", async () => {
    assert.deepEqual(await say(["help", "backtest"]), await say(["backtest", "--help"]));
    assert.deepEqual(await say(["help"]), await say(["--help"]));
    assert.deepEqual([(await say(["help"])).code, (await say([])).code], [0, 2]);
  });

  test("options may stand before the command", async () => {
    const before = await say(["--json", "check", "examples/soporte-estandar.yaml"]);
    const behind = await say(["check", "examples/soporte-estandar.yaml", "--json"]);
    assert.deepEqual(before, behind);
    const spanish = await acuerdo(["--lang", "es", "check", "none.yaml"]);
    assert.match(spanish.err, /No existe el archivo/);
  });

  test("writes no colours where nobody watches, and colours where asked to", async () => {
    const plain = await say(["--help"]);
    const forced = await acuerdo(["--help"], { environment: { FORCE_COLOR: "1" } });
    assert.ok(!plain.out.includes("\u001b"));
    assert.ok(forced.out.includes("\u001b[1m"));
  });
});

/** What was typed, and what it says in English and in Spanish. */
const misuses: readonly (readonly [words: string, en: RegExp, es: RegExp])[] = [
  ["evaluat", /no command "evaluat". Did you mean "evaluate"\?/, /¿Querías decir «evaluate»\?/],
  ["zzzzzzzz", /The commands are: check, evaluate/, /Las que hay son: check, evaluate/],
  ["--halp", /no option "--halp"/, /no tiene la opción «--halp»/],
  ["check", /lacks an argument: "acuerdo check AGREEMENT/, /le falta un argumento/],
  ["check a.yaml --alll", /Did you mean "--all"\?/, /¿Querías decir «--all»\?/],
  ["evaluate a.yaml --events", /"--events" lacks its value: --events FILE/, /le falta su valor/],
  ["check a.yaml --words=yes", /"--words" takes no value/, /«--words» no lleva valor/],
  ["evaluate a.yaml", /"--events" is missing/, /Falta la opción «--events»/],
  ["simulate 3000", /does not expect "3000"/, /no espera «3000»/],
  ["simulate --leads -5", /--leads/, /--leads/],
  ["simulate --leads 1e9", /a whole number from 0/, /un número entero de 0/],
  ["simulate --leads NaN", /a whole number from 0/, /un número entero de 0/],
  ["simulate --seed 1 --seed 2", /can be given only once/, /solo se puede dar una vez/],
  ["simulate --from 2026-13-01", /cannot be "2026-13-01"/, /no puede ser «2026-13-01»/],
  ["simulate --from 2026-02-01 --to 2026-01-01", /a day after that of --from/, /posterior/],
  ["calendar how-long a.yaml", /open-time or due/, /open-time o due/],
  ["--lang fr", /"es" or "en"/, /«es» o «en»/],
  ["check a.yaml --lang fr", /"es" or "en"/, /«es» o «en»/],
];

describe("acuerdo, used wrongly, says how to use it and exits with 2", () => {
  for (const [words, en, es] of misuses) {
    test(words, async () => {
      const typed = words.split(" ");
      const english = await say(typed);
      const spanish = await say(typed, { language: "es" });
      assert.deepEqual([english.code, spanish.code], [2, 2]);
      assert.match(english.err, en);
      assert.match(spanish.err, es);
      assert.equal(english.out + spanish.out, "");
    });
  }

  test("every misuse at once, as JSON where asked", async () => {
    const { code, out } = await say(["evaluate", "--evnts", "x", "--asof", "y", "--json"]);
    assert.equal(code, 2);
    const { problems } = JSON.parse(out);
    const codes = problems.map((found: { code: string }) => found.code);
    assert.deepEqual(codes, ["option-unknown-near", "option-unknown-near"]);
  });
});

test("a reader that has seen enough ends a command quietly", async () => {
  const main = join(root, "src/cli/main.ts");
  const child = spawn(process.execPath, [main, "simulate", "--leads", "100000"], { cwd: root });
  let err = "";
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  await once(child.stdout, "data");
  child.stdout.destroy();
  const [code] = await once(child, "close");
  assert.deepEqual([code, err], [0, ""]);
});

describe("a sentence with a number", () => {
  const says = {
    es: "{errors|error|errores} en {file}",
    en: "{errors|error|errors} in {file}",
  };
  const rows = [
    [0, "0 errores en a", "0 errors in a"],
    [1, "1 error en a", "1 error in a"],
    [2, "2 errores en a", "2 errors in a"],
  ] as const;
  for (const [errors, es, en] of rows) {
    test(es, () => {
      const facts = { errors, file: "a" };
      assert.equal(inWords({ language: "es" }, says, facts), es);
      assert.equal(inWords({ language: "en" }, says, facts), en);
    });
  }
});
