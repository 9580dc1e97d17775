/** Binds the table of routes: who asks, may they, what do they send; and only then the handler. */
import { isDeepStrictEqual } from "node:util";
import { SpanStatusCode, trace } from "@opentelemetry/api";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { preferredLanguage } from "../api/problem-document.ts";
import type { Route } from "../api/route.ts";
import { routes } from "../api/routes.ts";
import { Refusal, refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import type { Database } from "../store/db.ts";
import { type Authenticate, actorOf, type Caller, may } from "./caller.ts";
import type { Asking, Handlers } from "./handler.ts";
import { once } from "./idempotency.ts";
import type { Metrics } from "./metrics.ts";
import { readRequest } from "./received.ts";

export type Binding = {
  readonly database: Database;
  readonly authenticate: Authenticate;
  readonly now: () => Instant;
  readonly handlers: Handlers;
  readonly metrics: Metrics;
  /** Counts a stranger's request; refuses where there were too many. */
  readonly countStranger: (request: FastifyRequest) => Promise<void>;
};

type AnyHandler = (asking: Asking, received: unknown) => Promise<unknown>;

const tracer = trace.getTracer("acuerdo");

export function bindRoutes(app: FastifyInstance, binding: Binding): void {
  for (const [name, route] of Object.entries(routes) as [keyof Handlers, Route][]) {
    app.route({
      method: route.method,
      url: route.path,
      ...(route.largest === undefined ? {} : { bodyLimit: route.largest }),
      // Who asks is settled before a single byte of a body is read.
      preParsing: async (request) => {
        await admit(binding, route, request);
      },
      handler: (request, reply) =>
        traced(name, () => answer(binding, { name, route }, request, reply)),
    });
  }
}

const callers = new WeakMap<FastifyRequest, Caller>();

async function admit(binding: Binding, route: Route, request: FastifyRequest): Promise<void> {
  const { permission } = route;
  const caller = await knownCaller(binding, request);
  if (caller) callers.set(request, caller);
  if (permission === null) return;
  if (!caller) {
    await binding.countStranger(request);
    return refuse("caller-unknown");
  }
  if (!may(caller, permission)) refuse("permission-missing", { permission });
}

/** One who shows what is no good is counted as a stranger is: guessing has a limit. */
async function knownCaller(binding: Binding, request: FastifyRequest): Promise<Caller | undefined> {
  try {
    return await binding.authenticate(request);
  } catch (refusal) {
    if (refusal instanceof Refusal) await binding.countStranger(request);
    throw refusal;
  }
}

type Bound = { readonly name: keyof Handlers; readonly route: Route };

async function answer(
  binding: Binding,
  { name, route }: Bound,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const caller = callers.get(request) ?? refuse("caller-unknown");
  const received = readRequest(route, request);
  const asking = askingOf(binding, caller, request, reply);
  const status = route.status ?? 200;
  const handle = binding.handlers[name] as unknown as AnyHandler;
  const work = async () => ({ status, body: await handle(asking, received) });
  const isKept = route.method !== "GET" && route.gives === undefined && !route.isSecret;
  const { database } = binding;
  const { now } = asking.acting;
  const done = isKept ? await once({ database, caller, request, now }, work) : await work();
  if (reply.sent) return reply;
  if (isUnchanged(request, reply)) return reply.code(304).send();
  return reply.code(done.status).send(done.body);
}

function askingOf(
  { database, now, authenticate }: Binding,
  caller: Caller,
  request: FastifyRequest,
  reply: FastifyReply,
): Asking {
  const { workspaceId, agreements, customers } = caller;
  const acting = {
    database,
    workspaceId,
    actor: actorOf(caller),
    now: now(),
    ...(agreements ? { agreements } : {}),
    ...(customers ? { customers } : {}),
  };
  const language = preferredLanguage(request.headers["accept-language"]);
  const isStillIn = () => isSame(authenticate, caller, request);
  return { acting, caller, language, request, reply, isStillIn };
}

/** Somebody taken out, signed out, or in another role is not the same any more; a doubt is a no. */
async function isSame(
  authenticate: Authenticate,
  before: Caller,
  request: FastifyRequest,
): Promise<boolean> {
  const now = await authenticate(request).catch(() => undefined);
  return now !== undefined && isDeepStrictEqual(now, before);
}

function isUnchanged({ method, headers }: FastifyRequest, reply: FastifyReply): boolean {
  const tag = reply.getHeader("etag");
  return method === "GET" && tag !== undefined && headers["if-none-match"] === tag;
}

function traced<T>(name: string, work: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
