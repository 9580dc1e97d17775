/** Signing in with the company's account: to its provider and back, into that workspace alone. */
import { tellOfAccount } from "../../actions/account.ts";
import { readEmail } from "../../actions/invitation.ts";
import { join, mayJoin, singleSignOn } from "../../actions/single-sign-on.ts";
import { refuse } from "../../engine/problem.ts";
import { MINUTE } from "../../engine/time.ts";
import { findPerson } from "../../store/account.ts";
import { inWorkspace } from "../../store/db.ts";
import { findMember } from "../../store/member.ts";
import { ownPath, readCookie } from "../security.ts";
import { type Accounts, headersOf } from "./accounts.ts";
import { html } from "./html.ts";
import { field, form } from "./layout.ts";
import type { Page, Visit } from "./page.ts";
import { beginErrand, type Claimed, discover, type Errand, endErrand } from "./provider.ts";
import { say } from "./words.ts";

const ASK = "/sign-on";
const GO = "/sign-on/go";
const HOME = "/sign-on/callback";

/** How long somebody may take at the provider's page. */
const PATIENCE = 10 * MINUTE;

const ask: Page = {
  path: ASK,
  show: async ({ language, token, value }, told) => {
    const title = say(language, "company");
    const input = field({
      name: "workspace",
      label: say(language, "workspace"),
      hint: say(language, "companyHint"),
      value: value("workspace"),
      complete: "organization",
    });
    return { title, body: html`${told}${form({ to: ASK, token }, input, say(language, "goOn"))}` };
  },
  // A form may lead to our own pages alone, so the provider is one press further.
  take: async ({ accounts, language, value }) => {
    const workspace = (value("workspace") ?? "").trim();
    const { issuer } = await singleSignOn(accounts.database, workspace);
    const query = new URLSearchParams({ workspace });
    const text = `${say(language, "goOn")}: ${new URL(issuer).host}`;
    const body = html`<p><a href="${GO}?${query.toString()}">${text}</a></p>`;
    return { title: say(language, "company"), body };
  },
};

const go: Page = {
  path: GO,
  show: async ({ accounts, value }) => {
    const workspaceId = value("workspace") ?? "";
    const provider = await providerOf(accounts, workspaceId);
    const { address, errand } = await beginErrand(provider, {
      workspaceId,
      next: ownPath(value("next")),
      until: accounts.now() + PATIENCE,
      home: accounts.settings.origin + HOME,
    });
    const sealed = await accounts.identity.seal(JSON.stringify(errand));
    return { goTo: address, cookies: [errandCookie(accounts, sealed, PATIENCE / 1_000)] };
  },
};

const home: Page = {
  path: HOME,
  show: async (visit) => {
    const { accounts, request } = visit;
    const errand = await errandOf(visit);
    const provider = await providerOf(accounts, errand.workspaceId);
    const returned = new URL(request.url, accounts.settings.origin);
    const claimed = await endErrand(provider, errand, returned);
    const person = await personOf(accounts, errand.workspaceId, claimed);
    const opened = { person, boundTo: errand.workspaceId };
    const { cookies } = await accounts.identity.open(headersOf(request), opened);
    await tellOfAccount(accounts.database, {
      account: person,
      deed: "account.signedIn",
      now: accounts.now(),
      facts: { by: "singleSignOn", address: request.ip },
      only: errand.workspaceId,
    });
    return { goTo: errand.next, cookies: [...cookies, errandCookie(accounts, "", 0)] };
  },
};

export const signOnPages: readonly Page[] = [ask, go, home];

async function providerOf(accounts: Accounts, workspaceId: string) {
  const settings = await singleSignOn(accounts.database, workspaceId);
  const secret = await accounts.identity.unseal(settings.clientSecret);
  return discover(settings, { secret, ownOrigin: accounts.settings.origin });
}

/**
 * The account of whom the provider vouches for: known, invited, or of a domain that joins by
 * itself.
 */
async function personOf(
  accounts: Accounts,
  workspaceId: string,
  claimed: Claimed,
): Promise<string> {
  const { database, identity } = accounts;
  const provider = `sso ${workspaceId}`;
  const isMember = (account: string) =>
    inWorkspace(database, workspaceId, (db) => findMember(db, workspaceId, account));
  const linked = await identity.personOf(provider, claimed.subject);
  if (linked !== undefined && (await isMember(linked))) return linked;
  const email = claimed.email === undefined ? refuse("sign-on-refused") : readEmail(claimed.email);
  const known = await database.transaction((db) => findPerson(db, email));
  const account = linked ?? known?.id;
  const acting = { database, workspaceId, actor: "acuerdo/sign-on", now: accounts.now() };
  const isIn = account !== undefined && claimed.isProved && (await isMember(account));
  const found = isIn ? undefined : await mayJoin(acting, { email, isProved: claimed.isProved });
  if (!isIn && !found) return refuse("sign-on-stranger", { email });
  const name = claimed.name;
  const person = account ?? (await identity.addPerson({ name, email, isProved: false }));
  if (linked === undefined) await identity.link(person, provider, claimed.subject);
  if (found) await join(acting, { account: person, email, name }, found);
  return person;
}

async function errandOf({ accounts, request }: Visit): Promise<Errand> {
  const sealed = readCookie(request, accounts.cookieName("sign_on"));
  if (!sealed) return refuse("sign-on-refused");
  const text = await accounts.identity.unseal(sealed).catch(() => refuse("sign-on-refused"));
  const errand = JSON.parse(text) as Errand;
  return errand.until > accounts.now() ? errand : refuse("sign-on-refused");
}

function errandCookie(accounts: Accounts, value: string, seconds: number): string {
  const secure = accounts.isSecure ? "; Secure" : "";
  const kept = `Max-Age=${seconds}; Path=${ASK}; HttpOnly; SameSite=Lax${secure}`;
  return `${accounts.cookieName("sign_on")}=${value}; ${kept}`;
}
