/**
 * People: who somebody is, proved by a password, a link in the mail, or a second factor. The
 * identity library does the proving; what it says is turned into our refusals here and nowhere
 * else.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { betterAuth } from "better-auth";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { type ProblemCode, refuse } from "../../engine/problem.ts";
import type { Instant } from "../../engine/time.ts";
import {
  type IdentitySettings,
  identityOptions,
  PASSWORD_LEAST,
  PASSWORD_MOST,
  type SendToken,
  sessionLimits,
} from "./identity-settings.ts";
import { refuseGuessable } from "./password.ts";

/** What the library answered: cookies to hand on, and the body it would have sent. */
export type Answered = { readonly cookies: readonly string[]; readonly body: unknown };

export type KnownPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly hasTwoFactor: boolean;
};

export type KnownSession = {
  readonly id: string;
  readonly token: string;
  readonly workspaceId?: string;
  readonly boundTo?: string;
};

export type Known = {
  readonly person: KnownPerson;
  readonly session: KnownSession;
  readonly cookies: readonly string[];
};

type Library = ReturnType<typeof openLibrary>;

function openLibrary(settings: IdentitySettings) {
  return betterAuth(identityOptions(settings));
}

/** Everything that is asked of the identity library, by what it means to us. */
export class Identity {
  readonly #library: Library;
  readonly #secret: string;
  /**
   * Who mails the link that is being asked for: the library calls back and knows only an address.
   */
  readonly #mailing = new AsyncLocalStorage<SendToken>();

  constructor(settings: Omit<IdentitySettings, "sendLink">) {
    const sendLink: SendToken = async (to) => this.#mailing.getStore()?.(to);
    this.#library = openLibrary({ ...settings, sendLink });
    this.#secret = settings.secret;
  }

  /** The person of a session cookie, while the session lasts. */
  async known(headers: Headers, now: Instant): Promise<Known | undefined> {
    const answer = await this.#library.api.getSession({ headers, asResponse: true });
    const found: unknown = await answer.json();
    if (!answer.ok || !isFound(found)) return undefined;
    const { session, user } = found;
    const age = now - Date.parse(session.createdAt);
    if (age > sessionLimits.longest * 1_000) {
      await this.#end(session.token);
      return undefined;
    }
    return {
      person: {
        id: user.id,
        name: user.name,
        email: user.email,
        hasTwoFactor: user.twoFactorEnabled === true,
      },
      session: {
        id: session.id,
        token: session.token,
        ...(session.workspaceId ? { workspaceId: session.workspaceId } : {}),
        ...(session.boundTo ? { boundTo: session.boundTo } : {}),
      },
      cookies: answer.headers.getSetCookie(),
    };
  }

  /**
   * By address and password. `needsCode`: a second factor is asked for before there is a session.
   */
  async signIn(
    headers: Headers,
    body: { readonly email: string; readonly password: string },
  ): Promise<Answered & { readonly needsCode: boolean }> {
    const answer = await this.#library.api.signInEmail({ headers, body, asResponse: true });
    const answered = await read(answer, "sign-in-wrong");
    const needsCode = (answered.body as { twoFactorRedirect?: unknown }).twoFactorRedirect === true;
    return { ...answered, needsCode };
  }

  /** The code of an authenticator app, or one of the backup codes. */
  async giveCode(headers: Headers, code: string): Promise<Answered> {
    const body = { code: code.replace(/\s/g, "") };
    const isTotp = /^\d{6}$/.test(body.code);
    const answer = isTotp
      ? await this.#library.api.verifyTOTP({ headers, body, asResponse: true })
      : await this.#library.api.verifyBackupCode({ headers, body, asResponse: true });
    return read(answer, "second-factor-wrong");
  }

  /** Ends a session that should not have been opened, by what the library answered. */
  async close({ body }: Answered): Promise<void> {
    const { token } = body as { token?: string };
    if (token !== undefined) await this.#end(token);
  }

  async signOut(headers: Headers): Promise<Answered> {
    return read(await this.#library.api.signOut({ headers, asResponse: true }), "session-ended");
  }

  /** The same work whether or not anybody has that address: `send` decides whom it tells. */
  async askSignInLink(headers: Headers, email: string, send: SendToken): Promise<void> {
    const body = { email };
    await this.#mailing.run(send, () => this.#library.api.signInMagicLink({ headers, body }));
  }

  async takeSignInLink(headers: Headers, token: string): Promise<Answered> {
    const query = { token };
    const answer = await this.#library.api.magicLinkVerify({ headers, query, asResponse: true });
    if (answer.status >= 300 && answer.status < 400) refuse("link-spent");
    const answered = await read(answer, "link-spent");
    const { user, token: opened } = answered.body as Opened;
    if (user.twoFactorEnabled !== true) return answered;
    await this.#end(opened);
    return refuse("second-factor-needed");
  }

  async askReset(email: string, send: SendToken): Promise<void> {
    const body = { email };
    await this.#mailing.run(send, () => this.#library.api.requestPasswordReset({ body }));
  }

  async reset(token: string, password: string): Promise<void> {
    refuseGuessable(password);
    const body = { token, newPassword: password };
    await read(await this.#library.api.resetPassword({ body, asResponse: true }), "link-spent");
  }

  async changePassword(
    headers: Headers,
    given: { readonly current: string; readonly wanted: string },
  ): Promise<Answered> {
    refuseGuessable(given.wanted);
    const body = {
      currentPassword: given.current,
      newPassword: given.wanted,
      revokeOtherSessions: true,
    };
    const answer = await this.#library.api.changePassword({ headers, body, asResponse: true });
    return read(answer, "sign-in-wrong");
  }

  /**
   * The address for an authenticator app, and codes for the day it is lost. Nothing holds until a
   * code is given.
   */
  async beginTwoFactor(
    headers: Headers,
    password: string,
  ): Promise<{ readonly address: string; readonly backupCodes: readonly string[] }> {
    const body = { password };
    const answer = await this.#library.api.enableTwoFactor({ headers, body, asResponse: true });
    const { totpURI = "", backupCodes = [] } = (await read(answer, "sign-in-wrong")).body as {
      totpURI?: string;
      backupCodes?: string[];
    };
    return { address: totpURI, backupCodes };
  }

  async endTwoFactor(headers: Headers, password: string): Promise<Answered> {
    const body = { password };
    const answer = await this.#library.api.disableTwoFactor({ headers, body, asResponse: true });
    return read(answer, "sign-in-wrong");
  }

  /** A session for somebody whose identity something else has proved. Always a new one. */
  async open(
    headers: Headers,
    body: {
      readonly person: string;
      readonly boundTo?: string;
      readonly workspaceId?: string;
    },
  ): Promise<Answered> {
    const answer = await this.#library.api.openSession({ headers, body, asResponse: true });
    return read(answer, "session-ended");
  }

  /** Adds a person. `password` is absent for those who come by a provider alone. */
  async addPerson(added: {
    readonly name: string;
    readonly email: string;
    readonly isProved: boolean;
    readonly password?: string;
  }): Promise<string> {
    const { password } = added;
    if (password !== undefined) refuseGuessable(password);
    if (added.name.trim() === "") refuse("name-empty");
    const { internalAdapter, password: passwords } = await this.#library.$context;
    const hash = password === undefined ? undefined : await passwords.hash(password);
    const person = await internalAdapter.createUser(
      {
        name: added.name.trim().slice(0, 200),
        email: added.email,
        emailVerified: added.isProved,
      },
      { method: password === undefined ? "sso-oidc" : "email-password" },
    );
    if (hash !== undefined) {
      await internalAdapter.createAccount({
        userId: person.id,
        accountId: person.id,
        providerId: "credential",
        password: hash,
      });
    }
    return person.id;
  }

  /** Undoes `addPerson` where what it was for was refused after all. */
  async removePerson(id: string): Promise<void> {
    const { internalAdapter } = await this.#library.$context;
    await internalAdapter.deleteUser(id);
  }

  /** Who a provider's subject is here, and the note of it. */
  async personOf(provider: string, subject: string): Promise<string | undefined> {
    const { internalAdapter } = await this.#library.$context;
    const found = await internalAdapter.findAccountByKey({
      providerId: provider,
      accountId: subject,
    });
    return found?.userId;
  }

  async link(person: string, provider: string, subject: string): Promise<void> {
    const { internalAdapter } = await this.#library.$context;
    await internalAdapter.createAccount({
      userId: person,
      providerId: provider,
      accountId: subject,
    });
  }

  seal(text: string): Promise<string> {
    return symmetricEncrypt({ key: this.#secret, data: text });
  }

  unseal(text: string): Promise<string> {
    return symmetricDecrypt({ key: this.#secret, data: text });
  }

  async #end(token: string): Promise<void> {
    const { internalAdapter } = await this.#library.$context;
    await internalAdapter.deleteSession(token);
  }
}

/** Codes of the library that mean something more exact than `otherwise`. */
const meanings: Readonly<Record<string, ProblemCode>> = {
  PASSWORD_TOO_SHORT: "password-short",
  PASSWORD_TOO_LONG: "password-long",
  INVALID_TOKEN: "link-spent",
  SESSION_EXPIRED: "session-ended",
  SESSION_NOT_FRESH: "session-ended",
  UNAUTHORIZED: "session-ended",
};

async function read(answer: Response, otherwise: ProblemCode): Promise<Answered> {
  const text = await answer.text();
  const body: unknown = text === "" ? {} : JSON.parse(text);
  if (answer.ok) return { cookies: answer.headers.getSetCookie(), body: body ?? {} };
  const { code = "" } = body as { code?: string };
  return refuse(meanings[code] ?? otherwise, { least: PASSWORD_LEAST, most: PASSWORD_MOST });
}

type Opened = {
  readonly token: string;
  readonly user: { readonly twoFactorEnabled?: boolean };
};

type Found = {
  readonly session: {
    readonly id: string;
    readonly token: string;
    readonly createdAt: string;
    readonly workspaceId?: string | null;
    readonly boundTo?: string | null;
  };
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly twoFactorEnabled?: boolean;
  };
};

function isFound(value: unknown): value is Found {
  return typeof value === "object" && value !== null && "session" in value && "user" in value;
}
