/** What the first pages say: where facts come from, and how a file is read. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const startWords = {
  title: { es: "Empezar", en: "Start" },
  lead: {
    es: "De los hechos sale lo que ya prometes sin saberlo, y de ahí tu primer acuerdo. Elige de dónde vienen.",
    en: "The facts show what you already promise without knowing, and from there your first agreement. Choose where they come from.",
  },
  demo: { es: "Demostración", en: "Demo" },
  demoText: {
    es: "Una empresa inventada con un año de leads y tickets, que sigue viva en tiempo real.",
    en: "A made-up company with a year of leads and tickets, which goes on living in real time.",
  },
  demoLoad: { es: "Cargar la demostración", en: "Load the demo" },
  demoTaken: {
    es: "Solo se carga en un espacio vacío, y este ya tiene hechos o acuerdos.",
    en: "It is loaded only into an empty workspace, and this one has facts or agreements.",
  },
  demoNotYours: {
    es: "Solo quien administra el espacio puede cargarla.",
    en: "Only somebody who administers the workspace may load it.",
  },
  demoGoing: {
    es: "{count, plural, one {# hecho registrado} other {# hechos registrados}}…",
    en: "{count, plural, one {# fact recorded} other {# facts recorded}}…",
  },
  file: { es: "Mis datos", en: "My data" },
  fileText: {
    es: "Un CSV de tu CRM o de tu mesa de ayuda: se lee aquí, se te muestra antes y se puede deshacer.",
    en: "A CSV from your CRM or help desk: read here, shown to you first, and it can be undone.",
  },
  fileOpen: { es: "Traer un CSV", en: "Bring a CSV" },
  empty: { es: "Vacío", en: "Empty" },
  emptyText: {
    es: "Escribe tú el acuerdo; los hechos llegarán por la API o por un archivo.",
    en: "Write the agreement yourself; facts will come by the API or by a file.",
  },
  emptyOpen: { es: "Escribir un acuerdo", en: "Write an agreement" },
  reveal: { es: "Ver lo que ya prometes", en: "See what you already promise" },
  intakes: { es: "Archivos traídos", en: "Files brought in" },
  intakeTitle: { es: "Archivo", en: "File" },
  intakeAt: { es: "Cuándo", en: "When" },
  intakeEvents: { es: "Hechos", en: "Facts" },
  intakeState: { es: "Estado", en: "State" },
  intakeStands: { es: "cuenta", en: "counts" },
  intakeGone: { es: "retirado: no cuenta", en: "taken back: counts for nothing" },
  takeBack: { es: "Deshacer", en: "Undo" },
  takeBackTitle: { es: "¿Deshacer «{title}»?", en: 'Undo "{title}"?' },
  takeBackText: {
    es: "Sus {count, plural, one {# hecho deja} other {# hechos dejan}} de contar y todo se juzga de nuevo sin ellos. No se borran: se ven como retirados, y quién lo hizo queda en la auditoría.",
    en: "Its {count, plural, one {# fact counts} other {# facts count}} for nothing from now on, and all is judged again without them. They are not deleted: they show as taken back, and who did it stands in the audit.",
  },
  takenBack: { es: "«{title}» ya no cuenta", en: '"{title}" no longer counts' },
} as const satisfies Readonly<Record<string, Sentence>>;

export const fileWords = {
  title: { es: "Traer un CSV", en: "Bring a CSV" },
  drop: { es: "Suelta aquí tu CSV, o elígelo", en: "Drop your CSV here, or choose it" },
  dropHint: {
    es: "Con una fila de nombres de columna. Se admiten comas, puntos y coma o tabuladores, UTF-8 o Windows.",
    en: "With a row of column names. Commas, semicolons or tabs, UTF-8 or Windows are all fine.",
  },
  choose: { es: "Archivo CSV", en: "CSV file" },
  reading: { es: "Leyendo {name}: {share}", en: "Reading {name}: {share}" },
  read: {
    es: "{name}: {rows, plural, one {# fila} other {# filas}} y {columns, plural, one {# columna} other {# columnas}}, separadas por {delimiter}, en {encoding}.",
    en: "{name}: {rows, plural, one {# row} other {# rows}} and {columns, plural, one {# column} other {# columns}}, parted by {delimiter}, in {encoding}.",
  },
  comma: { es: "comas", en: "commas" },
  semicolon: { es: "punto y coma", en: "semicolons" },
  tab: { es: "tabuladores", en: "tabs" },
  bar: { es: "barras", en: "bars" },
  about: { es: "De qué trata", en: "What it is about" },
  kind: { es: "Cada fila es", en: "Each row is" },
  lead: { es: "un lead", en: "a lead" },
  deal: { es: "una oportunidad", en: "a deal" },
  ticket: { es: "un ticket", en: "a ticket" },
  zone: { es: "Zona de las horas", en: "Zone of the times" },
  zoneHint: {
    es: "Para las horas del archivo que no dicen la suya.",
    en: "For times of the file that do not say theirs.",
  },
  zoneWrong: {
    es: "No es una zona horaria: escribe una como America/Mexico_City.",
    en: "That is no time zone: write one such as Europe/Madrid.",
  },
  order: { es: "Fechas como 03/02/2026", en: "Dates such as 03/02/2026" },
  orderDay: { es: "día primero: 3 de febrero", en: "day first: 3 February" },
  orderMonth: { es: "mes primero: 2 de marzo", en: "month first: 2 March" },
  orderGuess: {
    es: "Ningún valor dice si va antes el día o el mes: elige tú.",
    en: "No value tells whether the day or the month comes first: you choose.",
  },
  columns: { es: "Qué dice cada columna", en: "What each column says" },
  columnsHint: {
    es: "Se han buscado por su nombre y por lo que llevan. Lo que no se elige no se trae.",
    en: "Found by their names and by what is in them. What is not chosen is not brought in.",
  },
  none: { es: "— ninguna —", en: "— none —" },
  preview: {
    es: "{count, plural, one {La primera fila} other {Las primeras # filas}}, como los hechos que serán",
    en: "{count, plural, one {The first row} other {The first # rows}}, as the facts they become",
  },
  line: { es: "Línea", en: "Line" },
  subject: { es: "Registro", en: "Record" },
  facts: { es: "Hechos", en: "Facts" },
  problem: { es: "Problema", en: "Problem" },
  needId: {
    es: "Falta decir qué columna identifica cada registro.",
    en: "Say which column identifies each record.",
  },
  needTime: {
    es: "Falta decir qué columna dice cuándo empezó o cuándo se atendió.",
    en: "Say which column tells when it began or when it was answered.",
  },
  go: {
    es: "Traer {count, plural, one {# fila} other {# filas}}",
    en: "Bring in {count, plural, one {# row} other {# rows}}",
  },
  going: {
    es: "{rows, number} de {all, number} filas · {facts, number} hechos registrados",
    en: "{rows, number} of {all, number} rows · {facts, number} facts recorded",
  },
  done: {
    es: "Traídas {used, plural, one {# fila} other {# filas}}: {accepted, plural, one {# hecho nuevo} other {# hechos nuevos}}, {duplicate, plural, one {# que ya estaba o se repetía} other {# que ya estaban o se repetían}}.",
    en: "{used, plural, one {# row} other {# rows}} brought in: {accepted, plural, one {# new fact} other {# new facts}}, {duplicate, plural, one {# that was there or came twice} other {# that were there or came twice}}.",
  },
  left: {
    es: "{left, plural, one {# fila no se entendió y se quedó fuera, con su porqué} other {# filas no se entendieron y se quedaron fuera, cada una con su porqué}}.",
    en: "{left, plural, one {# row was not understood and was left out, with its reason} other {# rows were not understood and were left out, each with its reason}}.",
  },
  refused: {
    es: "{refused, plural, one {El servidor rechazó # hecho} other {El servidor rechazó # hechos}}.",
    en: "{refused, plural, one {The server refused # fact} other {The server refused # facts}}.",
  },
  leftFile: { es: "filas-fuera", en: "rows-left-out" },
  leftTable: { es: "Filas que se quedaron fuera", en: "Rows that were left out" },
  cells: { es: "La fila", en: "The row" },
  broke: {
    es: "Se cortó: {says} Lo enviado está guardado; vuelve a traer el mismo archivo y seguirá sin repetir nada.",
    en: "It broke off: {says} What was sent is kept; bring in the same file again and it goes on, repeating nothing.",
  },
  other: { es: "Traer otro archivo", en: "Bring in another file" },
} as const satisfies Readonly<Record<string, Sentence>>;

/** What each part of a row is called where its column is chosen. */
export const partWords = {
  id: { es: "Identificador", en: "Identifier" },
  created: { es: "Creado", en: "Created" },
  qualified: { es: "Calificado", en: "Qualified" },
  assigned: { es: "Asignado", en: "Assigned" },
  contacted: { es: "Primer contacto o respuesta", en: "First contact or reply" },
  closed: { es: "Cerrado o resuelto", en: "Closed or solved" },
  won: { es: "Ganado o aceptado", en: "Won or accepted" },
  lost: { es: "Perdido o descartado", en: "Lost or disqualified" },
  title: { es: "Nombre o empresa", en: "Name or company" },
  owner: { es: "Responsable", en: "Owner" },
  status: { es: "Estado o etapa", en: "Status or stage" },
  source: { es: "Fuente", en: "Source" },
  priority: { es: "Prioridad", en: "Priority" },
  email: { es: "Correo", en: "Email" },
  phone: { es: "Teléfono", en: "Phone" },
  value: { es: "Importe", en: "Amount" },
} as const satisfies Readonly<Record<string, Sentence>>;

/** Why a file cannot be read, and what to do. */
export const faultWords = {
  empty: {
    es: "El archivo está vacío: elige uno con una fila de nombres y una por registro.",
    en: "The file is empty: choose one with a row of names and a row for each record.",
  },
  headerOnly: {
    es: "El archivo solo tiene la fila de nombres: no hay ningún registro que traer.",
    en: "The file has only its row of names: there is no record to bring in.",
  },
  binary: {
    es: "Esto no es un texto: exporta la tabla como CSV y elige ese archivo.",
    en: "This is no text: export the table as CSV and choose that file.",
  },
  workbook: {
    es: "Esto es un libro de Excel: guárdalo como «CSV UTF-8» y elige ese archivo.",
    en: 'This is an Excel workbook: save it as "CSV UTF-8" and choose that file.',
  },
  columnTwice: {
    es: "Dos columnas se llaman «{column}»: cambia el nombre de una.",
    en: 'Two columns are called "{column}": rename one of them.',
  },
  columnUnnamed: {
    es: "La primera fila no da nombre a ninguna columna: añade una fila de nombres.",
    en: "The first row names no column: add a row of names.",
  },
  "csv-quote-open": {
    es: "En la línea {line} se abren unas comillas que no se cierran: ciérralas y elige el archivo otra vez.",
    en: "On line {line} a quote is opened and never closed: close it and choose the file again.",
  },
  "csv-quote-stray": {
    es: "En la línea {line} hay texto después de unas comillas que se cierran: corrígelo y elige el archivo otra vez.",
    en: "On line {line} there is text after a quote that closes: mend it and choose the file again.",
  },
  "line-too-long": {
    es: "La fila de la línea {line} pasa de un millón de caracteres: no parece una tabla. Revisa el archivo.",
    en: "The row on line {line} is longer than a million characters: that is hardly a table. Look at the file.",
  },
} as const satisfies Readonly<Record<string, Sentence>>;
