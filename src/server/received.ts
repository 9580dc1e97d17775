/** What a request carries, read by the schemas of its route; everything wrong with it at once. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Route } from "../api/route.ts";
import { type Problem, problem, Refusal } from "../engine/problem.ts";

const parts = ["params", "query", "body"] as const;
const inSpanish = z.locales.es().localeError;
const inEnglish = z.locales.en().localeError;

/** More than these are one mistake made many times. */
const MOST_PROBLEMS = 50;

export function readRequest(route: Route, request: FastifyRequest): Record<string, unknown> {
  const received: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const part of parts) {
    const schema = route[part];
    if (!schema) continue;
    const given = request[part] ?? undefined;
    const read = schema.safeParse(given, { error: inEnglish });
    if (read.success) received[part] = read.data;
    else problems.push(...problemsOf(part, { schema, given, issues: read.error.issues }));
  }
  const [first, ...rest] = problems.slice(0, MOST_PROBLEMS);
  if (first) throw new Refusal([first, ...rest]);
  return received;
}

type Failed = {
  readonly schema: z.ZodType;
  readonly given: unknown;
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
};

function problemsOf(part: string, { schema, given, issues }: Failed): readonly Problem[] {
  const spanish = schema.safeParse(given, { error: inSpanish }).error?.issues ?? [];
  return issues.map(({ path, message }, index) =>
    problem("request-wrong", {
      path: [part, ...path].map(String).join("."),
      reasonEn: message,
      reasonEs: spanish[index]?.message ?? message,
    }),
  );
}
