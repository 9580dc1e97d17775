/** Accounts as the server holds them: what every page and route about people is handed. */
import type { FastifyRequest } from "fastify";
import type { MakeToken } from "../../actions/token.ts";
import { preferredLanguage } from "../../api/problem-document.ts";
import type { Language } from "../../engine/agreement.ts";
import { type Instant, SECOND } from "../../engine/time.ts";
import { keepSecret } from "../../store/account.ts";
import type { Database } from "../../store/db.ts";
import { readCookie } from "../security.ts";
import { Identity, type Known } from "./identity.ts";
import { ADDRESS_HEADER } from "./identity-settings.ts";
import { KeyRing } from "./key-ring.ts";
import { letter, type MailKind, type SendMail } from "./mail.ts";

export type AccountSettings = {
  readonly database: Database;
  /** Where people find the product, without a slash at the end: links in the mail begin with it. */
  readonly origin: string;
  readonly now: () => Instant;
  readonly makeToken: MakeToken;
  readonly sendMail?: SendMail;
  /** Prints a line where the server runs: links that could not be mailed. */
  readonly print: (line: string) => void;
  /** Signs cookies and encrypts second factors; the database keeps one where none is given. */
  readonly secret?: string;
};

/** Not `Map`: what is known of a request is forgotten with it. */
type KnownOnce = WeakMap<
  FastifyRequest,
  { readonly found: Promise<Known | undefined>; readonly until: number }
>;

/** One request asks several times; one that streams for hours is asked about again. */
const FRESHNESS = 5 * SECOND;

export class Accounts {
  readonly settings: AccountSettings;
  readonly secret: string;
  readonly identity: Identity;
  readonly keys: KeyRing;
  readonly #known: KnownOnce = new WeakMap();
  readonly #aside = new Set<Promise<void>>();

  constructor(settings: AccountSettings, secret: string) {
    this.settings = settings;
    this.secret = secret;
    this.identity = new Identity({ ...settings, secret });
    this.keys = new KeyRing(settings.database);
  }

  get database(): Database {
    return this.settings.database;
  }

  now(): Instant {
    return this.settings.now();
  }

  /** Who has signed in, asked once a request, or every few seconds of a long one. */
  known(request: FastifyRequest): Promise<Known | undefined> {
    const before = this.#known.get(request);
    if (before && before.until > this.now()) return before.found;
    const found = this.hasSession(request)
      ? this.identity.known(headersOf(request), this.now())
      : Promise.resolve(undefined);
    this.#known.set(request, { found, until: this.now() + FRESHNESS });
    return found;
  }

  /** The cookies of a session that a request has prolonged, on whichever route. */
  async prolonged(request: FastifyRequest): Promise<readonly string[]> {
    // A fault of the database was answered already; here it only means that nothing was prolonged.
    const found = await this.#known.get(request)?.found.catch(() => undefined);
    return found?.cookies ?? [];
  }

  /** Whether a request carries a session's cookie, good or not. */
  hasSession(request: FastifyRequest): boolean {
    return readCookie(request, this.cookieName("session_token")) !== undefined;
  }

  cookieName(name: string): string {
    return `${this.isSecure ? "__Secure-" : ""}acuerdo.${name}`;
  }

  get isSecure(): boolean {
    return this.settings.origin.startsWith("https://");
  }

  /** Whether links reach people by mail. */
  get hasMail(): boolean {
    return this.settings.sendMail !== undefined;
  }

  /**
   * Does something that no answer waits for: how long one takes must not say whether an address is
   * known. What fails is printed, since nobody else would hear of it.
   */
  aside(work: Promise<unknown>): void {
    const told = (error: unknown) =>
      this.settings.print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const done = work.then(() => undefined, told).finally(() => this.#aside.delete(done));
    this.#aside.add(done);
  }

  /** When everything that was done aside is done. */
  async settled(): Promise<void> {
    while (this.#aside.size > 0) await Promise.all(this.#aside);
  }

  /**
   * Mails a link, or prints it where there is no mail. Nobody waits for it: how long an answer
   * takes must not say whether the address is known.
   */
  send(
    kind: MailKind,
    to: {
      readonly to: string;
      readonly language: Language;
      readonly link: string;
      readonly title?: string;
    },
  ): void {
    const { sendMail, print } = this.settings;
    if (sendMail === undefined) print(`${to.to}: ${to.link}`);
    else this.aside(sendMail(letter(kind, to)));
  }
}

/** Opens accounts over a migrated database. */
export async function openAccounts(settings: AccountSettings): Promise<Accounts> {
  const candidate = settings.makeToken();
  const secret =
    settings.secret ??
    (await settings.database.transaction((db) =>
      keepSecret(db, { candidate, now: settings.now() }),
    ));
  return new Accounts(settings, secret);
}

/** What the identity library may see of a request: the address is the one we vouch for. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: request.ip });
  const { cookie, "user-agent": agent } = request.headers;
  if (cookie !== undefined) headers.set("cookie", cookie);
  if (agent !== undefined) headers.set("user-agent", agent.slice(0, 500));
  return headers;
}

export function languageOf(request: FastifyRequest): Language {
  return preferredLanguage(request.headers["accept-language"]);
}
