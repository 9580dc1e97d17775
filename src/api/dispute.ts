/** Disputes and corrections: objections, decisions, leave given afterwards. */
import { z } from "zod";
import { anything, flag, instant, name, type Route, subjectName } from "./route.ts";

const reason = z.string().min(1).max(4_000);
const parties = z.array(name).max(20);
const id = z.strictObject({ dispute: name });

/** An instant, or a date of the agreement's own zone. */
const moment = z.union([instant, z.iso.date()]);

/** What it leaves out is one of: an interval, a rule that recurs, a condition. */
const exclusion = z.strictObject({
  id: name,
  category: z.enum(["outage", "maintenance", "forceMajeure", "holiday", "other"]),
  interval: z.strictObject({ from: moment, to: moment }).optional(),
  rrule: z.string().min(1).max(500).optional(),
  where: z.record(z.string(), anything).optional(),
  approvedBy: parties.optional(),
});

const dispute = z.object({
  id: z.string(),
  agreement: z.string(),
  commitment: z.string(),
  from: instant,
  to: instant,
  by: z.string(),
  at: instant,
  reason: z.string(),
  claims: z.array(anything),
  step: z.number().nullable(),
  dueAt: instant.nullable(),
  outcome: z.string().nullable(),
});

const shown = dispute.extend({ deciders: z.array(z.string()), decision: anything });

const effect = z.object({
  before: anything,
  after: anything,
  credits: z.array(
    z.object({
      credit: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      difference: z.string(),
      currency: z.string(),
    }),
  ),
});

const decision = z.strictObject({
  outcome: z.enum(["upheld", "overturned", "partly", "withdrawn", "settled"]),
  by: parties,
  reason,
  claims: z.array(z.number().int().min(1).max(1_000)).max(1_000).optional(),
});

const act = { by: name, reason, approvals: parties };
const correction = z.object({ correction: anything });

const waiver = z.strictObject({
  clock: z.strictObject({
    agreement: name,
    commitment: name,
    subject: subjectName,
    cycle: z.number().int().min(1).default(1),
  }),
  ...act,
});
const exclusionAsked = z.strictObject({ agreement: name, exclusion, ...act });
const revocation = z.strictObject({ agreement: name, revokes: name, ...act });

export const disputeRoutes = {
  listDisputes: {
    method: "GET",
    path: "/v1/disputes",
    permission: "read",
    says: {
      es: "Las disputas, primero las abiertas por su plazo; de un acuerdo, o de todos; con `open`, solo las abiertas o las cerradas.",
      en: "Disputes, first those open by their deadline; of one agreement, or of all; with `open`, only those open, or closed.",
    },
    query: z.strictObject({ agreement: name.optional(), open: flag.optional() }),
    answer: z.object({ disputes: z.array(dispute) }),
    problems: ["thing-missing"],
  },
  openDispute: {
    method: "POST",
    path: "/v1/disputes",
    permission: "dispute",
    says: {
      es: "Abre una disputa sobre un período: reúne y congela la evidencia y arranca el primer paso. `from` es el inicio del período.",
      en: "Open a dispute about a period: evidence is put together and frozen, and the first step begins. `from` is where the period begins.",
    },
    body: z.strictObject({
      agreement: name,
      commitment: name,
      from: instant,
      by: name,
      reason,
      claims: z
        .array(
          z.union([
            z.strictObject({
              subject: subjectName,
              cycle: z.number().int().min(1).default(1),
              verdict: z.enum(["met", "breached", "excused"]),
            }),
            z.strictObject({ exclusion }),
          ]),
        )
        .min(1)
        .max(1_000),
    }),
    answer: shown,
    status: 201,
    problems: ["period-unknown", "dispute-not-foreseen", "dispute-party", "dispute-late"],
  },
  showDispute: {
    method: "GET",
    path: "/v1/disputes/:dispute",
    permission: "read",
    says: {
      es: "Una disputa: en qué paso está, quién decide y hasta cuándo, y su evidencia congelada con su huella.",
      en: "A dispute: its step, who decides and until when, and its frozen evidence with its hash.",
    },
    params: id,
    answer: shown.extend({
      statements: z.array(
        z.object({ by: z.string(), at: instant, actor: z.string(), text: z.string() }),
      ),
      steps: z.array(
        z.object({
          step: z.number(),
          by: z.string(),
          startedAt: instant.nullable(),
          dueAt: instant.nullable(),
          verdict: z.string().nullable(),
        }),
      ),
      clause: z.string(),
      evidence: anything,
      hash: z.string(),
      isWhole: z.boolean(),
    }),
    problems: ["thing-missing"],
  },
  stateDispute: {
    method: "POST",
    path: "/v1/disputes/:dispute/statements",
    permission: "dispute",
    says: {
      es: "Añade lo que dice una parte sobre una disputa abierta. Queda como está: no se edita.",
      en: "Add what a party says about an open dispute. It stays as it is: nothing is edited.",
    },
    params: id,
    body: z.strictObject({ by: name, text: reason }),
    answer: z.object({ by: z.string(), at: instant, actor: z.string(), text: z.string() }),
    status: 201,
    problems: ["dispute-closed", "party-not-yours", "thing-missing"],
  },
  previewDecision: {
    method: "POST",
    path: "/v1/disputes/:dispute/preview",
    permission: "dispute",
    says: {
      es: "Lo que cambiaría una decisión: el período y los créditos, antes y después. No guarda nada.",
      en: "What a decision would change: the period and the credits, before and after. Nothing is kept.",
    },
    params: id,
    body: decision,
    answer: effect,
    problems: ["dispute-closed", "dispute-side", "dispute-claims", "party-not-yours"],
  },
  decideDispute: {
    method: "POST",
    path: "/v1/disputes/:dispute/decision",
    permission: "dispute",
    says: {
      es: "Termina una disputa. `by`: las partes en cuyo nombre; `claims`: los reclamos que se admiten, por su número.",
      en: "End a dispute. `by`: the parties in whose name; `claims`: those that hold, by number.",
    },
    params: id,
    body: decision,
    answer: z.object({ dispute: shown, effect }),
    problems: ["dispute-closed", "dispute-side", "dispute-claims", "party-not-yours"],
  },
  listCorrections: {
    method: "GET",
    path: "/v1/corrections",
    permission: "read",
    says: {
      es: "Las correcciones de un acuerdo, cada una con lo que se midió (`measured`), y las de sus períodos finales, en su orden.",
      en: "The corrections of an agreement, each with what was measured (`measured`), and those of its final periods, in their order.",
    },
    query: z.strictObject({ agreement: name }),
    answer: z.object({ corrections: z.array(anything), periods: z.array(anything) }),
    problems: ["thing-missing"],
  },
  waiveClock: {
    method: "POST",
    path: "/v1/corrections/waivers",
    permission: "dispute",
    says: {
      es: "Dispensa un reloj, con la aprobación de la parte a quien se prometió.",
      en: "Waive one clock, with the approval of the party it was promised to.",
    },
    body: waiver,
    answer: correction,
    status: 201,
    problems: ["waiver-not-given", "correction-without-reason", "party-not-yours"],
  },
  excludeTime: {
    method: "POST",
    path: "/v1/corrections/exclusions",
    permission: "publish",
    says: {
      es: "Deja fuera de un acuerdo un tramo, lo que se repite (`rrule`) o lo que cumple una condición (`where`), y vuelve a juzgar lo que toca.",
      en: "Leave a span, what recurs (`rrule`), or what a condition describes (`where`) out of an agreement, and judge what it touches again.",
    },
    body: exclusionAsked,
    answer: correction,
    status: 201,
    problems: ["correction-not-approved", "exclusion-unreadable", "thing-missing"],
  },
  previewCorrection: {
    method: "POST",
    path: "/v1/corrections/preview",
    permission: "dispute",
    says: {
      es: "Lo que cambiaría una dispensa, una exclusión o su retirada: los relojes y los períodos, antes y después. No guarda nada.",
      en: "What a waiver, an exclusion or taking one back would change: clocks and periods, before and after. Nothing is kept.",
    },
    body: z.discriminatedUnion("kind", [
      waiver.extend({ kind: z.literal("waiver") }),
      exclusionAsked.extend({ kind: z.literal("exclusion") }),
      revocation.extend({ kind: z.literal("revocation") }),
    ]),
    answer: z.object({
      clocks: z.array(
        z.object({
          clock: z.string(),
          subject: z.string(),
          before: z.string(),
          after: z.string(),
        }),
      ),
      periods: z.array(z.object({ before: anything, after: anything })),
      looked: z.number(),
      isCut: z.boolean(),
    }),
    problems: ["correction-not-approved", "correction-unknown", "waiver-not-given"],
  },
  revokeCorrection: {
    method: "POST",
    path: "/v1/corrections/revocations",
    permission: "publish",
    says: {
      es: "Retira una corrección; también eso se añade.",
      en: "Take a correction back; that too is appended.",
    },
    body: revocation,
    answer: correction,
    status: 201,
    problems: ["correction-unknown", "correction-not-approved"],
  },
} as const satisfies Readonly<Record<string, Route>>;
