/** Made-up people and companies. Any likeness to real ones is chance. */
import type { Language } from "../engine/agreement.ts";
import { pick, type Random, wholeBetween } from "./random.ts";

type Words = {
  readonly given: readonly [string, ...string[]];
  readonly family: readonly [string, ...string[]];
  readonly trade: readonly [string, ...string[]];
  readonly place: readonly [string, ...string[]];
  readonly interest: readonly [string, ...string[]];
  readonly topic: readonly [string, ...string[]];
};

const words: Readonly<Record<Language, Words>> = {
  es: {
    given: ["Ana", "Luis", "Sofía", "Carla", "Diego", "Elena", "Iván", "Julia", "Marta", "Nicolás"],
    family: ["Aranda", "Beltrán", "Cisneros", "Duarte", "Escobar", "Fuentes", "Galindo", "Ibarra"],
    trade: ["Aceros", "Logística", "Empaques", "Sistemas", "Textiles", "Autopartes", "Alimentos"],
    place: ["del Bajío", "Andina", "del Norte", "La Merced", "San Telmo", "Pacífico", "Miraflores"],
    interest: ["automatizar reportes", "reemplazar hojas de cálculo", "integrar el CRM", "precios"],
    topic: [
      "no puedo entrar",
      "error al exportar",
      "factura",
      "integración",
      "permisos",
      "lentitud",
    ],
  },
  en: {
    given: ["Anna", "Louis", "Sophie", "Carla", "Dean", "Ellen", "Ian", "Julia", "Martha", "Nick"],
    family: ["Archer", "Bell", "Carver", "Dawson", "Ellis", "Foster", "Grant", "Hale", "Irwin"],
    trade: ["Steel", "Logistics", "Packaging", "Systems", "Textiles", "Components", "Foods"],
    place: ["of Ashford", "Northern", "Lakeside", "Harbor", "Summit", "Pacific", "Millbrook"],
    interest: ["automate reports", "replace spreadsheets", "connect the CRM", "pricing"],
    topic: [
      "cannot sign in",
      "export fails",
      "invoice",
      "integration",
      "permissions",
      "slow pages",
    ],
  },
};

export type Person = { readonly name: string; readonly handle: string };

export function person(random: Random, language: Language): Person {
  const { given, family } = words[language];
  const [first, last] = [pick(random, given), pick(random, family)];
  return { name: `${first} ${last}`, handle: plain(`${first}.${last}`) };
}

export function companyName(random: Random, language: Language): string {
  const { trade, place } = words[language];
  return `${pick(random, trade)} ${pick(random, place)} ${wholeBetween(random, 1, 999)}`;
}

export function interestOf(random: Random, language: Language): string {
  return pick(random, words[language].interest);
}

export function topicOf(random: Random, language: Language): string {
  return pick(random, words[language].topic);
}

/** Lower case without accents or spaces: what stands in an address. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-");
}
