/** What the screens say of deeds: the verbs, what they ask, and what was done. */
import type { Sentence } from "../../engine/problems/kind.ts";
import type { channels, DeedName } from "../deed.ts";

export const deedVerbs: Readonly<Record<DeedName, Sentence>> = {
  attempt: { es: "Registrar intento", en: "Log attempt" },
  assign: { es: "Reasignar", en: "Reassign" },
  reject: { es: "Rechazar", en: "Reject" },
  acknowledge: { es: "Hacerme cargo", en: "Take it on" },
  waive: { es: "Dispensar", en: "Waive" },
};

export const channelWords: Readonly<Record<(typeof channels)[number], Sentence>> = {
  phone: { es: "Llamada", en: "Call" },
  email: { es: "Correo", en: "Email" },
  whatsapp: { es: "WhatsApp", en: "WhatsApp" },
  linkedin: { es: "LinkedIn", en: "LinkedIn" },
  meeting: { es: "Reunión", en: "Meeting" },
};

/** What follows the code of a rejection. */
export const detailWords: Readonly<Record<string, Sentence>> = {
  route: { es: "ruta", en: "route" },
  territory: { es: "territorio", en: "territory" },
  owner: { es: "responsable", en: "owner" },
  duplicate: { es: "duplicado", en: "duplicate" },
  customer: { es: "ya es cliente", en: "already a customer" },
  deal: { es: "ya tiene un negocio abierto", en: "already has an open deal" },
  missing: { es: "falta un campo", en: "a field is missing" },
  invalid: { es: "un campo no sirve", en: "a field is useless" },
  bounced: { es: "el correo rebota", en: "mail bounces" },
  phone: { es: "el teléfono no es suyo", en: "the phone is somebody else's" },
  spam: { es: "correo basura", en: "spam" },
  test: { es: "prueba", en: "a test" },
  size: { es: "tamaño", en: "size" },
  sector: { es: "sector", en: "sector" },
  country: { es: "país", en: "country" },
  role: { es: "puesto", en: "role" },
  score: { es: "puntuación", en: "score" },
  competitor: { es: "competencia", en: "competitor" },
  student: { es: "estudiante", en: "student" },
};

export const deedWords = {
  more: { es: "Más", en: "More" },
  mayNot: {
    es: "Tu papel en este espacio no lo permite",
    en: "Your role in this workspace does not allow it",
  },
  channel: { es: "Canal", en: "Channel" },
  note: { es: "Nota", en: "Note" },
  attemptText: {
    es: "Queda como un hecho tuyo, ahora mismo. Un hecho no se borra.",
    en: "It is kept as a fact of yours, right now. A fact is not erased.",
  },
  reason: { es: "Motivo", en: "Reason" },
  detail: { es: "Detalle", en: "Detail" },
  noDetail: { es: "sin detalle", en: "no detail" },
  rejectText: {
    es: "Vuelve a quien lo entregó, con el motivo y tal como se recibió. La otra parte puede corregirlo, aceptarlo o disentir.",
    en: "It goes back to whoever handed it over, with the reason and as it was received. The other side may correct it, accept or disagree.",
  },
  newOwner: { es: "Nuevo responsable", en: "New owner" },
  newOwnerHint: {
    es: "Como lo llama tu CRM. Sin nadie, queda sin asignar.",
    en: "As your CRM calls them. With nobody it is unassigned.",
  },
  nobody: { es: "nadie", en: "nobody" },
  unknownOwner: {
    es: "Nadie con ese nombre tiene relojes abiertos; revisa cómo se escribe.",
    en: "Nobody by that name has open clocks; check how it is written.",
  },
  load: { es: "Relojes abiertos por responsable", en: "Open clocks by owner" },
  loadBefore: { es: "Ahora", en: "Now" },
  loadAfter: { es: "Después", en: "After" },
  already: { es: "Ya son de esa persona.", en: "They are that person's already." },
  moved: {
    es: "{count, plural, one {# registro cambia} other {# registros cambian}} de manos.",
    en: "{count, plural, one {# record changes} other {# records change}} hands.",
  },
  waiveText: {
    es: "El reloj queda excusado con la aprobación de {party}, a quien se prometió. Se añade una corrección; lo medido sigue a la vista.",
    en: "The clock is excused with the approval of {party}, to whom it was promised. A correction is added; what was measured stays visible.",
  },
  doneAttempt: { es: "Intento registrado: {name}", en: "Attempt logged: {name}" },
  doneReject: { es: "Rechazado: {name}", en: "Rejected: {name}" },
  doneAssign: {
    es: "{count, plural, one {# registro} other {# registros}} para {owner}",
    en: "{count, plural, one {# record} other {# records}} given to {owner}",
  },
  doneAcknowledge: { es: "Te haces cargo de {name}", en: "You take on {name}" },
  doneWaive: { es: "Dispensado: {name}", en: "Waived: {name}" },
  undone: { es: "Deshecho", en: "Undone" },
  chosen: {
    es: "{count, plural, one {# elegido} other {# elegidos}}",
    en: "{count, plural, one {# chosen} other {# chosen}}",
  },
  choose: { es: "Elegir {name}", en: "Choose {name}" },
  chooseAll: { es: "Elegir los que se ven", en: "Choose those shown" },
  drop: { es: "Quitar la selección", en: "Clear the choice" },
} as const satisfies Readonly<Record<string, Sentence>>;
