/** Disputes, corrections, credits and reports. */
import { auditChain } from "../actions/audit.ts";
import {
  correctionsPage,
  excludeFrom,
  revokeCorrection,
  waiveClock,
} from "../actions/correction.ts";
import { previewCorrection } from "../actions/correction-preview.ts";
import { type CreditShown, ledgerChain, listCredits, moveCreditOn } from "../actions/credit.ts";
import { type DisputeShown, disputesPage, openDisputeOn } from "../actions/dispute.ts";
import { type DisputeCase, disputeCase, stateDispute } from "../actions/dispute-case.ts";
import {
  type DecisionEffect,
  decideDisputeOn,
  previewDecision,
} from "../actions/dispute-decide.ts";
import { periodCorrections, periodReport } from "../actions/period-report.ts";
import { creditStatement, statementCsv } from "../actions/statement.ts";
import type { Received, Routes } from "../api/routes.ts";
import type { ExclusionSpec } from "../engine/agreement.ts";
import type { LedgerRow } from "../engine/ledger.ts";
import type { Period } from "../engine/period.ts";
import { refuse } from "../engine/problem.ts";
import { EARLIEST, type Instant, instantText, LATEST, readInstant } from "../engine/time.ts";
import type { DisputeRow } from "../store/dispute.ts";
import type { HandlersOf } from "./handler.ts";
import { present } from "./present.ts";

type Names =
  | "listDisputes"
  | "openDispute"
  | "stateDispute"
  | "previewCorrection"
  | "showDispute"
  | "previewDecision"
  | "decideDispute"
  | "listCorrections"
  | "waiveClock"
  | "excludeTime"
  | "revokeCorrection"
  | "listCredits"
  | "moveCredit"
  | "creditStatement"
  | "verifyChains"
  | "reportPeriods";

export const disputeHandlers: HandlersOf<Names> = {
  listDisputes: async ({ acting }, { query: { agreement, open } }) => {
    const asked = present({ agreement, isOpen: open });
    return { disputes: (await disputesPage(acting, asked)).map(disputeJson) };
  },
  openDispute: async ({ acting }, { body }) => {
    const claims = body.claims.map((claim) =>
      "exclusion" in claim ? { exclusion: exclusionOf(claim.exclusion) } : claim,
    );
    return shownJson(await openDisputeOn(acting, { ...body, claims, from: at(body.from) }));
  },
  showDispute: async ({ acting, language }, { params: { dispute: id } }) =>
    caseJson(await disputeCase(acting, { id, language })),
  stateDispute: async ({ acting }, { params, body }) => {
    const stated = await stateDispute(acting, { id: params.dispute, ...body });
    return { ...stated, at: instantText(stated.at) };
  },
  previewDecision: async ({ acting }, { params, body: { claims, ...body } }) =>
    effectJson(
      await previewDecision(acting, { ...params, ...body, ...(claims ? { claims } : {}) }),
    ),
  decideDispute: async ({ acting }, { params, body: { claims, ...body } }) => {
    const asked = { ...params, ...body, ...(claims ? { claims } : {}) };
    const { shown, effect } = await decideDisputeOn(acting, asked);
    return { dispute: shownJson(shown), effect: effectJson(effect) };
  },
  listCorrections: async ({ acting }, { query }) => ({
    corrections: [...(await correctionsPage(acting, query))],
    periods: [...(await periodCorrections(acting, query))],
  }),
  waiveClock: async ({ acting }, { body }) => ({ correction: await waiveClock(acting, body) }),
  excludeTime: async ({ acting }, { body }) => ({
    correction: await excludeFrom(acting, { ...body, exclusion: exclusionOf(body.exclusion) }),
  }),
  previewCorrection: async ({ acting }, { body }) => {
    const asked =
      body.kind === "exclusion" ? { ...body, exclusion: exclusionOf(body.exclusion) } : body;
    const { clocks, periods, ...rest } = await previewCorrection(acting, asked);
    return { ...rest, clocks: [...clocks], periods: periods.map(changedPeriod) };
  },
  revokeCorrection: async ({ acting }, { body }) => ({
    correction: await revokeCorrection(acting, body),
  }),
  listCredits: async ({ acting }, { query }) => {
    const rows = await listCredits(acting, present(query));
    return { credits: rows.map(creditJson) };
  },
  moveCredit: async ({ acting }, { body }) => rowJson(await moveCreditOn(acting, present(body))),
  creditStatement: async ({ acting }, { query: { customer, party, from, to } }) => {
    const of = customer === undefined ? { party: party ?? "" } : { customer };
    const statement = await creditStatement(acting, { of, span: { from: at(from), to: at(to) } });
    return {
      of,
      from,
      to,
      lines: statement.lines.map(rowJson),
      rows: statement.rows.map(rowJson),
      totals: [...statement.totals],
      csv: statementCsv(statement),
    };
  },
  verifyChains: async ({ acting }) => {
    const [audit, ledger] = [await auditChain(acting), await ledgerChain(acting)];
    return { audit: findingJson(audit), ledger: findingJson(ledger) };
  },
  reportPeriods: async ({ acting }, { query }) => {
    const { agreement, commitment, dimension, from, to } = query;
    const isSpan = from !== undefined || to !== undefined;
    const span = { from: from ? at(from) : EARLIEST, to: to ? at(to) : LATEST };
    const rows = await periodReport(acting, {
      agreement,
      ...(commitment === undefined ? {} : { commitment }),
      ...(dimension === undefined ? {} : { dimension }),
      ...(isSpan ? { span } : {}),
    });
    return {
      asOf: instantText(acting.now),
      rows: rows.map(({ value, period }) => ({ value, period: periodJson(period) })),
    };
  },
};

function findingJson({ rows, brokenAt }: { readonly rows: number; readonly brokenAt?: number }) {
  return { rows, brokenAt: brokenAt ?? null };
}

function periodJson(period: Period) {
  return { ...period, from: instantText(period.from), to: instantText(period.to) };
}

function disputeJson({ dispute, step, dueAt, outcome }: DisputeRow) {
  const { id, agreement, commitment, period, by, at: openedAt, reason, claims } = dispute;
  return {
    id,
    agreement,
    commitment,
    from: instantText(period.from),
    to: instantText(period.to),
    by,
    at: instantText(openedAt),
    reason,
    claims: [...claims],
    step: step ?? null,
    dueAt: dueAt === undefined ? null : instantText(dueAt),
    outcome: outcome ?? null,
  };
}

function shownJson(shown: DisputeShown) {
  const { deciders, decision } = shown.standing;
  return {
    ...disputeJson(shown),
    deciders: [...deciders],
    decision: decision && { ...decision, at: instantText(decision.at) },
  };
}

function caseJson(found: DisputeCase) {
  const { evidence, isWhole, statements, steps, clause } = found;
  const textOf = (at: Instant | null) => (at === null ? null : instantText(at));
  return {
    ...shownJson(found),
    statements: statements.map((one) => ({ ...one, at: instantText(one.at) })),
    steps: steps.map(({ startedAt, dueAt, ...step }) => ({
      ...step,
      startedAt: textOf(startedAt),
      dueAt: textOf(dueAt),
    })),
    clause,
    isWhole,
    ...evidence,
  };
}

function effectJson({ credits, ...periods }: DecisionEffect) {
  return { ...changedPeriod(periods), credits: [...credits] };
}

function changedPeriod({ before, after }: Pick<DecisionEffect, "before" | "after">) {
  return { before: before && periodJson(before), after: after && periodJson(after) };
}

/** The schema let nothing but these names through; what the language says of them comes later. */
function exclusionOf(given: Received<Routes["excludeTime"]>["body"]["exclusion"]): ExclusionSpec {
  return present(given) as ExclusionSpec;
}

function creditJson({ decision, ...row }: CreditShown) {
  const { dueAt } = decision ?? {};
  return {
    ...rowJson(row),
    decideBy: dueAt === undefined ? null : instantText(dueAt),
    decision: decision?.verdict ?? null,
  };
}

function rowJson({ period, ...row }: LedgerRow) {
  return {
    ...row,
    invoice: row.invoice ?? null,
    at: instantText(row.at),
    from: instantText(period.from),
    until: instantText(period.to),
    claimBy: row.claimBy === null ? null : instantText(row.claimBy),
    corrects: row.corrects ?? null,
  };
}

/** The schema let nothing else through than an instant. */
function at(text: string): Instant {
  return readInstant(text) ?? refuse("request-wrong", { path: text, reasonEn: "", reasonEs: "" });
}
