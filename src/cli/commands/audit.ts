/** `acuerdo audit`: the chains of hashes of a workspace, verified. */
import { auditChain } from "../../actions/audit.ts";
import { ledgerChain } from "../../actions/credit.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { oneOf, onWorkspace, printJson, workspaceOption } from "../kept.ts";
import { inWords, type Terminal } from "../terminal.ts";

export const audit: CommandRow = {
  name: "audit",
  usage: "verify",
  least: 1,
  most: 1,
  says: {
    es: "Comprueba las cadenas de huellas de la auditoría y del libro de créditos: acaba en 1 si algo se tocó.",
    en: "Verify the chains of hashes of the audit and the ledger of credits: ends in 1 where something was touched.",
  },
  options: [workspaceOption],
  examples: ["acuerdo audit verify", "acuerdo audit verify --workspace nandu --json"],
  run,
};

const holds = {
  es: "{chain}: {rows|fila|filas}, y todas cuadran.",
  en: "{chain}: {rows|row|rows}, and all hold.",
};
const breaks = {
  es: "{chain}: la fila {at} no cuadra: se cambió, se quitó o se metió entre otras.",
  en: "{chain}: row {at} does not hold: it was changed, removed, or put in between.",
};
const names = {
  audit: { es: "Auditoría", en: "Audit" },
  ledger: { es: "Libro", en: "Ledger" },
};

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const [word = ""] = given.arguments;
  oneOf(["verify"], { option: "audit", given: word });
  const found = await onWorkspace(given, terminal, async (acting) => ({
    audit: await auditChain(acting),
    ledger: await ledgerChain(acting),
  }));
  const isBroken = [found.audit, found.ledger].some(({ brokenAt }) => brokenAt !== undefined);
  if (terminal.isJson) await printJson(terminal, found);
  else {
    for (const [name, { rows, brokenAt }] of Object.entries(found)) {
      const chain = inWords(terminal, names[name as keyof typeof names]);
      const says = brokenAt === undefined ? holds : breaks;
      await terminal.print(`${inWords(terminal, says, { chain, rows, at: brokenAt ?? 0 })}\n`);
    }
  }
  return isBroken ? 1 : 0;
}
