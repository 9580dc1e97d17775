/** What a page about accounts is: what it shows, and what it does with the form that comes back. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Language } from "../../engine/agreement.ts";
import { type Problem, problemKinds, Refusal } from "../../engine/problem.ts";
import { changes, formToken, readCookie, refuseForeign, refuseStale } from "../security.ts";
import { type Accounts, languageOf } from "./accounts.ts";
import { html, type Markup } from "./html.ts";
import type { Known } from "./identity.ts";
import { layout, pageHeaders } from "./layout.ts";
import { say } from "./words.ts";

/** One visit to a page. `token` goes into its forms; `value` is what a form or the address says. */
export type Visit = {
  readonly accounts: Accounts;
  readonly request: FastifyRequest;
  readonly language: Language;
  readonly token: string;
  readonly known: Known | undefined;
  readonly value: (name: string) => string | undefined;
};

/** A page, or another address to go to. Cookies come from the identity library. */
export type Shown =
  | { readonly title: string; readonly body: Markup }
  | { readonly goTo: string; readonly cookies?: readonly string[] };

export type Page = {
  readonly path: string;
  readonly show: (visit: Visit, told: Markup) => Promise<Shown>;
  /** What the form does; a refusal shows the page again, with the reason on top. */
  readonly take?: (visit: Visit) => Promise<Shown>;
};

/** Bytes of a form: names, addresses, a password. */
const LARGEST_FORM = 16_384;

/** How long a form may stay open before there is a session, in seconds. */
const FORM_LIFE = 86_400;

/** Serves pages. Their forms are read here and nowhere else in the server. */
export function servePages(app: FastifyInstance, accounts: Accounts, pages: readonly Page[]): void {
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: LARGEST_FORM },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.setErrorHandler((error, request, reply) => answerFailure(error, request, reply));
  for (const page of pages) {
    app.get(page.path, async (request, reply) => {
      const visit = await visitOf(accounts, request, reply);
      return answer(reply, visit.language, await page.show(visit, html``));
    });
    if (page.take) {
      app.post(page.path, (request, reply) => takeForm(accounts, page, { request, reply }));
    }
  }
}

async function takeForm(
  accounts: Accounts,
  page: Page,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<FastifyReply> {
  refuseForeign(request, accounts.settings.origin);
  const visit = await visitOf(accounts, request, reply);
  refuseStale(accounts.secret, holderOf(visit.known, accounts, request), visit.value("_token"));
  try {
    const shown = (await page.take?.(visit)) ?? { goTo: page.path };
    return answer(reply, visit.language, shown);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const told = html`<p class="bad" role="alert">${sentences(error.problems, visit.language)}</p>`;
    reply.status(problemKinds[error.code].status);
    return answer(reply, visit.language, await page.show(visit, told));
  }
}

async function visitOf(
  accounts: Accounts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit> {
  const known = await accounts.known(request);
  const holder = holderOf(known, accounts, request) ?? beginForm(accounts, reply);
  return {
    accounts,
    request,
    known,
    language: languageOf(request),
    token: formToken(accounts.secret, holder),
    value: (name) => textOf(request.body, name) ?? textOf(request.query, name),
  };
}

/** Before there is a session a form belongs to a cookie that only this browser has. */
function holderOf(
  known: Known | undefined,
  accounts: Accounts,
  request: FastifyRequest,
): string | undefined {
  return known?.session.id ?? readCookie(request, accounts.cookieName("form"));
}

function beginForm(accounts: Accounts, reply: FastifyReply): string {
  const holder = accounts.settings.makeToken();
  const secure = accounts.isSecure ? "; Secure" : "";
  const kept = `Max-Age=${FORM_LIFE}; Path=/; HttpOnly; SameSite=Lax${secure}`;
  reply.header("set-cookie", `${accounts.cookieName("form")}=${holder}; ${kept}`);
  return holder;
}

function textOf(parts: unknown, name: string): string | undefined {
  if (typeof parts !== "object" || parts === null || !Object.hasOwn(parts, name)) return undefined;
  const value = (parts as Readonly<Record<string, unknown>>)[name];
  return typeof value === "string" ? value : undefined;
}

function answer(reply: FastifyReply, language: Language, shown: Shown): FastifyReply {
  if ("goTo" in shown) {
    for (const cookie of shown.cookies ?? []) reply.header("set-cookie", cookie);
    return reply.header("cache-control", "no-store").redirect(shown.goTo, 303);
  }
  return reply.headers(pageHeaders).send(layout(language, shown.title, shown.body));
}

/** What went wrong, as a page: our own sentence, or a number under which the log has the rest. */
function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const back = changes(request) ? request.url.split("?")[0] : "/sign-in";
  const links = html`<nav><a href="${back}">${say(language, "back")}</a></nav>`;
  if (error instanceof Refusal) {
    const said = sentences(error.problems, language);
    const body = html`<p class="bad" role="alert">${said}</p>${links}`;
    reply.status(problemKinds[error.code].status);
    return answer(reply, language, { title: say(language, "errorTitle"), body });
  }
  const { statusCode = 500 } = error as { statusCode?: number };
  request.log.error(error);
  const said = say(language, "failedText", { request: request.id });
  reply.status(statusCode >= 400 && statusCode < 500 ? statusCode : 500);
  const body = html`<p class="bad" role="alert">${said}</p>${links}`;
  return answer(reply, language, { title: say(language, "failedTitle"), body });
}

function sentences(problems: readonly Problem[], language: Language): string {
  return problems.map(({ says }) => says[language]).join(" ");
}
