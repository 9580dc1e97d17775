/**
 * What keeps another page from acting in a person's name: the origin of a request, and a token that
 * only our own pages can know. Docs: docs/operating/security.md.
 */
import { createHmac } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { sameText } from "../actions/token.ts";
import { refuse } from "../engine/problem.ts";

/** Where a page of ours puts its token when it is not a form. */
export const TOKEN_HEADER = "x-acuerdo-token";

const safe: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request may change something. */
export function changes(request: FastifyRequest): boolean {
  return !safe.has(request.method);
}

/**
 * Refuses a request that a browser made from a page that is not ours.
 *
 * A browser always says where a write comes from. What says nothing may come from anywhere, so it
 * is refused as well: whoever is no browser has a key and needs no cookie.
 */
export function refuseForeign(request: FastifyRequest, ownOrigin: string): void {
  const { origin, host } = request.headers;
  if (origin === undefined) {
    const site = request.headers["sec-fetch-site"];
    if (site !== "same-origin") refuse("origin-foreign", { origin: String(site ?? "?") });
    return;
  }
  if (origin !== ownOrigin && hostOf(origin) !== host) refuse("origin-foreign", { origin });
}

function hostOf(origin: string): string | undefined {
  const found = /^https?:\/\/([^/]+)$/.exec(origin);
  return found?.[1]?.toLowerCase();
}

/**
 * The token of `holder`: a session, or the cookie of a page that was opened before there was one.
 */
export function formToken(secret: string, holder: string): string {
  return createHmac("sha256", secret).update(`form ${holder}`).digest("base64url");
}

/** Refuses a token that was not made for `holder`. */
export function refuseStale(secret: string, holder: string | undefined, given: unknown): void {
  const isOurs =
    holder !== undefined && typeof given === "string" && sameText(given, formToken(secret, holder));
  if (!isOurs) refuse("form-stale");
}

/** The value of a cookie of the request. */
export function readCookie(request: FastifyRequest, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

/** A path of our own to go on to; "/" where `text` leads anywhere else. */
export function ownPath(text: unknown): string {
  const isOwn = typeof text === "string" && /^\/(?![/\\])[\w\-./?=&%:~]*$/.test(text);
  return isOwn ? text : "/";
}
