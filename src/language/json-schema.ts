/** Shapes as JSON Schema 2020-12, so that editors complete and check what the reader will judge. */
import { formats } from "./format.ts";
import { type Field, keysOfRecord, type RecordShape, type Shape } from "./shape.ts";
import { agreementShape, calendarDocumentShape } from "./shapes/agreement.ts";
import { calendarShapes } from "./shapes/calendar.ts";
import { testShape } from "./shapes/condition.ts";

export type JsonSchema = { readonly [key: string]: unknown };

/** The schema of each kind of document, by the name of its file. */
export function jsonSchemas(): Readonly<Record<"agreement" | "calendar", JsonSchema>> {
  return {
    agreement: documentSchema(agreementShape, "Agreement", "Acuerdo agreement"),
    calendar: documentSchema(calendarDocumentShape, "Calendar", "Acuerdo calendar"),
  };
}

/** The schema of one kind of document: mapping files have theirs made by it too. */
export function documentSchema(shape: RecordShape, kind: string, title: string): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:acuerdo:v1:${kind.toLowerCase()}`,
    title,
    description: `A document of kind ${kind}, apiVersion acuerdo/v1.`,
    ...schemaOf(shape),
    $defs: {
      condition: conditionSchema,
      conditions: {
        type: "array",
        items: { $ref: "#/$defs/condition" },
        minItems: 1,
        maxItems: 200,
      },
      calendar: { anyOf: calendarShapes.map(schemaOf) },
    },
  };
}

const scalarTypes = ["string", "number", "boolean", "null"];

const conditionSchema: JsonSchema = {
  type: "object",
  minProperties: 1,
  properties: {
    any: { $ref: "#/$defs/conditions" },
    all: { $ref: "#/$defs/conditions" },
    not: { $ref: "#/$defs/condition" },
    is: { type: "string", pattern: "\\S" },
  },
  additionalProperties: {
    anyOf: [{ type: scalarTypes }, { ...schemaOf(testShape), minProperties: 1 }],
  },
};

function schemaOf(shape: Shape): JsonSchema {
  switch (shape.is) {
    case "anything":
      return {};
    case "text":
      return { type: "string", pattern: shape.format ? formats[shape.format].pattern : "\\S" };
    case "number":
      return numberSchema(shape);
    case "flag":
      return { type: "boolean" };
    case "scalar":
      return { type: scalarTypes };
    case "word":
      return { enum: shape.words };
    case "list":
      return {
        type: "array",
        items: schemaOf(shape.of),
        minItems: shape.least,
        maxItems: shape.most,
      };
    case "map":
      return {
        type: "object",
        additionalProperties: schemaOf(shape.of),
        maxProperties: shape.most,
        ...(shape.names && { propertyNames: { pattern: formats[shape.names].pattern } }),
      };
    case "record":
      return recordSchema(shape);
    case "either":
      return { anyOf: shape.choices.map(schemaOf) };
    case "condition":
    case "calendar":
      return { $ref: `#/$defs/${shape.is}` };
  }
}

function numberSchema(shape: Extract<Shape, { readonly is: "number" }>): JsonSchema {
  return {
    type: shape.whole ? "integer" : "number",
    ...(shape.least !== undefined && { minimum: shape.least }),
    ...(shape.most !== undefined && { maximum: shape.most }),
  };
}

function recordSchema(shape: RecordShape): JsonSchema {
  const keys = keysOfRecord(shape);
  const required = keys.filter(({ optional }) => !optional).map(({ name }) => name);
  const groups = (shape.exactlyOne ?? []).map((group) => ({
    oneOf: group.map((key) => ({ required: [key] })),
  }));
  const needs = Object.entries(shape.needs ?? {}).map(([key, other]) => [key, [other]]);
  return {
    type: "object",
    properties: Object.fromEntries(keys.map(({ name, field }) => [name, fieldSchema(field)])),
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    ...(groups.length > 0 && { allOf: groups }),
    ...(needs.length > 0 && { dependentRequired: Object.fromEntries(needs) }),
  };
}

function fieldSchema([shape, description, spanish]: Field): JsonSchema {
  return { ...schemaOf(shape), description, "x-es": spanish };
}
