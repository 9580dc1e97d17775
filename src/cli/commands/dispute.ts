/** `acuerdo dispute`: opened, shown, previewed and decided. */
import type { Acting } from "../../actions/acting.ts";
import {
  type DisputeShown,
  disputesPage,
  openDisputeOn,
  showDispute,
} from "../../actions/dispute.ts";
import {
  type DecisionEffect,
  decideDisputeOn,
  previewDecision,
} from "../../actions/dispute-decide.ts";
import { type Outcome, outcomes } from "../../engine/dispute.ts";
import { refuse } from "../../engine/problem.ts";
import { instantText } from "../../engine/time.ts";
import type { DisputeRow } from "../../store/dispute.ts";
import type { CommandRow, ExitCode, Given } from "../command.ts";
import { needed, neededInstant, oneOf, onWorkspace, printJson, workspaceOption } from "../kept.ts";
import { inWords, type Terminal } from "../terminal.ts";

export const dispute: CommandRow = {
  name: "dispute",
  usage: "open|list|show|preview|decide [DISPUTE]",
  least: 1,
  most: 2,
  says: {
    es: "Las disputas: abrirlas, verlas con su evidencia, ver qué cambiaría una decisión, y decidirlas.",
    en: "Disputes: open them, see them with their evidence, see what a decision would change, decide them.",
  },
  options: [
    workspaceOption,
    { name: "agreement", value: "NAME", says: { es: "El acuerdo.", en: "The agreement." } },
    { name: "commitment", value: "ID", says: { es: "El compromiso.", en: "The commitment." } },
    {
      name: "from",
      value: "INSTANT",
      says: { es: "Dónde empieza el período.", en: "Where the period begins." },
    },
    {
      name: "claim",
      value: "SUBJECT=VERDICT",
      isRepeatable: true,
      says: {
        es: "Qué veredicto debió ser: ticket/7=excused (met, breached, excused).",
        en: "Which verdict it should have been: ticket/7=excused (met, breached, excused).",
      },
    },
    {
      name: "by",
      value: "PARTY",
      isRepeatable: true,
      says: { es: "La parte que actúa; varias si hace falta.", en: "The party that acts." },
    },
    { name: "reason", value: "TEXT", says: { es: "El motivo.", en: "The reason." } },
    {
      name: "outcome",
      value: "OUTCOME",
      says: {
        es: "Cómo termina: upheld, overturned, partly, withdrawn, settled.",
        en: "How it ends: upheld, overturned, partly, withdrawn, settled.",
      },
    },
    {
      name: "holds",
      value: "NUMBER",
      isRepeatable: true,
      says: {
        es: "El número de un reclamo que se admite.",
        en: "The number of a claim that holds.",
      },
    },
  ],
  examples: [
    "acuerdo dispute open --agreement support --commitment answer --from 2026-01-01 --by team --claim ticket/7=excused --reason Outage",
    "acuerdo dispute decide support-d1 --outcome partly --holds 1 --by revops --reason Logs",
  ],
  run,
};

async function run(given: Given, terminal: Terminal): Promise<ExitCode> {
  const words = ["open", "list", "show", "preview", "decide"] as const;
  const deed = oneOf(words, { option: "dispute", given: given.arguments[0] ?? "" });
  await onWorkspace(given, terminal, (acting, timeZone) =>
    deeds[deed](acting, given, { ...terminal, timeZone }),
  );
  return 0;
}

/** The terminal, and the zone that dates without an offset are of. */
type Telling = Terminal & { readonly timeZone: string };

type Deed = (acting: Acting, given: Given, terminal: Telling) => Promise<void>;

const deeds: Readonly<Record<"open" | "list" | "show" | "preview" | "decide", Deed>> = {
  open: async (acting, given, terminal) => {
    const shown = await openDisputeOn(acting, {
      agreement: needed(given, "agreement"),
      commitment: needed(given, "commitment"),
      from: neededInstant(given, "from", terminal.timeZone),
      by: needed(given, "by"),
      reason: needed(given, "reason"),
      claims: given.texts("claim").map(claimOf),
    });
    await print(terminal, shownJson(shown), shownText(terminal, shown));
  },
  list: async (acting, given, terminal) => {
    const rows = await disputesPage(acting, { agreement: needed(given, "agreement") });
    const lines = rows.map((row) => rowText(terminal, row));
    await print(terminal, rows.map(rowJson), lines.join("\n"));
  },
  show: async (acting, given, terminal) => {
    const found = await showDispute(acting, idOf(given));
    const { hash, evidence } = found.evidence;
    const facts = { hash, items: evidence.items.length, events: evidence.events.length };
    const text = `${shownText(terminal, found)}\n${inWords(terminal, says.evidence, facts)}`;
    await print(terminal, { ...shownJson(found), evidence, hash }, text);
  },
  preview: async (acting, given, terminal) => {
    const effect = await previewDecision(acting, decisionOf(given));
    await print(terminal, effect, effectText(terminal, effect));
  },
  decide: async (acting, given, terminal) => {
    const { shown, effect } = await decideDisputeOn(acting, decisionOf(given));
    const text = `${shownText(terminal, shown)}\n${effectText(terminal, effect)}`;
    await print(terminal, { dispute: shownJson(shown), effect }, text);
  },
};

const says = {
  row: {
    es: "{id}: {agreement}/{commitment}, {from} – {to}, por {by}: {reason}",
    en: "{id}: {agreement}/{commitment}, {from} – {to}, by {by}: {reason}",
  },
  step: {
    es: "  Paso {step}: decide {deciders}, hasta {due}.",
    en: "  Step {step}: {deciders} decides, until {due}.",
  },
  ended: { es: "  Terminó en {outcome}.", en: "  It ended in {outcome}." },
  evidence: {
    es: "  Evidencia {hash}: {items|reloj|relojes}, {events|hecho|hechos}.",
    en: "  Evidence {hash}: {items|clock|clocks}, {events|fact|facts}.",
  },
  period: {
    es: "  El período pasa de {before} a {after}.",
    en: "  The period goes from {before} to {after}.",
  },
  credit: {
    es: "  El crédito «{credit}» cambia en {difference} {currency}.",
    en: '  The credit "{credit}" changes by {difference} {currency}.',
  },
};

function claimOf(text: string) {
  const [, subject = "", cycle = "1", verdict = ""] =
    /^([^=#]+)(?:#(\d{1,6}))?=(met|breached|excused)$/.exec(text) ?? [];
  const wanted = { wantedEs: "ticket/7=excused", wantedEn: "ticket/7=excused" };
  if (subject === "") refuse("option-value-wrong", { option: "--claim", given: text, ...wanted });
  const known = oneOf(["met", "breached", "excused"], { option: "--claim", given: verdict });
  return { subject, cycle: Number(cycle), verdict: known };
}

function decisionOf(given: Given) {
  const option = "--outcome";
  const asked = { option, given: needed(given, "outcome") };
  const claims = given.texts("holds").map(Number);
  return {
    dispute: idOf(given),
    outcome: oneOf(Object.keys(outcomes) as Outcome[], asked),
    by: given.texts("by"),
    reason: needed(given, "reason"),
    ...(claims.length > 0 ? { claims } : {}),
  };
}

function idOf({ arguments: [, id] }: Given): string {
  return id ?? refuse("argument-missing", { command: "dispute", usage: dispute.usage });
}

async function print(terminal: Terminal, json: unknown, text: string): Promise<void> {
  if (terminal.isJson) await printJson(terminal, json);
  else if (text !== "") await terminal.print(`${text}\n`);
}

function rowText(terminal: Terminal, { dispute: one, outcome }: DisputeRow): string {
  const { id, agreement, commitment, by, reason } = one;
  const [from, to] = [instantText(one.period.from), instantText(one.period.to)];
  const row = inWords(terminal, says.row, { id, agreement, commitment, from, to, by, reason });
  return outcome === undefined ? row : `${row}\n${inWords(terminal, says.ended, { outcome })}`;
}

function shownText(terminal: Terminal, shown: DisputeShown): string {
  const { step, dueAt } = shown;
  if (step === undefined) return rowText(terminal, shown);
  const deciders = shown.standing.deciders.join(", ");
  const due = dueAt === undefined ? "–" : instantText(dueAt);
  return `${rowText(terminal, shown)}\n${inWords(terminal, says.step, { step, deciders, due })}`;
}

function effectText(terminal: Terminal, { before, after, credits }: DecisionEffect): string {
  const shareOf = (period: DecisionEffect["before"]) =>
    period?.share ? `${period.share.numerator}/${period.share.denominator}` : "–";
  const facts = { before: shareOf(before), after: shareOf(after) };
  return [
    inWords(terminal, says.period, facts),
    ...credits.map(({ credit, difference, currency }) =>
      inWords(terminal, says.credit, { credit, difference, currency }),
    ),
  ].join("\n");
}

function rowJson({ dispute: one, step, dueAt, outcome }: DisputeRow) {
  const { period, at } = one;
  return {
    ...one,
    at: instantText(at),
    period: { from: instantText(period.from), to: instantText(period.to) },
    step: step ?? null,
    dueAt: dueAt === undefined ? null : instantText(dueAt),
    outcome: outcome ?? null,
  };
}

function shownJson(shown: DisputeShown) {
  const { deciders, decision } = shown.standing;
  return { ...rowJson(shown), deciders, decision };
}
