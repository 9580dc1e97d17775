/**
 * Mapping files: how the rows of somebody's CSV become events. Docs: docs/reference/mapping.md.
 */
import type { Metadata, SubjectKind } from "../engine/agreement.ts";
import type { ConditionSpec, Scalar } from "../engine/condition.ts";
import type { ActorKind } from "../engine/event.ts";
import type { Place } from "../engine/problem.ts";
import {
  condition,
  either,
  flag,
  formatted,
  list,
  mapOf,
  maybeEmpty,
  type RecordShape,
  record,
  scalar,
  text,
  word,
} from "./shape.ts";
import { subject } from "./shapes/commitment.ts";

export type MappingDocument = {
  readonly apiVersion: "acuerdo/v1";
  readonly kind: "Mapping";
  readonly metadata: Metadata;
  readonly spec: MappingSpec;
};

export type MappingSpec = {
  readonly source: string;
  readonly timeZone?: string;
  readonly dates?: readonly string[];
  readonly delimiter?: string;
  readonly decimal?: "." | ",";
  readonly empty?: readonly string[];
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly events: readonly EventRule[];
  readonly ignore?: readonly IgnoreRule[];
  readonly label?: LabelRule;
  readonly asOf?: string;
};

/** A mapping of some file; `placeOf` says where a key was written: "spec.events[0].at". */
export type Mapping = {
  readonly file: string;
  readonly spec: MappingSpec;
  readonly placeOf: (path: string) => Place;
};

export type IgnoreRule = { readonly when: ConditionSpec; readonly because: string };

/**
 * `at`, `after`, `id`, `sequence` and `actor.id` name columns; `sequence: line` is the row's place
 * in the file.
 */
export type EventRule = {
  readonly type: string;
  readonly at: string;
  readonly after?: string;
  readonly when?: ConditionSpec;
  readonly id?: string;
  readonly sequence?: string;
  readonly actor?: { readonly id?: string; readonly kind?: ActorKind };
  readonly data?: Readonly<Record<string, ValueRule>>;
};

/**
 * A constant, or a column read as a kind; `values` translates texts, `otherwise` stands for the
 * rest.
 */
export type ValueRule = Scalar | ColumnRule;

export type ColumnRule = {
  readonly column: string;
  readonly as?: "text" | "number" | "boolean" | "instant" | "date";
  readonly values?: Readonly<Record<string, Scalar>>;
  readonly otherwise?: Scalar;
  readonly keepEmpty?: boolean;
};

/** What the file itself says about a commitment, to be compared with our verdict. */
export type LabelRule = {
  readonly column: string;
  readonly commitment: string;
  readonly met: readonly string[];
  readonly breached: readonly string[];
};

const metadata = record<Metadata>({
  name: [formatted("name"), "Its name.", "Su nombre."],
  "title?": [text, "Title for readers.", "Título para lectores."],
  "language?": [word("es", "en"), "Language of its texts.", "Idioma de sus textos."],
  "labels?": [mapOf(scalar), "Marks of your own.", "Marcas propias."],
});

const column: ReturnType<typeof record> = record<ColumnRule>({
  column: [text, "The column to read.", "La columna que se lee."],
  "as?": [
    word("text", "number", "boolean", "instant", "date"),
    "What to read it as; text if not said.",
    "Como qué se lee; texto si no se dice.",
  ],
  "values?": [
    mapOf(scalar),
    "The values that texts of the column stand for.",
    "Los valores que representan los textos de la columna.",
  ],
  "otherwise?": [
    scalar,
    "The value of a text that `values` does not have; without it the row is refused.",
    "El valor de un texto que no está en `values`; sin él, la fila se rechaza.",
  ],
  "keepEmpty?": [
    flag,
    "An empty cell removes the attribute, instead of leaving it as it was.",
    "Una celda vacía borra el atributo, en vez de dejarlo como estaba.",
  ],
});

const eventRule = record<EventRule>({
  type: [formatted("eventType"), "The event's type.", "El tipo del evento."],
  at: [
    text,
    "Column with the time at which it happened; an empty cell means it did not.",
    "Columna con la hora en que ocurrió; una celda vacía quiere decir que no ocurrió.",
  ],
  "after?": [
    text,
    "Column of a time that comes first; an event not after it is moved to the millisecond after.",
    "Columna de una hora que va antes; un evento que no la sigue pasa al milisegundo siguiente.",
  ],
  "when?": [condition, "Rows that hold this event.", "Filas que llevan este evento."],
  "id?": [
    text,
    "Column with the event's own id; made from subject, type and time if not said.",
    "Columna con el id del evento; si no se dice, se hace con sujeto, tipo y hora.",
  ],
  "sequence?": [
    text,
    "Column that orders events of one instant, or `line` for the order of the file.",
    "Columna que ordena los eventos de un mismo instante, o `line` para el orden del archivo.",
  ],
  "actor?": [
    record<NonNullable<EventRule["actor"]>>({
      "id?": [text, "Column with who did it.", "Columna con quién lo hizo."],
      "kind?": [word("human", "automation", "integration"), "What did it.", "Qué lo hizo."],
    }),
    "Who did it.",
    "Quién lo hizo.",
  ],
  "data?": [
    mapOf(either(scalar, column)),
    "Attributes the event sets: constants, or columns.",
    "Atributos que fija el evento: constantes o columnas.",
  ],
});

const ignoreRule = record<IgnoreRule>({
  when: [condition, "Rows to leave out.", "Filas que se dejan fuera."],
  because: [text, "Why.", "Por qué."],
});

const labelRule = record<LabelRule>({
  column: [text, "Column with the file's own verdict.", "Columna con el veredicto del archivo."],
  commitment: [formatted("name"), "The commitment it is about.", "El compromiso del que habla."],
  met: [list(text), "Texts that say it was kept.", "Textos que dicen que se cumplió."],
  breached: [list(text), "Texts that say it was broken.", "Textos que dicen que se incumplió."],
});

const mappingSpec = record<MappingSpec>({
  source: [
    formatted("name"),
    "The source of every event: files of one source that hold the same event tell it once.",
    "La fuente de todos los eventos: en archivos de una misma fuente, un evento cuenta una vez.",
  ],
  "timeZone?": [
    text,
    "Zone of times without an offset; needed where the file has any.",
    "Zona de las horas sin desplazamiento; hace falta donde el archivo las tiene.",
  ],
  "dates?": [
    list(text, 20),
    "Forms of dates, tried in order: iso, epoch, epochMillis, or letters like dd/MM/yyyy HH:mm:ss.",
    "Formas de las fechas, por orden: iso, epoch, epochMillis, o letras como dd/MM/yyyy HH:mm:ss.",
  ],
  "delimiter?": [text, "Between two cells; a comma.", "Entre dos celdas; una coma."],
  "decimal?": [word(".", ","), "Mark of decimals; a point.", "Marca decimal; un punto."],
  "empty?": [
    maybeEmpty(text),
    "Texts that stand for an empty cell.",
    "Textos que representan una celda vacía.",
  ],
  subject: [
    record<MappingSpec["subject"]>({
      kind: [subject, "What rows are about.", "De qué tratan las filas."],
      id: [text, "Column with its id.", "Columna con su id."],
    }),
    "The subject of every event of a row.",
    "El sujeto de todos los eventos de una fila.",
  ],
  events: [list(eventRule, 100), "What a row may say.", "Lo que puede decir una fila."],
  "ignore?": [
    list(ignoreRule),
    "Rows left out on purpose; they are counted.",
    "Filas que se dejan fuera a propósito; se cuentan.",
  ],
  "label?": [labelRule, "The file's own verdict.", "El veredicto del propio archivo."],
  "asOf?": [
    text,
    "When the file was written: what is open then is judged as open.",
    "Cuándo se escribió el archivo: lo abierto entonces se juzga como abierto.",
  ],
});

export const mappingShape: RecordShape = record<MappingDocument>({
  apiVersion: [word("acuerdo/v1"), "Version of the language.", "Versión del lenguaje."],
  kind: [word("Mapping"), "What the document is.", "Qué es el documento."],
  metadata: [metadata, "What it is called.", "Cómo se llama."],
  spec: [mappingSpec, "What it says.", "Lo que dice."],
});
