/**
 * A typed client made from the table of routes: one function a route, in a browser or in Node.
 * Docs: docs/reference/http.md#client.
 */
import type { ProblemDocument } from "./problem-document.ts";
import type { Route } from "./route.ts";
import { type Answer, type RouteName, type Routes, routes, type Sent } from "./routes.ts";

/**
 * `key`: an API key; without one the browser's session is used. `fetch`: the platform's by default.
 */
export type ClientSettings = {
  readonly address: string;
  readonly key?: string;
  readonly language?: "es" | "en";
  readonly fetch?: typeof fetch;
};

/** Routes that need nothing are called with nothing. */
type Call<R> = keyof Sent<R> extends never
  ? () => Promise<Answer<R>>
  : (sent: Sent<R>) => Promise<Answer<R>>;

/** Those whose answer is a stream are not among the functions: ask for them by `address`. */
type Streamed = "followChanges" | "loadDemo" | "exportWorkspace";

export type Client = { readonly [K in Exclude<RouteName, Streamed>]: Call<Routes[K]> };

/** What the server would not do, with every problem it named. */
export class RequestRefused extends Error {
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super(document.title);
    this.name = "RequestRefused";
    this.document = document;
  }
}

type Parts = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };

export function openClient(settings: ClientSettings): Client {
  const calls = Object.entries(routes).map(([called, route]) => [
    called,
    (sent: Parts = {}) => call(settings, route, sent),
  ]);
  return Object.fromEntries(calls) as Client;
}

async function call(settings: ClientSettings, route: Route, sent: Parts): Promise<unknown> {
  const ask = settings.fetch ?? fetch;
  const answered = await ask(addressOf(settings.address, route, sent), {
    method: route.method,
    headers: headersOf(settings, sent),
    ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
  });
  const answer: unknown = await answered.json();
  if (!answered.ok) throw new RequestRefused(answer as ProblemDocument);
  return answer;
}

function headersOf({ key, language }: ClientSettings, sent: Parts): Record<string, string> {
  return {
    accept: "application/json",
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(language === undefined ? {} : { "accept-language": language }),
    ...(sent.body === undefined ? {} : { "content-type": "application/json" }),
  };
}

/** The address of a call; what stands in the path is escaped, lists are repeated. */
function addressOf(base: string, { path }: Route, { params, query }: Parts): string {
  const given = (params ?? {}) as Readonly<Record<string, unknown>>;
  const filled = path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(given[key])),
  );
  const address = new URL(filled, base);
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue;
    for (const one of [value].flat()) address.searchParams.append(key, String(one));
  }
  return address.href;
}
