/** What the schema of agreements says of a spot: its keys, its values, and their words. */
import type { Language } from "../engine/agreement.ts";
import { knownEventTypes } from "../engine/event-type.ts";
import { isPlainMap } from "../language/form.ts";
import { formats } from "../language/format.ts";
import { type JsonSchema, jsonSchemas } from "../language/json-schema.ts";
import { knownFields } from "../language/known-fields.ts";
import { namesAt } from "./editor-change.ts";
import { ENTRY, type Spot } from "./editor-spot.ts";

/** `opens`: what is typed after a key that holds a map or a list. */
export type Offer = { readonly label: string; readonly says?: string; readonly isKey: boolean };

const { agreement: root } = jsonSchemas();

/** What may stand at a spot; `value` is the agreement as far as it reads. */
export function offersAt(spot: Spot, value: unknown, language: Language): readonly Offer[] {
  const nodes = nodesAt(spot.path);
  if (spot.place === "key") return keysOf(nodes, language);
  const own = nodes.flatMap(valuesOf);
  const named = referencesOf(spot.path, value);
  const offered = [...new Set([...named, ...own])].map((label) => ({ label, isKey: false }));
  return spot.path.at(-1) === ENTRY ? [...offered, ...keysOf(nodes, language)] : offered;
}

/** What the schema says of the key that a path leads to. */
export function wordsAt(path: readonly string[], language: Language): string | undefined {
  const nodes = nodesAt(path.slice(0, -1));
  const key = path.at(-1) ?? "";
  return nodes.flatMap((node) => saidOf(propertiesOf(node)[key], language))[0];
}

function keysOf(nodes: readonly JsonSchema[], language: Language): readonly Offer[] {
  const keys = nodes.flatMap((node) => Object.entries(propertiesOf(node)));
  const known = keys.map(([label, inner]) => {
    const [says] = saidOf(inner, language);
    return { label, isKey: true, ...(says === undefined ? {} : { says }) };
  });
  const isCondition = nodes.some((node) => "is" in propertiesOf(node));
  const fields = isCondition ? knownFields().map((label) => ({ label, isKey: true })) : [];
  const offers = [...known, ...fields];
  return [...new Map(offers.map((offer) => [offer.label, offer])).values()];
}

function saidOf(node: unknown, language: Language): readonly string[] {
  if (!isPlainMap(node)) return [];
  const says = language === "es" ? node["x-es"] : node.description;
  return typeof says === "string" && says !== "" ? [says] : [];
}

function nodesAt(path: readonly string[]): readonly JsonSchema[] {
  return path.reduce<readonly JsonSchema[]>(
    (nodes, step) => nodes.flatMap((node) => choicesOf(inside(node, step))),
    choicesOf(root),
  );
}

function inside(node: JsonSchema, step: string): unknown {
  if (step === ENTRY) return node.items;
  return propertiesOf(node)[step] ?? node.additionalProperties;
}

/** A schema with its references followed and its choices laid out. */
function choicesOf(node: unknown): readonly JsonSchema[] {
  if (!isPlainMap(node)) return [];
  const name = typeof node.$ref === "string" ? (node.$ref.split("/").at(-1) ?? "") : undefined;
  if (name !== undefined) return choicesOf(isPlainMap(root.$defs) ? root.$defs[name] : undefined);
  return Array.isArray(node.anyOf) ? node.anyOf.flatMap(choicesOf) : [node];
}

function propertiesOf({ properties }: JsonSchema): Readonly<Record<string, unknown>> {
  return isPlainMap(properties) ? properties : {};
}

function valuesOf(node: JsonSchema): readonly string[] {
  if (Array.isArray(node.enum)) return node.enum.map(String);
  if (node.type === "boolean") return ["true", "false"];
  return node.pattern === formats.eventType.pattern ? knownEventTypes : [];
}

/** Keys whose value is the name of something the agreement itself holds. */
const references: Readonly<Record<string, string>> = {
  obliged: "spec.parties",
  beneficiary: "spec.parties",
  provider: "spec.parties",
  consumer: "spec.parties",
  by: "spec.parties",
  from: "spec.parties",
  to: "spec.parties",
  service: "spec.services",
  calendar: "spec.calendars",
  use: "spec.calendars",
  escalate: "spec.escalations",
  guard: "spec.commitments",
  on: "spec.commitments",
  is: "spec.definitions",
};

function referencesOf(path: readonly string[], value: unknown): readonly string[] {
  const key = path.findLast((step) => step !== ENTRY) ?? "";
  const list = Object.hasOwn(references, key) ? references[key] : undefined;
  if (list === undefined || path.includes("term") || path.includes("clock")) return [];
  return namesAt(value, list);
}
