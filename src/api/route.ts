/**
 * The HTTP contract as data: the server binds it, the client calls it, documents are printed from
 * it, and a test walks through it to see who may call what. Docs: docs/reference/http.md.
 */
import { z } from "zod";
import type { ProblemCode } from "../engine/problem.ts";
import type { Sentence } from "../engine/problems/kind.ts";
import type { Permission } from "./permission.ts";

/**
 * `permission` null: anybody may call it. `takes`: the kinds of content of the body; JSON where
 * nothing is said. `gives`: the kind of content of the answer. `largest`: bytes a body may have.
 */
export type Route = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly permission: Permission | null;
  readonly says: Sentence;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  readonly status?: number;
  readonly takes?: readonly string[];
  readonly gives?: "application/json" | "text/event-stream" | "text/plain" | "application/gzip";
  readonly largest?: number;
  /** Its answer tells a secret, so it is kept nowhere: not even to be given again for a key. */
  readonly isSecret?: true;
  readonly problems?: readonly ProblemCode[];
};

export const JSON_LIMIT = 1_048_576;
export const BATCH_LIMIT = 10 * JSON_LIMIT;

/** Characters of a name, a title or one filter. */
const LONGEST_NAME = 200;
const LARGEST_PAGE = 500;

/** An instant as JSON carries it. */
export const instant = z.iso.datetime({ offset: true });

/** The name of an agreement, a calendar, a commitment. */
export const name = z.string().min(1).max(LONGEST_NAME);

/** "type/id" */
export const subjectName = z.string().min(3).max(600);

/** Several values of one filter: repeated, or with commas between. */
export const several = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().flatMap((text) => text.split(",")))
  .pipe(z.array(z.string().min(1).max(600)).max(100));

/** A flag in an address. */
export const flag = z.enum(["true", "false"]).transform((text) => text === "true");

/** A page: how many, and where the one before ended. */
export const page = {
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(100),
  after: z.string().max(2_000).optional(),
};

/** What is wrong, as an answer carries it. */
export const problemSchema = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  says: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  place: z
    .object({
      file: z.string().optional(),
      line: z.number().optional(),
      column: z.number().optional(),
      path: z.string().optional(),
    })
    .optional(),
});

/** Any JSON. */
export const anything = z.unknown();
