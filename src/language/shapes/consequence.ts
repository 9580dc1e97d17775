/** The shapes of what follows a promise: escalations, exclusions, remedies, disputes. */
import type {
  DisputeSpec,
  EscalationStepSpec,
  ExclusionSpec,
  PointsSpec,
  PoolSpec,
  RemedySpec,
  TierSpec,
} from "../../engine/agreement.ts";
import {
  condition,
  either,
  flag,
  formatted,
  list,
  mapOf,
  nameOf,
  number,
  record,
  scalar,
  text,
  whole,
  whom,
  word,
} from "../shape.ts";

const name = formatted("name");
const duration = formatted("duration");
const percent = formatted("percent");
const share = formatted("share");

const deed = either(
  word("task"),
  record<{ readonly reassign: unknown }>({
    reassign: [
      record<{ readonly to: string; readonly by: unknown }>({
        to: [whom("team"), "Team it goes to.", "Equipo al que pasa."],
        by: [
          word("roundRobin", "load"),
          "How the next owner is chosen.",
          "Cómo se elige al responsable.",
        ],
      }),
      "Gives it to somebody else.",
      "Lo pasa a otra persona.",
    ],
  }),
  record<{ readonly raise: unknown }>({
    raise: [
      record<{ readonly field: string; readonly value: unknown }>({
        field: [text, "Field that is set.", "Campo que se cambia."],
        value: [scalar, "Its new value.", "Su nuevo valor."],
      }),
      "Sets a field.",
      "Cambia un campo.",
    ],
  }),
);

export const escalationStep = record<EscalationStepSpec>({
  at: [formatted("stepTime"), "75%, -1bh, breach or +30bm.", "75%, -1bh, breach o +30bm."],
  "tell?": [
    list(whom("told"), 50),
    "owner, manager, a party, an address or a channel.",
    "owner, manager, una parte, una dirección o un canal.",
  ],
  "via?": [
    list(word("email", "slack", "teams", "webhook", "inbox")),
    "How they are told.",
    "Cómo se avisa.",
  ],
  "do?": [deed, "What else happens.", "Qué más ocurre."],
  "unlessAcknowledged?": [
    flag,
    "Not where somebody has taken it.",
    "No si alguien se ha hecho cargo.",
  ],
  "repeat?": [
    record<{ readonly every: string; readonly times: number }>({
      every: [duration, "Time between.", "Tiempo entre avisos."],
      times: [whole(1, 100), "How often.", "Cuántas veces."],
    }),
    "Again after that.",
    "Otra vez después.",
  ],
  "elapsed?": [
    flag,
    "Waits in elapsed time, not open time.",
    "Espera en tiempo seguido, no de horario.",
  ],
});

export const exclusion = record<ExclusionSpec>(
  {
    id: [name, "Its name.", "Su nombre."],
    category: [
      word("outage", "maintenance", "forceMajeure", "holiday", "other"),
      "What kind.",
      "De qué tipo.",
    ],
    "interval?": [
      record<{ readonly from: string; readonly to: string }>({
        from: [formatted("moment"), "Beginning.", "Comienzo."],
        to: [formatted("moment"), "End.", "Final."],
      }),
      "Time left out.",
      "Tiempo que no cuenta.",
    ],
    "rrule?": [
      text,
      "Times left out again and again (RFC 5545).",
      "Tiempos que no cuentan, repetidos (RFC 5545).",
    ],
    "where?": [condition, "Subjects left out.", "Casos que no cuentan."],
    "approvedBy?": [list(text, 50), "Who agreed.", "Quién lo aprobó."],
  },
  { exactlyOne: [["interval", "rrule", "where"]] },
);

const credit = formatted("credit");

const tier = record<TierSpec>({
  "atLeast?": [percent, "From this, inclusive.", "Desde esto, inclusive."],
  "below?": [percent, "Up to this, exclusive.", "Hasta esto, exclusive."],
  credit: [
    credit,
    "Share of the base, or amount, owed.",
    "Parte de la base, o importe, que se debe.",
  ],
  "perPoint?": [flag, "For every percentage point missed.", "Por cada punto porcentual que falte."],
});

const pool = record<PoolSpec>({
  atRisk: [share, "Part of the base at risk.", "Parte de la base en riesgo."],
  weights: [
    mapOf(share, "name", 200),
    "Part of it, by commitment.",
    "Parte de ella, por compromiso.",
  ],
});

const points = record<PointsSpec>({
  each: [
    either(number(0, 1_000), mapOf(number(0, 1_000), "name", 200)),
    "Points for a miss, or by commitment.",
    "Puntos por incumplimiento, o por compromiso.",
  ],
  "over?": [whole(1, 100), "Counted over so many periods.", "Contados en tantos periodos."],
  steps: [
    list(
      record<PointsSpec["steps"][number]>({
        atLeast: [number(0, 100_000), "From so many points.", "Desde tantos puntos."],
        credit: [credit, "What is owed.", "Lo que se debe."],
      }),
      50,
    ),
    "What the points come to.",
    "A qué equivalen los puntos.",
  ],
});

const base = record<NonNullable<RemedySpec["base"]>>(
  {
    charges: [
      word("monthly", "quarterly", "yearly"),
      "Charges it is taken of.",
      "Cargos sobre los que se calcula.",
    ],
    "amount?": [formatted("money"), "A fixed amount.", "Un importe fijo."],
    "field?": [text, "Field that holds the amount.", "Campo con el importe."],
  },
  { exactlyOne: [["amount", "field"]] },
);

const claim = record<NonNullable<RemedySpec["claim"]>>({
  "automatic?": [flag, "Without anybody asking.", "Sin que nadie lo pida."],
  "within?": [duration, "Time to claim.", "Plazo para reclamar."],
  "evidence?": [list(text, 20), "What has to be shown.", "Lo que hay que aportar."],
  "decideWithin?": [duration, "Time to decide.", "Plazo para decidir."],
});

export const remedy = record<RemedySpec>({
  id: [name, "Its name.", "Su nombre."],
  on: [list(nameOf("commitment")), "Commitments it follows.", "Compromisos a los que sigue."],
  kind: [
    word(
      "serviceCredit",
      "penalty",
      "reward",
      "correctivePlan",
      "leadReplacement",
      "rerouting",
      "meeting",
    ),
    "What kind.",
    "De qué tipo.",
  ],
  "base?": [base, "What the credit is a share of.", "De qué es parte el crédito."],
  "tiers?": [
    list(tier, 50),
    "Credit by attainment, [atLeast, below).",
    "Crédito según cumplimiento, [atLeast, below).",
  ],
  "pool?": [
    pool,
    "Part of the base at risk, shared out.",
    "Parte de la base en riesgo, repartida.",
  ],
  "points?": [points, "Points for misses.", "Puntos por incumplimientos."],
  "combine?": [
    word("highest", "sum"),
    "Several failures through one event.",
    "Varios fallos por un mismo evento.",
  ],
  "cap?": [
    record<NonNullable<RemedySpec["cap"]>>({
      "ofBase?": [percent, "Most of one period's base.", "Máximo sobre la base del periodo."],
      "perYear?": [percent, "Most of one year's.", "Máximo sobre la del año."],
    }),
    "The most it may come to.",
    "El máximo al que puede llegar.",
  ],
  "minimum?": [formatted("money"), "Less is not paid.", "Menos no se paga."],
  "earnBack?": [
    record<NonNullable<RemedySpec["earnBack"]>>({
      atLeast: [percent, "Attainment kept.", "Cumplimiento mantenido."],
      for: [
        formatted("periods"),
        "For so long, like 3 periods.",
        "Durante cuánto, como 3 periods.",
      ],
    }),
    "How a credit is earned back.",
    "Cómo se recupera un crédito.",
  ],
  "claim?": [claim, "How it is claimed.", "Cómo se reclama."],
  "applyTo?": [text, "Where it is applied.", "Dónde se aplica."],
  "exclusive?": [flag, "Sole remedy: replaces damages.", "Único remedio: sustituye a los daños."],
  "when?": [
    record<NonNullable<RemedySpec["when"]>>(
      {
        "below?": [share, "Attainment below this.", "Cumplimiento inferior a esto."],
        "misses?": [whole(1, 100), "So many misses.", "Tantos incumplimientos."],
        "of?": [whole(1, 100), "Of so many periods.", "De tantos periodos."],
      },
      { needs: { of: "misses" } },
    ),
    "When it follows.",
    "Cuándo sigue.",
  ],
  "plan?": [
    record<NonNullable<RemedySpec["plan"]>>({
      within: [duration, "Time to hand the plan in.", "Plazo para entregar el plan."],
      by: [whom("decider"), "Who hands it in.", "Quién lo entrega."],
    }),
    "The corrective plan.",
    "El plan de mejora.",
  ],
  "each?": [word("missed"), "Once for each miss.", "Uno por incumplimiento."],
});

export const disputes = record<DisputeSpec>({
  window: [
    duration,
    "Time to object, from the end of a period.",
    "Plazo para objetar, desde el fin del periodo.",
  ],
  who: [list(nameOf("party")), "Parties that may.", "Partes que pueden."],
  steps: [
    list(
      record<{ readonly by: string; readonly within: string }>({
        by: [whom("decider"), "Who decides.", "Quién decide."],
        within: [duration, "Time to decide.", "Plazo para decidir."],
      }),
      20,
    ),
    "Who decides, in turn.",
    "Quién decide, por turno.",
  ],
  effect: [word("provisional", "suspended"), "What holds meanwhile.", "Qué rige mientras tanto."],
  default: [
    word("measurementStands", "claimStands"),
    "What holds if nobody decides.",
    "Qué rige si nadie decide.",
  ],
});
