/** Credits, their ledger and statements of it. */
import { z } from "zod";
import { anything, instant, name, type Route } from "./route.ts";

const row = z.object({
  number: z.number(),
  at: instant,
  credit: z.string(),
  agreement: z.string(),
  remedy: z.string(),
  standing: z.string(),
  party: z.string(),
  to: z.string(),
  customer: z.string().nullable(),
  from: instant,
  until: instant,
  amount: z.string(),
  currency: z.string(),
  claimBy: instant.nullable(),
  by: z.string(),
  reason: z.string(),
  invoice: z.string().nullable(),
  corrects: z.string().nullable(),
});

const shown = row.extend({
  decideBy: instant.nullable(),
  decision: z.enum(["open", "met", "breached", "excused", "void"]).nullable(),
});

const finding = z.object({ rows: z.number(), brokenAt: z.number().nullable() });

export const creditRoutes = {
  listCredits: {
    method: "GET",
    path: "/v1/credits",
    permission: "read",
    says: {
      es: "Los créditos como están, por acuerdo, cliente y situación; `claimBy` es hasta cuándo se reclama, `decideBy` hasta cuándo se decide lo reclamado.",
      en: "Credits as they stand, by agreement, customer and standing; `claimBy` is until when one is claimed, `decideBy` until when a claim is decided.",
    },
    query: z.strictObject({
      agreement: name.optional(),
      customer: name.optional(),
      standing: z
        .enum(["proposed", "claimed", "approved", "applied", "declined", "expired"])
        .optional(),
    }),
    answer: z.object({ credits: z.array(shown) }),
  },
  moveCredit: {
    method: "POST",
    path: "/v1/credits/moves",
    permission: "dispute",
    says: {
      es: "Mueve un crédito en nombre de una parte: lo reclama quien lo recibe; lo aprueba, declina o aplica quien lo debe.",
      en: "Move a credit in a party's name: claimed by whom it is owed to; approved, declined or applied by who owes it.",
    },
    body: z.strictObject({
      credit: z.string().min(1).max(1_000),
      standing: z.enum(["claimed", "approved", "applied", "declined"]),
      by: name,
      reason: z.string().min(1).max(4_000),
      invoice: z.string().min(1).max(200).optional(),
    }),
    answer: row,
    status: 201,
    problems: ["credit-unknown", "ledger-move", "ledger-side", "ledger-late", "party-not-yours"],
  },
  creditStatement: {
    method: "GET",
    path: "/v1/statement",
    permission: "read",
    says: {
      es: "El estado de cuenta de un cliente o una parte sobre los períodos que terminan en un tramo; `csv` lo lleva como texto.",
      en: "The statement of a customer or a party over periods that end in a span; `csv` carries it as text.",
    },
    query: z.strictObject({
      customer: name.optional(),
      party: name.optional(),
      from: instant,
      to: instant,
    }),
    answer: z.object({
      of: anything,
      from: instant,
      to: instant,
      lines: z.array(row),
      rows: z.array(row),
      totals: z.array(z.object({ currency: z.string(), standing: z.string(), amount: z.string() })),
      csv: z.string(),
    }),
  },
  verifyChains: {
    method: "GET",
    path: "/v1/verification",
    permission: "audit",
    says: {
      es: "Comprueba las cadenas de huellas de la auditoría y del libro: `brokenAt` es la primera fila que no cuadra.",
      en: "Verify the chains of hashes of the audit and the ledger: `brokenAt` is the first row that does not hold.",
    },
    answer: z.object({ audit: finding, ledger: finding }),
  },
} as const satisfies Readonly<Record<string, Route>>;
