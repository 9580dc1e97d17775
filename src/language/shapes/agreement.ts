/** The shapes of the two kinds of documents. */
import type {
  AgreementDocument,
  AgreementSpec,
  AppliesTo,
  CalendarDocument,
  ChangeSpec,
  CommunicationSpec,
  DefinitionSpec,
  HandoffSpec,
  IcpSpec,
  LegalSpec,
  Metadata,
  PartySpec,
  ReportingSpec,
  ReviewSpec,
  ServiceSpec,
  TerminationSpec,
  TermSpec,
} from "../../engine/agreement.ts";
import {
  calendar,
  condition,
  either,
  formatted,
  list,
  mapOf,
  nameOf,
  number,
  type RecordShape,
  record,
  scalar,
  text,
  whole,
  word,
} from "../shape.ts";
import { agreementCalendar } from "./calendar.ts";
import { commitment, subject } from "./commitment.ts";
import { disputes, escalationStep, exclusion, remedy } from "./consequence.ts";

/** An agreement has at most so many commitments. */
const MOST_COMMITMENTS = 200;

const name = formatted("name");
const duration = formatted("duration");
const language = word("es", "en");

const metadata = record<Metadata>({
  name: [name, "Its name among all documents.", "Su nombre entre todos los documentos."],
  "title?": [text, "Title for readers.", "Título para lectores."],
  "language?": [language, "Language it is written in.", "Idioma en que está escrito."],
  "labels?": [mapOf(scalar), "Marks of your own.", "Marcas propias."],
});

const party = record<PartySpec>({
  id: [name, "Its name in this agreement.", "Su nombre en este acuerdo."],
  "title?": [text, "Name for readers.", "Nombre para lectores."],
  kind: [word("team", "company", "person"), "What it is.", "Qué es."],
  role: [
    list(word("provider", "consumer", "measurer", "auditor"), 4),
    "What it does here.",
    "Qué hace aquí.",
  ],
  "signatory?": [text, "Who signs for it.", "Quién firma por ella."],
  "contacts?": [
    list(
      record<{ readonly name: string; readonly email?: string }>({
        name: [text, "Name.", "Nombre."],
        "email?": [text, "E-mail address.", "Correo."],
      }),
    ),
    "Whom to ask.",
    "A quién preguntar.",
  ],
  "teams?": [list(text), "Its teams in the CRM.", "Sus equipos en el CRM."],
});

const term = record<TermSpec>({
  from: [formatted("date"), "First local day in force.", "Primer día local de vigencia."],
  "to?": [formatted("date"), "Last local day in force.", "Último día local de vigencia."],
  timeZone: [text, "IANA time zone of the days and periods.", "Zona IANA de los días y periodos."],
  "renew?": [
    word("automatic", "manual", "none"),
    "What happens at the end.",
    "Qué ocurre al final.",
  ],
  "notice?": [duration, "Notice not to renew.", "Preaviso para no renovar."],
});

const definition = record<DefinitionSpec>({
  "says?": [text, "The meaning in words.", "El significado en palabras."],
  "when?": [condition, "The meaning as a test.", "El significado como prueba."],
});

const level = record<{ readonly id: string; readonly title?: string; readonly when?: unknown }>({
  id: [name, "Its name.", "Su nombre."],
  "title?": [text, "Name for readers.", "Nombre para lectores."],
  "when?": [condition, "Whose level it is.", "De quién es este nivel."],
});

const service = record<ServiceSpec>({
  id: [name, "Its name.", "Su nombre."],
  "title?": [text, "Name for readers.", "Nombre para lectores."],
  "says?": [text, "What it is.", "En qué consiste."],
  provider: [nameOf("party"), "Party that provides it.", "Parte que lo presta."],
  consumer: [nameOf("party"), "Party that receives it.", "Parte que lo recibe."],
  "levels?": [list(level, 50), "Its levels.", "Sus niveles."],
});

const icp = record<IcpSpec>({
  criteria: [
    list(
      record<{ readonly when: unknown; readonly points: number }>({
        when: [condition, "What is true of a good customer.", "Lo que cumple un buen cliente."],
        points: [number(-1_000, 1_000), "What it is worth.", "Lo que vale."],
      }),
      200,
    ),
    "What adds up to icpScore.",
    "Lo que suma icpScore.",
  ],
  "qualifiedAt?": [number(), "Score that qualifies.", "Puntuación que califica."],
});

const handoff = record<HandoffSpec>({
  id: [name, "Its name.", "Su nombre."],
  subject: [subject, "What is passed.", "Lo que se entrega."],
  from: [nameOf("party"), "Party that passes it.", "Parte que lo entrega."],
  to: [nameOf("party"), "Party that receives it.", "Parte que lo recibe."],
  requires: [list(text, 200), "Fields that must travel with it.", "Campos que deben acompañarlo."],
  "accept?": [
    record<{ readonly within: string }>({
      within: [duration, "Time to accept.", "Plazo para aceptar."],
    }),
    "How it is accepted.",
    "Cómo se acepta.",
  ],
  "reasons?": [text, "List of reasons to return it.", "Lista de motivos de devolución."],
});

const appliesTo = record<AppliesTo>({
  "customers?": [
    either(
      list(text, 10_000),
      record<{ readonly where: unknown }>({
        where: [condition, "Customers for which this holds.", "Clientes en que se cumple esto."],
      }),
    ),
    "Which customers.",
    "Qué clientes.",
  ],
  "services?": [list(text, 1_000), "Which services.", "Qué servicios."],
});

const reporting = record<ReportingSpec>({
  to: [list(nameOf("party"), 50), "Parties it goes to.", "Partes que lo reciben."],
  every: [word("week", "month", "quarter"), "How often.", "Cada cuánto."],
  format: [list(word("html", "pdf", "csv", "xlsx"), 4), "In which forms.", "En qué formatos."],
  "language?": [language, "In which language.", "En qué idioma."],
  "sources?": [list(text, 50), "From which systems.", "De qué sistemas."],
});

const communication = record<CommunicationSpec>({
  "channels?": [
    list(
      record<{ readonly kind: string; readonly name: string }>({
        kind: [text, "What kind.", "De qué tipo."],
        name: [text, "Its name.", "Su nombre."],
      }),
    ),
    "Where the parties talk.",
    "Dónde hablan las partes.",
  ],
  "meetings?": [
    list(
      record<NonNullable<CommunicationSpec["meetings"]>[number]>({
        title: [text, "Title.", "Título."],
        every: [text, "How often.", "Cada cuánto."],
        attendees: [list(text), "Who comes.", "Quién asiste."],
        "agenda?": [list(text), "What is talked about.", "De qué se habla."],
      }),
    ),
    "When they meet.",
    "Cuándo se reúnen.",
  ],
});

const review = record<ReviewSpec>({
  every: [word("month", "quarter", "year"), "How often.", "Cada cuánto."],
  "triggers?": [list(formatted("trigger"), 20), "What calls for one earlier.", "Qué la adelanta."],
  by: [nameOf("party"), "Party that holds it.", "Parte que la hace."],
});

const change = record<ChangeSpec>({
  approvals: [
    list(
      record<{ readonly party: string; readonly quorum?: number }>({
        party: [nameOf("party"), "Party that has to agree.", "Parte que ha de aceptar."],
        "quorum?": [whole(1, 1_000), "So many of it.", "Cuántos de ella."],
      }),
      50,
    ),
    "Who has to agree.",
    "Quién ha de aceptar.",
  ],
  "notice?": [duration, "Notice before it holds.", "Preaviso antes de regir."],
  "effective?": [word("nextPeriod", "immediately"), "From when.", "Desde cuándo."],
});

const termination = record<TerminationSpec>({
  "chronicFailure?": [
    record<{ readonly misses: number; readonly of: number }>({
      misses: [whole(1, 100), "So many misses.", "Tantos incumplimientos."],
      of: [whole(1, 100), "Of so many periods.", "De tantos periodos."],
    }),
    "Failure that ends it.",
    "Incumplimiento que le pone fin.",
  ],
  "convenience?": [
    record<{ readonly notice: string }>({ notice: [duration, "Notice.", "Preaviso."] }),
    "Without a reason.",
    "Sin motivo.",
  ],
});

const legal = record<LegalSpec>({
  "law?": [text, "Law that governs.", "Ley aplicable."],
  "liabilityCap?": [text, "Most anybody is liable for.", "Límite de responsabilidad."],
  "precedence?": [text, "Document that goes first.", "Documento que prevalece."],
  "languagePrevails?": [language, "Language that decides.", "Idioma que prevalece."],
});

const driver = record<NonNullable<AgreementSpec["driver"]>>({
  goal: [text, "Business goal.", "Objetivo de negocio."],
  "measure?": [text, "How it is measured.", "Cómo se mide."],
  "value?": [either(text, number()), "Its value.", "Su valor."],
});

const governance = record<NonNullable<AgreementSpec["governance"]>>({
  "owner?": [text, "Who looks after the agreement.", "Quién cuida el acuerdo."],
  "sponsor?": [text, "Who stands behind it.", "Quién lo patrocina."],
  "forum?": [text, "Where it is discussed.", "Dónde se trata."],
});

const agreementSpec = record<AgreementSpec>({
  purpose: [text, "Why the agreement exists.", "Por qué existe el acuerdo."],
  "driver?": [driver, "The business goal behind it.", "El objetivo de negocio detrás."],
  "appliesTo?": [
    appliesTo,
    "Whom it holds for; none: everyone.",
    "Para quién rige; sin ello: para todos.",
  ],
  "extends?": [list(name, 20), "Agreements it builds on.", "Acuerdos sobre los que se apoya."],
  parties: [list(party, 50), "Who promises and is promised to.", "Quién promete y a quién."],
  term: [term, "When it is in force.", "Cuándo está en vigor."],
  "definitions?": [mapOf(definition), "Glossary.", "Glosario."],
  "calendars?": [mapOf(agreementCalendar, "name", 100), "Open hours.", "Horarios."],
  "services?": [list(service, 100), "What is provided.", "Lo que se presta."],
  "icp?": [icp, "Ideal customer profile.", "Perfil de cliente ideal."],
  "handoffs?": [
    list(handoff, 50),
    "What must travel with a hand-over.",
    "Lo que acompaña a una entrega.",
  ],
  commitments: [list(commitment, MOST_COMMITMENTS), "The promises.", "Las promesas."],
  "exclusions?": [list(exclusion), "What does not count.", "Lo que no cuenta."],
  "remedies?": [list(remedy, 200), "What follows a miss.", "Lo que sigue a un incumplimiento."],
  "escalations?": [
    mapOf(list(escalationStep, 50), "name", 100),
    "Who is told, and when.",
    "A quién se avisa, y cuándo.",
  ],
  "disputes?": [disputes, "How objections are settled.", "Cómo se resuelven las objeciones."],
  "reporting?": [list(reporting, 50), "Reports.", "Informes."],
  "communication?": [communication, "How the parties talk.", "Cómo se comunican las partes."],
  "review?": [review, "When it is looked at again.", "Cuándo se revisa."],
  "change?": [change, "How it is changed.", "Cómo se cambia."],
  "termination?": [termination, "How it ends.", "Cómo termina."],
  "governance?": [governance, "Who is responsible.", "Quién responde."],
  "legal?": [legal, "What lawyers ask for.", "Lo que piden los abogados."],
});

export const agreementShape: RecordShape = record<AgreementDocument>({
  apiVersion: [word("acuerdo/v1"), "Version of this language.", "Versión de este lenguaje."],
  kind: [word("Agreement"), "Kind of document.", "Clase de documento."],
  metadata: [metadata, "Name and title.", "Nombre y título."],
  spec: [agreementSpec, "The agreement.", "El acuerdo."],
});

export const calendarDocumentShape: RecordShape = record<CalendarDocument>({
  apiVersion: [word("acuerdo/v1"), "Version of this language.", "Versión de este lenguaje."],
  kind: [word("Calendar"), "Kind of document.", "Clase de documento."],
  metadata: [metadata, "Name and title.", "Nombre y título."],
  spec: [calendar, "The calendar.", "El calendario."],
});
