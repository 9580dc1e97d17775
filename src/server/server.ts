/** The HTTP server: the table of routes, the page, and what keeps both in order. */
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { Registry } from "prom-client";
import type { Demo } from "../actions/demo.ts";
import { JSON_LIMIT } from "../api/route.ts";
import { refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import type { Database, Target } from "../store/db.ts";
import { type Listener, listenLive } from "../store/listen.ts";
import type { Accounts } from "./account/accounts.ts";
import { authenticateWith } from "./account/authenticate.ts";
import { accountHandlers } from "./account/handlers.ts";
import { linkHandlers } from "./account/handlers-link.ts";
import { sessionHandlers } from "./account/handlers-session.ts";
import { bindAccounts } from "./account/pages.ts";
import { guardAnswers } from "./answer-headers.ts";
import { bindRoutes } from "./bind.ts";
import type { Authenticate } from "./caller.ts";
import { readContent } from "./content.ts";
import { bindDocuments } from "./documents.ts";
import { agreementHandlers } from "./handlers-agreement.ts";
import { calendarHandlers } from "./handlers-calendar.ts";
import { clockHandlers } from "./handlers-clock.ts";
import { deedHandlers } from "./handlers-deed.ts";
import { disputeHandlers } from "./handlers-dispute.ts";
import { eventHandlers } from "./handlers-event.ts";
import { handoffHandlers } from "./handlers-handoff.ts";
import { intakeHandlers } from "./handlers-intake.ts";
import { personHandlers } from "./handlers-person.ts";
import { revealHandlers } from "./handlers-reveal.ts";
import { reviewHandlers } from "./handlers-review.ts";
import { tellingHandlers } from "./handlers-telling.ts";
import { workspaceHandlers } from "./handlers-workspace.ts";
import { bindHealth } from "./health.ts";
import { bindShared } from "./link-page.ts";
import { openLiveHub } from "./live-hub.ts";
import { openMetrics } from "./metrics.ts";
import { bindPage } from "./page.ts";
import { answerProblem, routeUnknown } from "./problem-answer.ts";
import { bindScreens } from "./screens.ts";

/**
 * Time, chance and accounts are handed in. `target`: where to listen for live changes.
 * `requestsPerMinute`: of one address. `extend`: more routes. `authenticate`: who callers are, in
 * place of what accounts say.
 */
export type ServerSettings = {
  readonly database: Database;
  readonly target: Target;
  readonly version: string;
  readonly now: () => Instant;
  readonly makeId: () => string;
  /** Whether webhooks may reach addresses of one's own network. */
  readonly allowPrivate?: boolean;
  readonly accounts: Accounts;
  readonly authenticate?: Authenticate;
  readonly demo: Demo;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  readonly requestsPerMinute: number;
  readonly isBehindProxy: boolean;
  /** Where the built screens lie; without them the plain page stands in. */
  readonly screens?: string;
  /** Told of the registry behind `/metrics`, for what others count. */
  readonly counted?: (registry: Registry) => void;
  readonly extend?: (app: FastifyInstance) => Promise<void>;
};

export type Server = {
  readonly app: FastifyInstance;
  /** Answers what is under way, lets followers go, and is gone. */
  readonly close: () => Promise<void>;
};

/** Wrong keys and missing sessions that one address may bring in a minute. */
const STRANGERS_PER_MINUTE = 120;

/** Opens a server that does not listen yet. */
export async function openServer(settings: ServerSettings): Promise<Server> {
  const { database, now, accounts } = settings;
  const authenticate = settings.authenticate ?? authenticateWith(accounts);
  const closing = new AbortController();
  const [hub, metrics] = [openLiveHub(), openMetrics()];
  settings.counted?.(metrics.registry);
  const app = openApp(settings);
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    const labels = { route, status: String(reply.statusCode) };
    metrics.requests.observe(labels, reply.elapsedTime / 1_000);
  });
  await app.register(rateLimit, {
    max: settings.requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_, { ttl }) => tooMany(ttl),
  });
  guardAnswers(app, settings.makeId);
  bindHealth(app, { database, metrics });
  const handlers = {
    ...clockHandlers,
    ...deedHandlers,
    ...disputeHandlers,
    ...handoffHandlers,
    ...reviewHandlers,
    ...revealHandlers,
    ...intakeHandlers(settings.makeId),
    ...personHandlers,
    ...tellingHandlers(telling(settings)),
    ...agreementHandlers,
    ...calendarHandlers,
    ...workspaceHandlers(settings),
    ...accountHandlers(accounts),
    ...sessionHandlers(accounts),
    ...linkHandlers(accounts),
    ...eventHandlers({ metrics, hub, closed: closing.signal, now }),
  };
  const countStranger = strangers(app);
  bindRoutes(app, { database, authenticate, now, handlers, metrics, countStranger });
  bindDocuments(app, settings.version);
  bindShared(app, { database, now });
  const { screens } = settings;
  if (screens === undefined || !bindScreens(app, accounts, screens)) bindPage(app);
  await bindAccounts(app, accounts);
  await settings.extend?.(app);
  const listener = await listenLive(settings.target, hub);
  return { app, close: () => close(app, closing, listener) };
}

/** Two random ids are more chance than a secret needs. */
function telling({ makeId, allowPrivate = false }: ServerSettings) {
  const makeSecret = () => `whsec_${Buffer.from(`${makeId()}${makeId()}`).toString("base64")}`;
  return { makeSecret, allowPrivate };
}

function openApp({ logLevel, makeId, isBehindProxy }: ServerSettings): FastifyInstance {
  const app = fastify({
    logger: logLevel === "silent" ? false : { level: logLevel, serializers: { req: toldRequest } },
    genReqId: makeId,
    bodyLimit: JSON_LIMIT,
    trustProxy: isBehindProxy,
    routerOptions: { maxParamLength: 1_000 },
    return503OnClosing: true,
    forceCloseConnections: "idle",
  });
  readContent(app);
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request, reply) => {
    const { code, facts } = routeUnknown(request);
    try {
      refuse(code, facts);
    } catch (refusal) {
      answerProblem(refusal, request, reply);
    }
  });
  return app;
}

/** A link's token is in its query, so no query is ever logged. */
function toldRequest({ method, url, ip }: FastifyRequest) {
  return { method, path: url.split("?")[0], address: ip };
}

function strangers(app: FastifyInstance): (request: FastifyRequest) => Promise<void> {
  const count = app.createRateLimit({ max: STRANGERS_PER_MINUTE, timeWindow: 60_000 });
  return async (request) => {
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) {
      refuse("requests-too-many", { seconds: Math.ceil(counted.ttl / 1_000) });
    }
  };
}

function tooMany(ttl: number): Error {
  try {
    return refuse("requests-too-many", { seconds: Math.ceil(ttl / 1_000) });
  } catch (refusal) {
    return refusal as Error;
  }
}

async function close(
  app: FastifyInstance,
  closing: AbortController,
  listener: Listener,
): Promise<void> {
  closing.abort();
  await app.close();
  await listener.close();
}
