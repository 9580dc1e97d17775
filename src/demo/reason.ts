/** Why leads come back and what people say to it, from a stream of its own. */
import type { Language } from "../engine/agreement.ts";
import type { Attributes } from "../engine/event.ts";
import type { Instant } from "../engine/time.ts";
import { pick, type Random, randomFrom } from "./random.ts";
import type { Scene, Story } from "./story.ts";

/** What a lead is when it is made, as far as the reasons go by it. */
type Profile = {
  readonly company?: {
    readonly employees?: number;
    readonly industry?: string;
    readonly country?: string;
  };
  readonly contact?: { readonly role?: string };
};

/** Beside the streams of stories: a multiple of sixteen and five. */
const REASON_STREAM = 5;

/** After a quarter of its time the company sells to larger ones than was agreed. */
const SMALL_BEFORE = 350;
const SMALL_LATER = 750;

const agreedIndustries = ["manufactura", "logistica", "software"];
const agreedCountries = ["MX", "CO", "CL", "PE"];
const otherDetails: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "REJ-PROC": ["route", "territory", "duplicate", "customer", "deal"],
  "REJ-CLER": ["phone", "bounced", "missing", "invalid"],
};

type Said = Readonly<Record<Language, string>>;

const comments: Readonly<Record<string, Said>> = {
  size: {
    es: "Tiene {employees} empleados; los últimos de ese tamaño no compraron.",
    en: "It has {employees} employees; the last ones of that size did not buy.",
  },
  sector: {
    es: "Es de {industry}: no tenemos casos que mostrarle.",
    en: "It is in {industry}: we have no case to show.",
  },
  country: {
    es: "Está en {country}: todavía no facturamos ahí.",
    en: "It is in {country}: we do not invoice there yet.",
  },
  role: {
    es: "Es {role}; quien decide no está enterado.",
    en: "The contact is {role}; whoever decides has not heard of it.",
  },
  student: { es: "Pide material para su tesis.", en: "Asks for material for a thesis." },
  competitor: { es: "Trabaja para un competidor.", en: "Works for a competitor." },
  score: {
    es: "Descargó una guía hace meses y nada más.",
    en: "Downloaded a guide months ago and nothing else.",
  },
  route: { es: "Es de la cartera de otro equipo.", en: "It belongs to another team's accounts." },
  territory: { es: "Su sede está en otro territorio.", en: "Its office is in another territory." },
  duplicate: {
    es: "Ya estaba con otro correo; la llamamos el mes pasado.",
    en: "It was here under another address; we called last month.",
  },
  customer: { es: "Ya es cliente: va a servicio.", en: "A customer already: it goes to service." },
  deal: { es: "Hay una oportunidad abierta con la empresa.", en: "There is an open deal with it." },
  phone: { es: "El teléfono no existe.", en: "The phone number does not exist." },
  bounced: { es: "El correo rebotó dos veces.", en: "The mail bounced twice." },
  missing: { es: "Falta qué le interesa.", en: "What it is interested in is missing." },
  invalid: { es: "El nombre es de prueba.", en: "The name is a test." },
};

const answers: Readonly<Record<string, Said>> = {
  "lead.rejectionAccepted": {
    es: "De acuerdo: no debió pasar.",
    en: "Agreed: it should not have come through.",
  },
  "lead.corrected": {
    es: "Datos corregidos con la persona.",
    en: "Details corrected with the person.",
  },
  "lead.rerouted": { es: "Va al territorio que le toca.", en: "It goes to its own territory." },
  "lead.rejectionDisputed": {
    es: "Cumplía la definición al entregarse.",
    en: "It met the definition when it was handed over.",
  },
};

/** The detail of a rejection and what the seller writes beside it. */
export function rejectionOf(story: Story, reason: string, at: Instant): Attributes {
  const { scene } = story;
  const profile = (story.arrivals[0]?.event.data ?? {}) as Profile;
  const random = randomFrom(scene.seed, Math.imul(numberOf(story), 16) + REASON_STREAM);
  const among = otherDetails[reason];
  const detail = among ? pick(random, among) : definitional(random, profile, isLate(scene, at));
  return { detail, comment: say(comments[detail], scene.language, factsOf(profile)) };
}

/** What marketing writes when it answers one. */
export function answerOf({ scene }: Story, answer: string): Attributes {
  return { answerReason: say(answers[answer], scene.language, {}) };
}

function numberOf({ subject }: Story): number {
  return Number(subject.slice(subject.indexOf("/") + 1));
}

function isLate({ from, to }: Scene, at: Instant): boolean {
  return at - from > (to - from) / 4;
}

/** The first of what sales misses in a lead that met the definition. */
function definitional(random: Random, { company, contact }: Profile, late: boolean): string {
  const { employees = 0, industry = "", country = "" } = company ?? {};
  if (employees < (late ? SMALL_LATER : SMALL_BEFORE)) return "size";
  if (contact?.role === "estudiante") return "student";
  if (contact?.role === "analista") return "role";
  if (!agreedIndustries.includes(industry)) return "sector";
  if (!agreedCountries.includes(country)) return "country";
  return pick(random, ["score", "competitor", "role"]);
}

function factsOf({ company, contact }: Profile): Readonly<Record<string, string>> {
  return {
    employees: String(company?.employees ?? ""),
    industry: company?.industry ?? "",
    country: company?.country ?? "",
    role: contact?.role ?? "",
  };
}

function say(said: Said | undefined, language: Language, facts: Readonly<Record<string, string>>) {
  return (said?.[language] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
}
