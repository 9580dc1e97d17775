/**
 * A server with people: browsers that keep cookies and read forms, and a clock that the test moves.
 */
import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import type { LightMyRequestResponse } from "fastify";
import { showOwnerLink } from "../src/actions/account.ts";
import type { Instant } from "../src/engine/time.ts";
import { type Accounts, openAccounts } from "../src/server/account/accounts.ts";
import type { Mail } from "../src/server/account/mail.ts";
import { openServer, type Server } from "../src/server/server.ts";
import { inWorkspace } from "../src/store/db.ts";
import { type Member, saveMember } from "../src/store/member.ts";
import { openTestDatabase, type TestDatabase } from "./database.ts";

export const ORIGIN = "http://localhost:8420";
export const PASSWORD = "caballo grapa pila correcta";

export type Reception = {
  readonly server: Server;
  readonly opened: TestDatabase;
  readonly accounts: Accounts;
  /** What was mailed, and what was printed for want of mail. */
  readonly mails: Mail[];
  readonly printed: string[];
  readonly makeToken: () => string;
  /** Milliseconds that the product's clock is ahead of the machine's. */
  readonly clock: { ahead: number };
  readonly visitor: (address?: string) => Visitor;
  /** Makes the first owner by the link in the terminal, in a workspace of its own. */
  readonly owner: () => Promise<Visitor>;
  /** Somebody with a role in the owner's workspace, signed in. */
  readonly member: (role: Member["role"], more?: Partial<Member>) => Promise<Visitor>;
  readonly run: (text: string) => Promise<readonly Record<string, unknown>[]>;
  readonly close: () => Promise<void>;
};

export const WORKSPACE = "nandu-telecom";

export async function openReception({ hasMail = true } = {}): Promise<Reception> {
  const opened = await openTestDatabase();
  const clock = { ahead: 0 };
  const now = () => (Date.now() + clock.ahead) as Instant;
  const { database } = opened;
  const [mails, printed]: [Mail[], string[]] = [[], []];
  const makeToken = () => randomBytes(32).toString("base64url");
  const sendMail = async (mail: Mail) => void mails.push(mail);
  const accounts = await openAccounts({
    database,
    origin: ORIGIN,
    now,
    makeToken,
    ...(hasMail ? { sendMail } : {}),
    print: (line) => void printed.push(line),
  });
  const server = await openServer({
    database,
    target: opened.ownerAddress,
    version: "0.0.0",
    now,
    makeId: randomUUID,
    accounts,
    demo: { agreements: [], tell: () => [] } as never,
    logLevel: "silent",
    requestsPerMinute: 10_000_000,
    isBehindProxy: false,
  });
  const visitor = (address = "10.0.0.1") => new Visitor(server, accounts, address);
  return {
    server,
    opened,
    accounts,
    mails,
    printed,
    makeToken,
    clock,
    visitor,
    owner: async () => {
      const token = makeToken();
      await showOwnerLink(database, { token, now: now() });
      const ana = visitor();
      const answer = await ana.submit(`/owner?token=${token}`, {
        name: "Ana",
        email: "ana@example.org",
        password: PASSWORD,
        company: "Ñandú Telecom",
        timeZone: "America/Lima",
      });
      assert.equal(answer.statusCode, 303, answer.body);
      return ana;
    },
    member: async (role, more = {}) => {
      const name = randomUUID().slice(0, 8);
      const email = `${name}@example.org`;
      const account = await accounts.identity.addPerson({ name, email, isProved: true });
      const recording = { workspaceId: WORKSPACE, now: now() };
      const limited = role === "counterparty" ? { agreements: ["funnel"] } : {};
      const saved = { account, role, email, title: name, ...limited, ...more };
      await inWorkspace(database, WORKSPACE, (db) => saveMember(db, recording, saved));
      const came = visitor();
      const asked = { person: account, workspaceId: WORKSPACE };
      const { cookies } = await accounts.identity.open(new Headers(), asked);
      came.keep(cookies);
      came.account = account;
      return came;
    },
    run: async (text) => {
      const client = await database.lend();
      try {
        return (await client.query(text)).rows;
      } finally {
        client.release();
      }
    },
    close: async () => {
      await server.close();
      await opened.drop();
    },
  };
}

type Fields = Readonly<Record<string, string>>;
type Sent = Readonly<Record<string, string>>;

/**
 * A browser: it keeps cookies, says where its writes come from, and fills in the forms it is shown.
 */
export class Visitor {
  readonly cookies = new Map<string, string>();
  account = "";
  readonly #server: Server;
  readonly #accounts: Accounts;
  readonly #address: string;
  #token: string | undefined;

  constructor(server: Server, accounts: Accounts, address: string) {
    this.#server = server;
    this.#accounts = accounts;
    this.#address = address;
  }

  keep(set: readonly string[]): void {
    for (const one of set) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      if (/max-age=0/i.test(one)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    this.#token = undefined;
  }

  get session(): string | undefined {
    return this.cookies.get("acuerdo.session_token");
  }

  async send(
    method: "GET" | "POST" | "PUT" | "DELETE",
    url: string,
    { headers = {}, payload }: { readonly headers?: Sent; readonly payload?: string } = {},
  ): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await this.#server.app.inject({
      method,
      url,
      remoteAddress: this.#address,
      headers: { host: "localhost:8420", ...(cookie ? { cookie } : {}), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    this.keep([answer.headers["set-cookie"] ?? []].flat());
    await this.#accounts.settled();
    return answer;
  }

  get(path: string, headers: Sent = {}): Promise<LightMyRequestResponse> {
    return this.send("GET", path, { headers });
  }

  /** Opens a page, fills in the form of it that goes to `to`, and sends it. */
  async submit(
    path: string,
    fields: Fields,
    { to = path.split("?")[0] ?? "", headers = {} }: { to?: string; headers?: Sent } = {},
  ): Promise<LightMyRequestResponse> {
    const page = await this.get(path);
    const form = page.body.split("<form").find((part) => part.includes(`action="${to}"`)) ?? "";
    const shown = [...form.matchAll(/name="([^"]+)"[^>]*? value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value] as const,
    );
    const filled = { ...Object.fromEntries(shown), ...fields };
    return this.post(to, filled, headers);
  }

  post(path: string, fields: Fields, headers: Sent = {}): Promise<LightMyRequestResponse> {
    const type = { "content-type": "application/x-www-form-urlencoded", origin: ORIGIN };
    const payload = new URLSearchParams(fields).toString();
    return this.send("POST", path, { headers: { ...type, ...headers }, payload });
  }

  /** Calls a route of the contract as a page of ours does: by cookie, with the token. */
  async call(
    method: "GET" | "POST" | "PUT" | "DELETE",
    path: string,
    body?: unknown,
    headers: Sent = {},
  ): Promise<LightMyRequestResponse> {
    const token = method === "GET" ? undefined : await this.token();
    const sent = {
      origin: ORIGIN,
      ...(token === undefined ? {} : { "x-acuerdo-token": token }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    };
    const payload = body === undefined ? {} : { payload: JSON.stringify(body) };
    return this.send(method, path, { headers: sent, ...payload });
  }

  async token(): Promise<string | undefined> {
    this.#token ??= (await this.get("/v1/session")).json().token ?? undefined;
    return this.#token;
  }

  signIn(email: string, password = PASSWORD): Promise<LightMyRequestResponse> {
    return this.submit("/sign-in", { email, password });
  }
}

/** The code of a refusal in the contract's answer. */
export function codeOf(answer: LightMyRequestResponse): string | undefined {
  return answer.json().code;
}

/** The link in a text. */
export function linkIn(text: string): string {
  const [link = ""] = /http:\/\/localhost:8420\S+/.exec(text) ?? [];
  return link.slice(ORIGIN.length);
}
