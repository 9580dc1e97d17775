/** Signing in: by password, second factor, or a link in the mail; and out again. */

import { type SignInDeed, tellOfAccount } from "../../actions/account.ts";
import {
  forgetFailures,
  isFirstUse,
  noteFailure,
  refuseLocked,
} from "../../actions/account-attempt.ts";
import { readEmail } from "../../actions/invitation.ts";
import { Refusal, refuse } from "../../engine/problem.ts";
import { DAY, type Instant } from "../../engine/time.ts";
import { findPerson, sweepAccounts } from "../../store/account.ts";
import { ownPath } from "../security.ts";
import { headersOf } from "./accounts.ts";
import { html, type Markup } from "./html.ts";
import type { Answered } from "./identity.ts";
import { field, form } from "./layout.ts";
import type { Page, Shown, Visit } from "./page.ts";
import { say, type Word } from "./words.ts";

const SIGN_IN = "/sign-in";
const CODE = "/sign-in/code";
const LINK = "/sign-in/link";
const OPEN_LINK = "/sign-in/open";
const FORGOT = "/password/forgot";
const RESET = "/password/reset";

const signIn: Page = {
  path: SIGN_IN,
  show: async ({ language, token, value, known }, told) => {
    const next = ownPath(value("next"));
    if (known && told.html === "") return { goTo: next };
    const t = (word: Word) => say(language, word);
    const secret = { type: "password", complete: "current-password" } as const;
    const fields = html`${emailField(t("email"), value("email"))}
${field({ name: "password", label: t("password"), ...secret })}`;
    const done = value("done") === "reset" ? html`<p class="good">${t("resetDone")}</p>` : html``;
    const body = html`${told}${done}
${form({ to: SIGN_IN, token, hidden: { next } }, fields, t("signIn"))}
<nav><a href="${LINK}">${t("mailLink")}</a> <a href="${FORGOT}">${t("forgot")}</a>
<a href="/sign-on">${t("company")}</a></nav>`;
    return { title: t("signIn"), body };
  },
  take: async (visit) => {
    const email = (visit.value("email") ?? "").trim().toLowerCase();
    const password = visit.value("password") ?? "";
    const next = ownPath(visit.value("next"));
    const answered = await guarded(visit, email, () =>
      visit.accounts.identity.signIn(headersOf(visit.request), { email, password }),
    );
    if (answered.needsCode) {
      const query = new URLSearchParams({ next });
      return { goTo: `${CODE}?${query}`, cookies: answered.cookies };
    }
    return enter(visit, { email, answered, next, by: "password" });
  },
};

const code: Page = {
  path: CODE,
  show: async ({ language, token, value }, told) => {
    const label = say(language, "code");
    const hint = say(language, "codeHint");
    const input = field({ name: "code", label, hint, complete: "one-time-code" });
    const hidden = { next: ownPath(value("next")) };
    const body = html`${told}${form({ to: CODE, token, hidden }, input, say(language, "signIn"))}`;
    return { title: say(language, "codeTitle"), body };
  },
  take: async (visit) => {
    const { accounts, request, value } = visit;
    // Who it is lies in the library's cookie, so tries are counted by that cookie's browser alone.
    const answered = await guarded(visit, `second factor ${request.ip}`, () =>
      accounts.identity.giveCode(headersOf(request), value("code") ?? ""),
    );
    const { user } = answered.body as { user?: { email?: string } };
    const email = user?.email ?? "";
    await refuseOverheard(visit, email, answered);
    return enter(visit, { email, answered, next: ownPath(value("next")), by: "secondFactor" });
  },
};

const link: Page = {
  path: LINK,
  show: (visit, told) => askingPage(visit, told, { to: LINK, title: "mailLink" }),
  take: async (visit) => {
    const { accounts, request, language } = visit;
    const email = readEmail(visit.value("email") ?? "");
    await guardedAsking(visit, email);
    const asked = accounts.identity.askSignInLink(headersOf(request), email, async ({ token }) => {
      const person = await accounts.database.transaction((db) => findPerson(db, email));
      if (!person) return;
      const kind = person.hasTwoFactor ? "secondFactor" : "signIn";
      const path = person.hasTwoFactor ? SIGN_IN : `${OPEN_LINK}?token=${token}`;
      accounts.send(kind, { to: email, language, link: accounts.settings.origin + path });
    });
    accounts.aside(asked);
    return sentPage(visit);
  },
};

/** Mail programs open links to look at them: a link is used up by a button, not by being opened. */
const openLink: Page = {
  path: OPEN_LINK,
  show: async ({ language, token, value }, told) => {
    const text = html`<p>${say(language, "linkText")}</p>`;
    const hidden = { token: value("token") };
    const press = form({ to: OPEN_LINK, token, hidden }, text, say(language, "signIn"));
    return { title: say(language, "linkTitle"), body: html`${told}${press}` };
  },
  take: async (visit) => {
    const { accounts, request, value } = visit;
    const given = value("token") ?? "";
    const answered = await accounts.identity.takeSignInLink(headersOf(request), given);
    const { user } = answered.body as { user: { email: string } };
    return enter(visit, { email: user.email, answered, next: "/", by: "link" });
  },
};

const forgot: Page = {
  path: FORGOT,
  show: (visit, told) => askingPage(visit, told, { to: FORGOT, title: "forgot" }),
  take: async (visit) => {
    const { accounts, language } = visit;
    const email = readEmail(visit.value("email") ?? "");
    await guardedAsking(visit, email);
    const asked = accounts.identity.askReset(email, async ({ token }) => {
      const address = `${accounts.settings.origin}${RESET}?token=${token}`;
      accounts.send("reset", { to: email, language, link: address });
    });
    accounts.aside(asked);
    return sentPage(visit);
  },
};

const reset: Page = {
  path: RESET,
  show: async ({ language, token, value }, told) => {
    const label = say(language, "newPassword");
    const hint = say(language, "passwordHint");
    const complete = "new-password";
    const input = field({ name: "password", label, hint, type: "password", complete });
    const hidden = { token: value("token") };
    const body = html`${told}${form({ to: RESET, token, hidden }, input, say(language, "save"))}`;
    return { title: say(language, "resetTitle"), body };
  },
  take: async ({ accounts, value }) => {
    await accounts.identity.reset(value("token") ?? "", value("password") ?? "");
    return { goTo: `${SIGN_IN}?done=reset` };
  },
};

const signOut: Page = {
  path: "/sign-out",
  show: async () => ({ goTo: SIGN_IN }),
  take: async (visit) => {
    const { accounts, known, request } = visit;
    if (!known) return { goTo: SIGN_IN };
    const { cookies } = await accounts.identity.signOut(headersOf(request));
    await tell(visit, "account.signedOut", { account: known.person.id });
    return { goTo: SIGN_IN, cookies };
  },
};

export const signInPages: readonly Page[] = [signIn, code, link, openLink, forgot, reset, signOut];

/** A code that was used is refused for as long as an app could show it. */
async function refuseOverheard(visit: Visit, account: string, answered: Answered): Promise<void> {
  const { accounts, value } = visit;
  const code = (value("code") ?? "").replace(/\s/g, "");
  if (await isFirstUse(accounts.database, { account, code, now: accounts.now() })) return;
  await accounts.identity.close(answered);
  refuse("second-factor-wrong");
}

/** A try that counts: refused while locked, noted when it fails. */
async function guarded<T>(visit: Visit, account: string, tried: () => Promise<T>): Promise<T> {
  const { accounts, request } = visit;
  const trying = { account, address: request.ip, now: accounts.now() };
  await refuseLocked(accounts.database, trying);
  try {
    return await tried();
  } catch (refusal) {
    if (refusal instanceof Refusal) {
      await noteFailure(accounts.database, trying);
      visit.accounts.aside(tellOfRefusal(visit, account));
    }
    throw refusal;
  }
}

/** Asking for mail counts like a failed try: nobody's mailbox is filled from here. */
async function guardedAsking(visit: Visit, email: string): Promise<void> {
  const { accounts, request } = visit;
  const trying = { account: `mail ${email}`, address: request.ip, now: accounts.now() };
  await refuseLocked(accounts.database, trying);
  await noteFailure(accounts.database, trying);
}

/** Each sign-in takes a little of what is over with it, so that nothing of it piles up. */
async function sweepOld({ accounts }: Visit): Promise<void> {
  const before = (accounts.now() - 2 * DAY) as Instant;
  await accounts.database.transaction((db) => sweepAccounts(db, { before, limit: 100 }));
}

async function tellOfRefusal(visit: Visit, email: string): Promise<void> {
  const person = await visit.accounts.database.transaction((db) => findPerson(db, email));
  if (person) await tell(visit, "account.signInRefused", { account: person.id });
}

async function enter(
  visit: Visit,
  {
    email,
    answered,
    next,
    by,
  }: {
    readonly email: string;
    readonly answered: Answered;
    readonly next: string;
    readonly by: string;
  },
): Promise<Shown> {
  const { database } = visit.accounts;
  await forgetFailures(database, email);
  await sweepOld(visit);
  const person = await database.transaction((db) => findPerson(db, email));
  if (!person) return refuse("session-ended");
  await tell(visit, "account.signedIn", { account: person.id, by });
  return { goTo: next, cookies: answered.cookies };
}

function tell(
  { accounts, request }: Visit,
  deed: SignInDeed,
  { account, by }: { readonly account: string; readonly by?: string },
): Promise<void> {
  const facts = { address: request.ip, ...(by === undefined ? {} : { by }) };
  return tellOfAccount(accounts.database, { account, deed, now: accounts.now(), facts });
}

async function askingPage(
  { language, token, value }: Visit,
  told: Markup,
  { to, title }: { readonly to: string; readonly title: Word },
): Promise<Shown> {
  const input = emailField(say(language, "email"), value("email"));
  const asked = form({ to, token }, input, say(language, "send"));
  const body = html`${told}${asked}<nav><a href="${SIGN_IN}">${say(language, "back")}</a></nav>`;
  return { title: say(language, title), body };
}

function sentPage({ language, accounts }: Visit): Shown {
  const here = accounts.hasMail ? html`` : html`<p>${say(language, "sentHere")}</p>`;
  const body = html`<p role="status">${say(language, "sent")}</p>${here}`;
  return { title: say(language, "sentTitle"), body };
}

function emailField(label: string, value: string | undefined): Markup {
  return field({ name: "email", label, type: "email", value, complete: "username" });
}
