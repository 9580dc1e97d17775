/**
 * The contract for people and programs: OpenAPI, and a page of it that needs nothing from
 * elsewhere.
 */
import type { FastifyInstance } from "fastify";
import { openApi } from "../api/openapi.ts";
import { permissionsOf, roles } from "../api/permission.ts";
import { preferredLanguage } from "../api/problem-document.ts";
import type { Route } from "../api/route.ts";
import { routes } from "../api/routes.ts";
import type { Language } from "../engine/agreement.ts";
import { type ProblemCode, problemKinds } from "../engine/problem.ts";
import { allowPage } from "./answer-headers.ts";
import { escaped, frame } from "./page-frame.ts";

export function bindDocuments(app: FastifyInstance, version: string): void {
  app.get("/docs/openapi.json", async (request) =>
    openApi(version, preferredLanguage(request.headers["accept-language"])),
  );
  app.get("/docs", async (request, reply) => {
    const language = preferredLanguage(request.headers["accept-language"]);
    return frame({ language, nonce: allowPage(reply), title: "HTTP", body: routesBody(language) });
  });
  app.get("/docs/problems", async (request, reply) => {
    const language = preferredLanguage(request.headers["accept-language"]);
    const title = language === "es" ? "Problemas" : "Problems";
    return frame({ language, nonce: allowPage(reply), title, body: problemsBody(language) });
  });
}

function routesBody(language: Language): string {
  const rows = (Object.entries(routes) as [string, Route][]).map(([name, route]) => {
    const { method, path, permission, says } = route;
    const who = roles.filter((role) => permission && permissionsOf[role].includes(permission));
    return `<tr id="${name}"><th scope="row"><code>${method} ${escaped(path)}</code></th>
      <td>${escaped(says[language])}</td><td>${permission ?? "–"}</td>
      <td>${who.join(", ")}</td></tr>`;
  });
  const words =
    language === "es"
      ? ["Contrato HTTP", "Ruta", "Qué hace", "Permiso", "Roles", "Lo mismo como OpenAPI 3.1"]
      : [
          "HTTP contract",
          "Route",
          "What it does",
          "Permission",
          "Roles",
          "The same as OpenAPI 3.1",
        ];
  const heads = words.slice(1, 5).map((word) => `<th scope="col">${word}</th>`);
  return `<h1>${words[0]}</h1>
    <p><a href="/docs/openapi.json">${words[5]}</a> · <a href="/docs/problems">problems</a></p>
    <div class="scroll"><table><thead><tr>${heads.join("")}</tr></thead>
    <tbody>${rows.join("")}</tbody></table></div>`;
}

function problemsBody(language: Language): string {
  const title = language === "es" ? "Problemas" : "Problems";
  const codes = Object.keys(problemKinds) as ProblemCode[];
  const rows = codes.map((code) => {
    const { status, says } = problemKinds[code];
    return `<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td>
      <td>${escaped(says[language])}</td></tr>`;
  });
  const table = `<table><tbody>${rows.join("")}</tbody></table>`;
  return `<h1>${title}</h1><div class="scroll">${table}</div>`;
}
