/**
 * What went wrong as an answer: refusals by name, faults of the framework by the name we give them.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import { preferredLanguage, problemDocument } from "../api/problem-document.ts";
import { type Problem, problem, Refusal } from "../engine/problem.ts";

const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/**
 * Answers with a problem document; a fault of ours is logged whole, once, and told by its number.
 */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problems = problemsOf(error, request);
  const [first] = problems;
  if (first.code === "server-fault") request.log.error({ err: error }, "server fault");
  const language = preferredLanguage(request.headers["accept-language"]);
  const document = problemDocument(problems, language, request.id);
  if (document.status === 401) reply.header("www-authenticate", "Bearer");
  reply.code(document.status).type(PROBLEM_TYPE).send(document);
}

type Problems = readonly [Problem, ...Problem[]];

function problemsOf(error: unknown, request: FastifyRequest): Problems {
  if (error instanceof Refusal) return error.problems as Problems;
  const { code, statusCode, message } = error as {
    code?: string;
    statusCode?: number;
    message?: string;
  };
  const named = framework[code ?? ""]?.(request, message ?? "");
  if (named) return [named];
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return [problem("body-unreadable", { reason: message ?? String(statusCode) })];
  }
  return [problem("server-fault", { request: request.id })];
}

/** The framework's own refusals. */
const framework: Readonly<Record<string, (request: FastifyRequest, message: string) => Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => problem("body-too-large"),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ({ headers }) =>
    problem("body-kind-unknown", { type: (headers["content-type"] ?? "").slice(0, 100) }),
  FST_ERR_CTP_EMPTY_JSON_BODY: (_, reason) => problem("body-unreadable", { reason }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: (_, reason) => problem("body-unreadable", { reason }),
};

export function routeUnknown({ method, url }: FastifyRequest): Problem {
  return problem("route-unknown", { method, path: url.split("?")[0]?.slice(0, 200) ?? "" });
}
