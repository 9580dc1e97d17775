/** `acuerdo explain`: the stretches of a subject's clocks, and why each promise was used or not. */
import { explain } from "../../engine/explain.ts";
import { refuse } from "../../engine/problem.ts";
import { instantText } from "../../engine/time.ts";
import { explainInWords } from "../../language/explain.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { clockJson } from "../judgement-json.ts";
import { judgingOptions, openCase } from "../judging.ts";
import { exitCodeOf, problemJson, problemLines } from "../say.ts";
import type { Terminal } from "../terminal.ts";

export const explainCommand: CommandRow = {
  name: "explain",
  usage: "AGREEMENT.yaml...",
  least: 1,
  most: 100,
  says: {
    es: "Explica los relojes de un sujeto: qué promesa se aplica y por qué, y cada tramo con su motivo.",
    en: "Explain a subject's clocks: which promise is applied and why, and each stretch with its reason.",
  },
  options: [
    {
      name: "subject",
      value: "TYPE/ID",
      says: { es: "El sujeto: lead/123, ticket/7.", en: "The subject: lead/123, ticket/7." },
    },
    {
      name: "commitment",
      value: "ID",
      says: { es: "Solo ese compromiso.", en: "That commitment only." },
    },
    ...judgingOptions,
  ],
  examples: [
    "acuerdo explain examples/marketing-ventas.yaml --events events.ndjson --subject lead/123",
  ],
  run,
};

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const subject = given.text("subject") ?? refuse("option-missing", { option: "--subject" });
  const commitment = given.text("commitment");
  const { input, zone, problems } = await openCase(given, terminal);
  const explanation = explain({ ...input, subject, ...(commitment ? { commitment } : {}) });
  if (explanation.commitments.length === 0) refuse("subject-unknown", { subject });
  const code = given.has("strict") && exitCodeOf(problems) > 0 ? 1 : 0;
  if (terminal.isJson) {
    const json = {
      subject,
      asOf: instantText(input.asOf),
      commitments: explanation.commitments.map(({ at, clocks, ...rest }) => ({
        ...rest,
        at: instantText(at),
        clocks: clocks.map(clockJson),
      })),
      problems: problems.map(problemJson),
    };
    await terminal.print(`${JSON.stringify(json, null, 2)}\n`);
    return code;
  }
  const types = new Map(input.events.map(({ id, type }) => [id, type]));
  const { language } = terminal;
  const lines = explainInWords(explanation, {
    language,
    timeZone: zone,
    typeOf: (event) => types.get(event),
  });
  await terminal.warn(problemLines(terminal, problems));
  await terminal.print(`${lines.join("\n")}\n`);
  return code;
}
