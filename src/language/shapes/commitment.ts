/** The shape of a commitment: scope, clock or measure, target, objective. */
import type {
  ClockSpec,
  CommitmentSpec,
  DueDateSpec,
  MeasureSpec,
  ObjectiveSpec,
  OmittedCommitment,
  PauseSpec,
  TargetSpec,
} from "../../engine/agreement.ts";
import {
  condition,
  either,
  flag,
  formatted,
  list,
  nameOf,
  number,
  record,
  type Shape,
  text,
  whole,
  word,
} from "../shape.ts";

const SUBJECTS = ["lead", "deal", "ticket", "account", "service", "campaign"] as const;
export const subject = word(...SUBJECTS);

const eventType = formatted("eventType");
const duration = formatted("duration");
const scalarValue = either(formatted("value"), number());

const signal: Shape = either(
  eventType,
  record<{ readonly event: string; readonly where?: unknown }>({
    event: [eventType, "Type of the event.", "Tipo del evento."],
    "where?": [condition, "Only where this holds.", "Solo donde se cumple esto."],
  }),
  record<{ readonly when: unknown }>({
    when: [condition, "The moment this becomes true.", "El momento en que esto pasa a cumplirse."],
  }),
);
const signals = either(...choicesOf(signal), list(signal, 100));

const pause = record<PauseSpec>(
  {
    "while?": [condition, "Stands still while this holds.", "Se detiene mientras se cumple esto."],
    "from?": [signals, "What begins a pause.", "Lo que empieza una pausa."],
    "until?": [signals, "What ends it.", "Lo que la termina."],
    "atMost?": [
      duration,
      "Longest pause of a cycle, in all.",
      "Pausa máxima de un ciclo, en total.",
    ],
  },
  { exactlyOne: [["while", "from"]], needs: { from: "until", until: "from" } },
);

const policy = word("keepSpent", "fromChange", "fromStart", "keepTarget");

const clock = record<ClockSpec>({
  start: [signals, "What starts the clock.", "Lo que pone en marcha el reloj."],
  stop: [signals, "What stops it.", "Lo que lo para."],
  "pause?": [pause, "When it stands still.", "Cuándo se detiene."],
  "cancel?": [signals, "What makes it count nowhere.", "Lo que hace que no cuente."],
  "voids?": [
    signals,
    "Cancelling events that undo even a breach.",
    "Cancelaciones que anulan hasta un incumplimiento.",
  ],
  "whileRunning?": [
    word("keep", "restart"),
    "Another start while it runs.",
    "Otro inicio mientras corre.",
  ],
  "again?": [
    word("never", "cycle", "resume"),
    "A start after a stop.",
    "Un inicio tras una parada.",
  ],
  "onReassign?": [
    word("continue", "restart"),
    "When the owner changes.",
    "Al cambiar de responsable.",
  ],
  "onTargetChange?": [
    either(
      policy,
      record<{ readonly tighter: unknown; readonly looser: unknown }>({
        tighter: [policy, "When the target gets shorter.", "Cuando el plazo se acorta."],
        looser: [policy, "When the target gets longer.", "Cuando el plazo se alarga."],
      }),
    ),
    "When another target applies.",
    "Cuando pasa a regir otro plazo.",
  ],
  "humanOnly?": [flag, "Only what people do counts.", "Solo cuenta lo que hacen personas."],
});

const dueDate = record<DueDateSpec>(
  {
    "date?": [text, "Field that holds the due date.", "Campo con la fecha límite."],
    "at?": [formatted("wallTime"), "Time of day.", "Hora del día."],
    "on?": [
      word("sameDay", "nextDay", "nextBusinessDay"),
      "Day, counted from the start.",
      "Día, contado desde el inicio.",
    ],
  },
  { exactlyOne: [["date", "at"]], needs: { at: "on", on: "at" } },
);

const target = record<TargetSpec>(
  {
    "when?": [condition, "Whom this target is for.", "Para quién es este plazo."],
    "within?": [duration, "Time the clock may spend.", "Tiempo que el reloj puede gastar."],
    "tolerance?": [
      duration,
      "Time over that still counts as met.",
      "Exceso que aún cuenta como cumplido.",
    ],
    "by?": [dueDate, "Due date that pauses do not move.", "Fecha límite que las pausas no mueven."],
    "snap?": [
      word("nextOpening"),
      "Moves a closed due date on.",
      "Mueve la fecha límite a la apertura siguiente.",
    ],
  },
  { exactlyOne: [["within", "by"]], needs: { tolerance: "within", snap: "by" } },
);

const each = either(
  word("week", "month", "quarter", "year"),
  record<{ readonly month: unknown }>({
    month: [
      record<{ readonly startDay: number }>({
        startDay: [whole(1, 28), "Day it begins.", "Día en que empieza."],
      }),
      "A month that begins on that day.",
      "Un mes que empieza ese día.",
    ],
  }),
  record<{ readonly rolling: string }>({
    rolling: [duration, "The last so many days.", "Los últimos tantos días."],
  }),
);

const objective = record<ObjectiveSpec>(
  {
    "atLeast?": [scalarValue, "This or more.", "Esto o más."],
    "atMost?": [scalarValue, "This or less.", "Esto o menos."],
    "above?": [scalarValue, "More than this.", "Más que esto."],
    "below?": [scalarValue, "Less than this.", "Menos que esto."],
    each: [each, "The period it is judged over.", "El periodo en que se juzga."],
    "minVolume?": [whole(0, 1e9), "Fewer cases are not assessed.", "Con menos casos no se evalúa."],
    "countBy?": [
      word("deadline", "start", "stop"),
      "Instant that puts a clock in a period.",
      "Instante que sitúa un reloj en un periodo.",
    ],
    "noData?": [
      word("notAssessable", "breached", "met"),
      "What an empty period is.",
      "Qué es un periodo sin casos.",
    ],
    "versus?": [
      either(
        word("baseline"),
        record<{ readonly period: unknown; readonly by: string }>({
          period: [
            word("previous", "sameLastYear"),
            "Period compared with.",
            "Periodo con que se compara.",
          ],
          by: [formatted("percent"), "Improvement promised.", "Mejora prometida."],
        }),
      ),
      "An improvement over another period.",
      "Una mejora sobre otro periodo.",
    ],
  },
  { exactlyOne: [["atLeast", "atMost", "above", "below"]] },
);

const measure = record<MeasureSpec>(
  {
    "count?": [
      eventType,
      "Events of the period, once a subject.",
      "Eventos del periodo, uno por caso.",
    ],
    "unless?": [eventType, "Event that takes one back.", "Evento que descuenta uno."],
    "sum?": [eventType, "Events whose field is added up.", "Eventos cuyo campo se suma."],
    "of?": [text, "The field added up.", "El campo que se suma."],
    "share?": [
      eventType,
      "Events of which a share is taken.",
      "Eventos de los que se toma una parte.",
    ],
    "that?": [condition, "What that share has to meet.", "Lo que esa parte ha de cumplir."],
    "conversion?": [
      record<{ readonly from: string; readonly to: string; readonly within: string }>({
        from: [eventType, "Begins the cohort.", "Empieza la cohorte."],
        to: [eventType, "Counts as converted.", "Cuenta como conversión."],
        within: [duration, "Time to convert.", "Tiempo para convertir."],
      }),
      "Share that gets from one event to another.",
      "Parte que llega de un evento a otro.",
    ],
    "duration?": [
      record<{ readonly from: string; readonly to: string }>({
        from: [eventType, "Where it begins.", "Dónde empieza."],
        to: [eventType, "Where it ends.", "Dónde termina."],
      }),
      "Time from one event to another.",
      "Tiempo de un evento a otro.",
    ],
    "statistic?": [formatted("statistic"), "mean, or p50 to p99.", "mean, o de p50 a p99."],
    "censored?": [
      flag,
      "Open cases count as far as they got.",
      "Los casos abiertos cuentan hasta donde van.",
    ],
    "survey?": [word("csat", "nps", "ces"), "Result of a survey.", "Resultado de una encuesta."],
    "retention?": [
      word("gross", "net", "logo"),
      "Revenue or customers kept.",
      "Ingresos o clientes conservados.",
    ],
    "availability?": [
      text,
      "Service whose uptime is measured.",
      "Servicio cuya disponibilidad se mide.",
    ],
    "cadence?": [
      record<{ readonly event: string; readonly every: string; readonly while?: unknown }>({
        event: [eventType, "What has to happen.", "Lo que ha de ocurrir."],
        every: [duration, "How often.", "Cada cuánto."],
        "while?": [condition, "As long as this holds.", "Mientras se cumpla esto."],
      }),
      "Share of due touches that happened.",
      "Parte de los contactos previstos que ocurrió.",
    ],
    "where?": [
      condition,
      "Only subjects for which this holds.",
      "Solo casos en que se cumple esto.",
    ],
    "pacing?": [word("businessDayLinear"), "Where it should stand today.", "Dónde debería ir hoy."],
  },
  {
    exactlyOne: [
      [
        "count",
        "sum",
        "share",
        "conversion",
        "duration",
        "survey",
        "retention",
        "availability",
        "cadence",
      ],
    ],
    needs: {
      unless: "count",
      sum: "of",
      of: "sum",
      share: "that",
      that: "share",
      duration: "statistic",
      statistic: "duration",
      censored: "duration",
    },
  },
);

const chosenCalendar = record<{ readonly when?: unknown; readonly use: string }>({
  "when?": [condition, "When this one is used.", "Cuándo se usa este."],
  use: [nameOf("calendar"), "Name of the calendar.", "Nombre del calendario."],
});

const scope = record<{ readonly subject: unknown; readonly where?: unknown }>({
  subject: [subject, "Kind of record it is about.", "Tipo de registro de que trata."],
  "where?": [condition, "Only those for which this holds.", "Solo aquellos en que se cumple esto."],
});

const promised = record<CommitmentSpec>(
  {
    id: [
      formatted("name"),
      "Its name, unique in the agreement.",
      "Su nombre, único en el acuerdo.",
    ],
    obliged: [nameOf("party"), "The one party that owes it.", "La parte que lo debe, una sola."],
    beneficiary: [nameOf("party"), "The party it is owed to.", "La parte a la que se debe."],
    "service?": [nameOf("service"), "Service it belongs to.", "Servicio al que pertenece."],
    "level?": [formatted("name"), "Level of that service.", "Nivel de ese servicio."],
    "says?": [text, "The promise in own words.", "La promesa en palabras propias."],
    "scope?": [scope, "What it is about.", "De qué trata."],
    "clock?": [clock, "The clock that is judged.", "El reloj que se juzga."],
    "measure?": [measure, "What is measured over a period.", "Lo que se mide en un periodo."],
    "target?": [
      list(target, 100),
      "Time allowed; the first that fits holds.",
      "Plazos; rige el primero que encaja.",
    ],
    "objective?": [
      objective,
      "What must be true of a period.",
      "Lo que ha de cumplirse en un periodo.",
    ],
    "qualifies?": [condition, "Without this no clock starts.", "Sin esto no empieza ningún reloj."],
    "calendar?": [
      either(nameOf("calendar"), list(chosenCalendar, 50)),
      "Whose open time counts; owner for the owner's own.",
      "Qué horario cuenta; owner para el del responsable.",
    ],
    "warnAt?": [
      list(formatted("share"), 20),
      "Shares of the target at which to warn.",
      "Partes del plazo en que se avisa.",
    ],
    "escalate?": [nameOf("escalation"), "Escalation that follows.", "Escalado que sigue."],
    "guard?": [
      nameOf("commitment"),
      "Commitment that keeps this one honest.",
      "Compromiso que mantiene honesto a este.",
    ],
  },
  { exactlyOne: [["clock", "measure"]], needs: { target: "clock", level: "service" } },
);

const omitted = record<OmittedCommitment>({
  id: [formatted("name"), "Which inherited commitment.", "Qué compromiso heredado."],
  omit: [flag, "Drops it.", "Lo quita."],
});

export const commitment: Shape = either(promised, omitted);

function choicesOf(shape: Shape): readonly Shape[] {
  return shape.is === "either" ? shape.choices : [shape];
}
