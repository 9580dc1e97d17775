/** The OpenAPI 3.1 document, made from the schemas that validate. */
import { z } from "zod";
import type { Language } from "../engine/agreement.ts";
import { permissions } from "./permission.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes.ts";

type Json = { readonly [key: string]: unknown };

export function openApi(version: string, language: Language): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [operationId, route] of Object.entries(routes) as [string, Route][]) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = { operationId, ...operation(route, language) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Acuerdo", version, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: `Scopes: ${permissions.join(", ")}` },
      },
      schemas: { Problem: problem },
    },
  };
}

const problem: Json = {
  type: "object",
  required: ["type", "title", "status", "code", "problems"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    instance: { type: "string" },
    problems: { type: "array", items: { type: "object" } },
  },
};

function operation(route: Route, language: Language): Json {
  const { permission } = route;
  return {
    summary: route.says[language],
    security: permission === null ? [] : [{ key: [] }],
    "x-permission": permission,
    parameters: [...parameters(route.params, "path"), ...parameters(route.query, "query")],
    ...(route.body ? { requestBody: requestBody(route, route.body) } : {}),
    responses: {
      [String(route.status ?? 200)]: {
        description: "OK",
        content: {
          [route.gives ?? "application/json"]: { schema: schemaOf(route.answer, "output") },
        },
      },
      default: {
        description: (route.problems ?? []).join(", "),
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
  };
}

function requestBody({ takes = ["application/json"] }: Route, body: z.ZodType): Json {
  const schema = schemaOf(body, "input");
  const content = Object.fromEntries(takes.map((type) => [type, { schema }]));
  return { required: true, content };
}

function parameters(schema: z.ZodType | undefined, place: "path" | "query"): readonly Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Readonly<Record<string, unknown>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([parameter, described]) => ({
    name: parameter,
    in: place,
    required: place === "path" || required.includes(parameter),
    schema: described,
  }));
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return described;
}
