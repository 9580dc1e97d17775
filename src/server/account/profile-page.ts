/**
 * A person's own page: password, second factor, where they are signed in, which workspaces they
 * open.
 */

import { tellOfAccount } from "../../actions/account.ts";
import { noteFailure, refuseLocked } from "../../actions/account-attempt.ts";
import { openTo } from "../../actions/workspace.ts";
import { Refusal, refuse } from "../../engine/problem.ts";
import { instantText } from "../../engine/time.ts";
import { endSessions, listSessions, openInSession } from "../../store/account.ts";
import { headersOf } from "./accounts.ts";
import { html, type Markup } from "./html.ts";
import type { Known } from "./identity.ts";
import { field, form } from "./layout.ts";
import type { Page, Shown, Visit } from "./page.ts";
import { say, type Word } from "./words.ts";

const PROFILE = "/account";
const NOTHING = { html: "" };

type Signed = Visit & { readonly known: Known };

const profile: Page = {
  path: PROFILE,
  show: (visit, told) =>
    visit.known ? profileShown({ ...visit, known: visit.known }, told) : toSignIn(),
};

async function profileShown(visit: Signed, told: Markup): Promise<Shown> {
  const { language, token, known } = visit;
  const t = (word: Word) => say(language, word);
  const own =
    known.session.boundTo === undefined
      ? html`${passwordPart(visit)}${twoFactorPart(visit)}`
      : html`<p class="quiet">${t("boundText")}</p>`;
  const out = form({ to: "/sign-out", token }, NOTHING, t("signOut"));
  const body = html`${told}<p>${known.person.name} · ${known.person.email}</p>
${await workspacePart(visit)}${await sessionPart(visit)}${own}${out}`;
  return { title: t("account"), body };
}

async function workspacePart({ accounts, known, language, token }: Signed): Promise<Markup> {
  const { boundTo, workspaceId } = known.session;
  const memberships = await openTo(accounts.database, known.person.id);
  const within = memberships.filter(
    ({ workspace: one }) => boundTo === undefined || one === boundTo,
  );
  const open = within.find(({ workspace: one }) => one === workspaceId) ?? within[0];
  const rows = within.map(({ workspace }) => {
    const hidden = { workspace };
    const to = `${PROFILE}/workspace`;
    const button = form({ to, token, hidden }, NOTHING, say(language, "open"));
    const told = workspace === open?.workspace ? html` · ${say(language, "opened")}` : button;
    return html`<li>${workspace}${told}</li>`;
  });
  return html`<h2>${say(language, "workspaces")}</h2><ul>${rows}</ul>`;
}

async function sessionPart({ accounts, known, language, token }: Signed): Promise<Markup> {
  const asked = { person: known.person.id, now: accounts.now() };
  const sessions = await accounts.database.transaction((db) => listSessions(db, asked));
  const to = `${PROFILE}/sessions`;
  const rows = sessions.map(({ id, createdAt, address = "", agent = "" }) => {
    const end = form({ to, token, hidden: { id } }, NOTHING, say(language, "end"));
    const told = id === known.session.id ? html` · ${say(language, "thisOne")}` : end;
    const since = instantText(createdAt).slice(0, 16).replace("T", " ");
    return html`<li>${since} UTC · ${address} <span class="quiet">${agent}</span>${told}</li>`;
  });
  const hasOthers = sessions.length > 1;
  const others = hasOthers ? form({ to, token }, NOTHING, say(language, "endOthers")) : NOTHING;
  return html`<h2>${say(language, "sessions")}</h2><ul>${rows}</ul>${others}`;
}

function passwordPart({ language, token }: Signed): Markup {
  const fields = html`${currentField(language, "current")}${field({
    name: "wanted",
    label: say(language, "newPassword"),
    hint: say(language, "passwordHint"),
    type: "password",
    complete: "new-password",
  })}`;
  const title = say(language, "changePassword");
  return html`<h2>${title}</h2>${form({ to: `${PROFILE}/password`, token }, fields, title)}`;
}

function twoFactorPart({ language, token, known }: Signed): Markup {
  const isOn = known.person.hasTwoFactor;
  const to = `${PROFILE}/two-factor${isOn ? "/end" : ""}`;
  const button = say(language, isOn ? "turnOff" : "turnOn");
  return html`<h2>${say(language, "twoFactor")}</h2>
<p>${say(language, isOn ? "twoFactorOn" : "twoFactorOff")}</p>
${form({ to, token }, currentField(language, `two-${isOn ? "end" : "begin"}`), button)}`;
}

const password: Page = {
  path: `${PROFILE}/password`,
  show: (visit, told) => profile.show(visit, told),
  take: async (visit) => {
    const { accounts, request, value, known } = ownSigned(visit);
    const given = { current: value("current") ?? "", wanted: value("wanted") ?? "" };
    const { cookies } = await proving(visit, known, () =>
      accounts.identity.changePassword(headersOf(request), given),
    );
    await tell(visit, known, { deed: "account.passwordChanged", facts: {} });
    return { goTo: PROFILE, cookies };
  },
};

const beginTwoFactor: Page = {
  path: `${PROFILE}/two-factor`,
  show: (visit, told) => profile.show(visit, told),
  take: async (visit) => {
    const { accounts, request, value, known, language, token } = ownSigned(visit);
    const given = value("two-begin") ?? "";
    const { address, backupCodes } = await proving(visit, known, () =>
      accounts.identity.beginTwoFactor(headersOf(request), given),
    );
    const key = new URL(address).searchParams.get("secret") ?? "";
    const rows = backupCodes.map((code) => html`<li><code>${code}</code></li>`);
    const input = field({ name: "code", label: say(language, "code"), complete: "one-time-code" });
    const body = html`<p>${say(language, "keyText")}</p><p><code>${key}</code></p>
<p><a href="${address}">${say(language, "openApp")}</a></p>
<p>${say(language, "backupText")}</p><ul>${rows}</ul>
${form({ to: `${PROFILE}/two-factor/confirm`, token }, input, say(language, "turnOn"))}`;
    return { title: say(language, "twoFactor"), body };
  },
};

const confirmTwoFactor: Page = {
  path: `${PROFILE}/two-factor/confirm`,
  show: async ({ language, token }, told) => {
    const input = field({ name: "code", label: say(language, "code"), complete: "one-time-code" });
    const to = `${PROFILE}/two-factor/confirm`;
    const body = html`${told}${form({ to, token }, input, say(language, "turnOn"))}`;
    return { title: say(language, "twoFactor"), body };
  },
  take: async (visit) => {
    const { accounts, request, value, known } = ownSigned(visit);
    const { cookies } = await proving(visit, known, () =>
      accounts.identity.giveCode(headersOf(request), value("code") ?? ""),
    );
    await tell(visit, known, { deed: "account.twoFactorChanged", facts: { to: "on" } });
    return { goTo: PROFILE, cookies };
  },
};

const endTwoFactor: Page = {
  path: `${PROFILE}/two-factor/end`,
  show: (visit, told) => profile.show(visit, told),
  take: async (visit) => {
    const { accounts, request, value, known } = ownSigned(visit);
    const { cookies } = await proving(visit, known, () =>
      accounts.identity.endTwoFactor(headersOf(request), value("two-end") ?? ""),
    );
    await tell(visit, known, { deed: "account.twoFactorChanged", facts: { to: "off" } });
    return { goTo: PROFILE, cookies };
  },
};

const sessions: Page = {
  path: `${PROFILE}/sessions`,
  show: (visit, told) => profile.show(visit, told),
  take: async (visit) => {
    const { accounts, value, known } = signed(visit);
    const id = value("id");
    const person = known.person.id;
    const ended = id === undefined ? { person, kept: known.session.id } : { person, id };
    await accounts.database.transaction((db) => endSessions(db, ended));
    return { goTo: PROFILE };
  },
};

const workspace: Page = {
  path: `${PROFILE}/workspace`,
  show: (visit, told) => profile.show(visit, told),
  take: async (visit) => {
    const { accounts, value, known } = signed(visit);
    const memberships = await openTo(accounts.database, known.person.id);
    const wanted = memberships.find((one) => one.workspace === value("workspace"));
    if (!wanted) return refuse("workspace-closed");
    const opened = { id: known.session.id, workspaceId: wanted.workspace };
    const isOpen = await accounts.database.transaction((db) => openInSession(db, opened));
    return isOpen === 0 ? refuse("session-bound") : { goTo: "/" };
  },
};

export const profilePages: readonly Page[] = [
  profile,
  password,
  beginTwoFactor,
  confirmTwoFactor,
  endTwoFactor,
  sessions,
  workspace,
];

async function toSignIn(): Promise<Shown> {
  return { goTo: `/sign-in?next=${PROFILE}` };
}

function signed(visit: Visit): Signed {
  return { ...visit, known: visit.known ?? refuse("session-ended") };
}

/** What belongs to the account itself is not for a session that one workspace vouched for. */
function ownSigned(visit: Visit): Signed {
  const found = signed(visit);
  return found.known.session.boundTo === undefined ? found : refuse("session-bound");
}

/** Somebody at an open screen may not guess the password there either. */
async function proving<T>(
  { accounts, request }: Visit,
  { person }: Known,
  tried: () => Promise<T>,
): Promise<T> {
  const trying = { account: person.email, address: request.ip, now: accounts.now() };
  await refuseLocked(accounts.database, trying);
  try {
    return await tried();
  } catch (refusal) {
    const isGuess = refusal instanceof Refusal && /-wrong$/.test(refusal.code);
    if (isGuess) await noteFailure(accounts.database, trying);
    throw refusal;
  }
}

function tell(
  { accounts, request }: Visit,
  { person }: Known,
  done: {
    readonly deed: "account.passwordChanged" | "account.twoFactorChanged";
    readonly facts: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const facts = { ...done.facts, address: request.ip };
  const told = { account: person.id, deed: done.deed, now: accounts.now(), facts };
  return tellOfAccount(accounts.database, told);
}

function currentField(language: "es" | "en", name: string): Markup {
  const label = say(language, "currentPassword");
  return field({ name, label, type: "password", complete: "current-password" });
}
