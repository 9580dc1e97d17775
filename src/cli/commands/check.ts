/** `acuerdo check`: what is wrong with agreement files, and with --words what they say. */
import type { AcuerdoDocument, AgreementDocument, CommitmentSpec } from "../../engine/agreement.ts";
import type { Problem } from "../../engine/problem.ts";
import { describe } from "../../language/describe.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { problemsIn, readDocumentFiles } from "../documents.ts";
import { title } from "../report.ts";
import { exitCodeOf, problemJson, problemLines } from "../say.ts";
import { coloured, inWords, type Terminal } from "../terminal.ts";

const says = {
  clean: {
    es: "Sin problemas: {documents|documento|documentos}, {commitments|compromiso|compromisos}.",
    en: "No problems: {documents|document|documents}, {commitments|commitment|commitments}.",
  },
  found: {
    es: "{errors|error|errores}, {warnings|aviso|avisos}, {infos|nota|notas}{hidden}.",
    en: "{errors|error|errors}, {warnings|warning|warnings}, {infos|note|notes}{hidden}.",
  },
  hidden: { es: " (con --all se ven)", en: " (see --all)" },
} as const;

export const check: CommandRow = {
  name: "check",
  usage: "AGREEMENT.yaml...",
  least: 1,
  most: 1_000,
  says: {
    es: "Revisa acuerdos y calendarios: cada problema con archivo, línea, columna y qué hacer.",
    en: "Check agreements and calendars: every problem with file, line, column and what to do.",
  },
  options: [
    {
      name: "words",
      says: {
        es: "Dice cada compromiso en una frase exacta.",
        en: "Say each commitment in one exact sentence.",
      },
    },
    { name: "all", says: { es: "Muestra también las notas.", en: "Show notes as well." } },
  ],
  examples: [
    "acuerdo check examples/*.yaml",
    "acuerdo check examples/marketing-ventas.yaml --words --lang es",
  ],
  run,
};

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const documents = await readDocumentFiles(given.arguments, terminal);
  const { read } = documents;
  const problems = problemsIn(documents);
  const told = given.has("all") ? problems : problems.filter(({ severity }) => severity !== "info");
  const agreements = read.filter((document) => document.kind === "Agreement");
  if (terminal.isJson) {
    const sentences = given.has("words") ? { commitments: agreements.flatMap(sentencesJson) } : {};
    const json = { documents: read.map(nameOf), ...sentences, problems: told.map(problemJson) };
    await terminal.print(`${JSON.stringify(json, null, 2)}\n`);
    return exitCodeOf(problems);
  }
  await terminal.print(problemLines(terminal, told));
  if (given.has("words")) {
    for (const agreement of agreements) await terminal.print(inSentences(terminal, agreement));
  }
  await terminal.print(`${summary(terminal, read, problems, given.has("all"))}\n`);
  return exitCodeOf(problems);
}

function nameOf({ kind, metadata }: AcuerdoDocument) {
  return { kind, name: metadata.name };
}

function commitmentsOf({ spec }: AgreementDocument): readonly CommitmentSpec[] {
  return spec.commitments.flatMap((commitment) => ("omit" in commitment ? [] : [commitment]));
}

function sentencesJson(agreement: AgreementDocument) {
  return commitmentsOf(agreement).map((commitment) => ({
    agreement: agreement.metadata.name,
    commitment: commitment.id,
    says: {
      es: describe(commitment, "es", { agreement }),
      en: describe(commitment, "en", { agreement }),
    },
  }));
}

function inSentences(terminal: Terminal, agreement: AgreementDocument): string {
  const { metadata } = agreement;
  const sentences = commitmentsOf(agreement).map((commitment) => {
    const sentence = describe(commitment, terminal.language, { agreement });
    return `${coloured(terminal, "bold", commitment.id)}: ${sentence}\n`;
  });
  return [title(terminal, metadata.title ?? metadata.name), ...sentences, "\n"].join("");
}

function summary(
  terminal: Terminal,
  documents: readonly AcuerdoDocument[],
  problems: readonly Problem[],
  isAll: boolean,
): string {
  const count = (wanted: Problem["severity"]): number =>
    problems.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings, infos] = [count("error"), count("warning"), count("info")];
  if (errors + warnings + infos === 0) {
    const commitments = documents
      .filter((document) => document.kind === "Agreement")
      .reduce((sum, agreement) => sum + commitmentsOf(agreement).length, 0);
    return inWords(terminal, says.clean, { documents: documents.length, commitments });
  }
  const hidden = infos > 0 && !isAll ? inWords(terminal, says.hidden) : "";
  return inWords(terminal, says.found, { errors, warnings, infos, hidden });
}
