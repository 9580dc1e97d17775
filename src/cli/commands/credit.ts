/** `acuerdo credit`: credits as they stand, moved in a party's name, and statements. */
import { type CreditShown, listCredits, moveCreditOn } from "../../actions/credit.ts";
import { creditStatement, statementCsv } from "../../actions/statement.ts";
import { refuse } from "../../engine/problem.ts";
import { instantText } from "../../engine/time.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { needed, neededInstant, oneOf, onWorkspace, printJson, workspaceOption } from "../kept.ts";
import { tableText } from "../table.ts";
import { inWords, type Terminal } from "../terminal.ts";

export const credit: CommandRow = {
  name: "credit",
  usage: "list|claim|approve|apply|decline|statement [CREDIT]",
  least: 1,
  most: 2,
  says: {
    es: "Los créditos que se deben: verlos, moverlos en nombre de una parte, y su estado de cuenta.",
    en: "The credits that are owed: see them, move them in a party's name, and state them.",
  },
  options: [
    workspaceOption,
    {
      name: "agreement",
      value: "NAME",
      says: { es: "Solo los de ese acuerdo.", en: "Those of that agreement only." },
    },
    {
      name: "by",
      value: "PARTY",
      says: { es: "La parte en cuyo nombre se actúa.", en: "The party in whose name one acts." },
    },
    { name: "reason", value: "TEXT", says: { es: "El motivo.", en: "The reason." } },
    {
      name: "invoice",
      value: "NUMBER",
      says: { es: "La factura donde se aplica.", en: "The invoice on which it is applied." },
    },
    {
      name: "customer",
      value: "ID",
      says: { es: "El estado de cuenta de un cliente.", en: "The statement of a customer." },
    },
    {
      name: "party",
      value: "PARTY",
      says: { es: "El estado de cuenta de una parte.", en: "The statement of a party." },
    },
    {
      name: "from",
      value: "INSTANT",
      says: { es: "Desde cuándo (2026-01-01).", en: "Since when (2026-01-01)." },
    },
    {
      name: "to",
      value: "INSTANT",
      says: { es: "Hasta cuándo, sin incluirlo.", en: "Until when, that not included." },
    },
  ],
  examples: [
    "acuerdo credit list --agreement support",
    'acuerdo credit claim "support credits client 1767225600000 1769904000000" --by client',
    "acuerdo credit statement --party client --from 2026-01-01 --to 2026-04-01",
  ],
  run,
};

const moves = {
  claim: "claimed",
  approve: "approved",
  apply: "applied",
  decline: "declined",
} as const;

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const words = ["list", "claim", "approve", "apply", "decline", "statement"] as const;
  const deed = oneOf(words, { option: "credit", given: given.arguments[0] ?? "" });
  if (deed === "list") await list(given, terminal);
  else if (deed === "statement") await statement(given, terminal);
  else await move(given, terminal, moves[deed]);
  return 0;
}

async function list(given: Given, terminal: Terminal): Promise<void> {
  const agreement = given.text("agreement");
  const asked = agreement === undefined ? {} : { agreement };
  const rows = await onWorkspace(given, terminal, (acting) => listCredits(acting, asked));
  if (terminal.isJson) await printJson(terminal, rows.map(rowJson));
  else await terminal.print(`${creditTable(terminal, rows)}\n`);
}

async function move(
  given: Given,
  terminal: Terminal,
  standing: (typeof moves)[keyof typeof moves],
): Promise<void> {
  const [, named] = given.arguments;
  const key = named ?? refuse("argument-missing", { command: "credit", usage: credit.usage });
  const by = needed(given, "by");
  const reason = given.text("reason") ?? standing;
  const invoice = given.text("invoice");
  const asked = { credit: key, standing, by, reason, ...(invoice ? { invoice } : {}) };
  const row = await onWorkspace(given, terminal, (acting) => moveCreditOn(acting, asked));
  if (terminal.isJson) await printJson(terminal, rowJson(row));
  else await terminal.print(`${creditTable(terminal, [row])}\n`);
}

async function statement(given: Given, terminal: Terminal): Promise<void> {
  const customer = given.text("customer");
  if (customer !== undefined && given.has("party")) {
    refuse("options-together", { one: "--customer", other: "--party" });
  }
  const of = customer === undefined ? { party: needed(given, "party") } : { customer };
  const told = await onWorkspace(given, terminal, (acting, timeZone) => {
    const from = neededInstant(given, "from", timeZone);
    const span = { from, to: neededInstant(given, "to", timeZone) };
    return creditStatement(acting, { of, span });
  });
  if (!terminal.isJson) return terminal.print(statementCsv(told));
  const { lines, rows, totals } = told;
  await printJson(terminal, { of, lines: lines.map(rowJson), rows: rows.map(rowJson), totals });
}

const titles = [
  { es: "crédito", en: "credit" },
  { es: "situación", en: "standing" },
  { es: "debe", en: "owes" },
  { es: "a", en: "to" },
  { es: "importe", en: "amount" },
  { es: "plazo", en: "deadline" },
];

const AMOUNT = 4;

/** Until when it is claimed, or decided. */
function deadlineText({ standing, claimBy, decision }: CreditShown): string {
  const due = { proposed: claimBy, claimed: decision?.dueAt }[standing as string];
  return due === undefined || due === null ? "" : instantText(due);
}

function creditTable(terminal: Terminal, rows: readonly CreditShown[]): string {
  const columns = titles.map((says, index) => ({
    title: inWords(terminal, says),
    isNumber: index === AMOUNT,
  }));
  const cells = rows.map((row) => [
    row.credit,
    row.standing,
    row.party,
    row.to,
    `${row.amount} ${row.currency}`,
    deadlineText(row),
  ]);
  return tableText(columns, cells);
}

function rowJson({ at, period, claimBy, decision, ...row }: CreditShown) {
  return {
    ...row,
    at: instantText(at),
    period: { from: instantText(period.from), to: instantText(period.to) },
    claimBy: claimBy === null ? null : instantText(claimBy),
    decideBy: decision?.dueAt === undefined ? null : instantText(decision.dueAt),
  };
}
