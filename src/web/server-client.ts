/**
 * The client of our own server: the session's cookie goes by itself, writes carry the page's token.
 */
import { openClient, RequestRefused } from "../api/client.ts";
import type { ToldProblem } from "../api/problem-document.ts";
import type { Language } from "../engine/agreement.ts";
import { carriedKey, dropCarriedKey } from "./carried-key.ts";
import { signInPath } from "./paths.ts";

type ServerClient = ReturnType<typeof clientFor>;

const tokenHeader = "x-acuerdo-token";

const clients = new Map<Language, ServerClient>();

function clientFor(language: Language) {
  return openClient({ address: location.origin, language, fetch: askServer });
}

/** One client a language: what is refused is told in the reader's. */
export function clientOf(language: Language): ServerClient {
  const known = clients.get(language) ?? clientFor(language);
  clients.set(language, known);
  return known;
}

/** A client whose writes are done once, however often they are sent under this key. */
export function clientUnder(language: Language, key: string): ServerClient {
  const ask = (input: RequestInfo | URL, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set("idempotency-key", key);
    return askServer(input, { ...init, headers });
  };
  return openClient({ address: location.origin, language, fetch: ask });
}

/** Fetches with the page's token or a carried key; who is not known signs in and comes back. */
export async function askServer(input: RequestInfo | URL, init: RequestInit = {}) {
  const headers = new Headers(init.headers);
  const token = document.querySelector<HTMLMetaElement>("meta[name=acuerdo-token]")?.content;
  const key = carriedKey();
  if (key !== undefined) headers.set("authorization", `Bearer ${key}`);
  else if (token) headers.set(tokenHeader, token);
  const answered = await fetch(input, { ...init, headers });
  if (answered.status === 401) {
    dropCarriedKey();
    location.assign(signInPath(location.pathname + location.search));
  }
  return answered;
}

/** What the server said against a request that was sent by hand. */
export async function refusedBy(answer: Response): Promise<RequestRefused> {
  return new RequestRefused(await answer.json());
}

/** What went wrong in the server's own words; other faults in theirs. */
export function saysOf(error: unknown): string {
  if (!(error instanceof RequestRefused)) return String(error);
  const { problems, title } = error.document;
  return problems?.[0]?.says ?? title;
}

/** Every problem a refusal names; a fault of another kind is one problem in its own words. */
export function problemsOf(error: unknown): readonly ToldProblem[] {
  const named = error instanceof RequestRefused ? error.document.problems : [];
  if (named && named.length > 0) return named;
  return [{ code: "fault", severity: "error", says: saysOf(error), facts: {} }];
}
