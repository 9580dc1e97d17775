/** The page that an invitation's link opens: for a newcomer, a known person, or the wrong one. */
import { shownInvitation, takeInvitation } from "../../actions/invitation.ts";
import { refuse } from "../../engine/problem.ts";
import { findPerson, openInSession } from "../../store/account.ts";
import { headersOf } from "./accounts.ts";
import { html, type Markup } from "./html.ts";
import { field, form } from "./layout.ts";
import type { Page, Shown, Visit } from "./page.ts";
import { roleNames, say } from "./words.ts";

const INVITATION_PATH = "/invitation";

/**
 * A link that went to a mailbox and was shown to nobody else proves the address; one that an
 * administrator could copy proves nothing, and whoever proves the address later takes the account
 * over.
 */
const MAILED = "m.";

export function invitationToken(random: string, isMailed: boolean): string {
  return `${isMailed ? MAILED : "c."}${random}`;
}

export function invitationLink(origin: string, token: string): string {
  return `${origin}${INVITATION_PATH}?token=${token}`;
}

export const invitationPage: Page = {
  path: INVITATION_PATH,
  show: async (visit, told) => {
    const { accounts, language, value } = visit;
    const token = value("token") ?? "";
    const found = await shownInvitation(accounts.database, { token, now: accounts.now() });
    const { role, email } = found.invitation;
    const text = say(language, "invitedAs", { role: roleNames[role]?.[language] ?? role, email });
    const body = html`${told}<p>${text}</p>${await asked(visit, { email, token })}`;
    return { title: say(language, "invitedTitle", { title: found.title }), body };
  },
  take: async (visit) => {
    const { accounts, known, value } = visit;
    const token = value("token") ?? "";
    const { database } = accounts;
    if (!known) return takeAsNewcomer(visit, token);
    if (known.session.boundTo !== undefined) refuse("session-bound");
    const { id: account, email, name } = known.person;
    const now = accounts.now();
    const workspaceId = await takeInvitation(database, { token, now, account, email, name });
    const opened = { id: known.session.id, workspaceId };
    await database.transaction((db) => openInSession(db, opened));
    return { goTo: "/" };
  },
};

async function asked(
  { accounts, language, token: formToken, known, value }: Visit,
  { email, token }: { readonly email: string; readonly token: string },
): Promise<Markup> {
  const to = { to: INVITATION_PATH, token: formToken, hidden: { token } };
  if (known) {
    const own = known.person.email;
    return form(to, html``, say(language, "acceptAs", { email: own }));
  }
  if (await accounts.database.transaction((db) => findPerson(db, email))) {
    const next = new URLSearchParams({ next: `${INVITATION_PATH}?token=${token}` });
    return html`<p>${say(language, "invitedKnown", { email })}</p>
<p><a href="/sign-in?${next.toString()}">${say(language, "signIn")}</a></p>`;
  }
  const name = field({
    name: "name",
    label: say(language, "name"),
    value: value("name"),
    complete: "name",
  });
  const password = field({
    name: "password",
    label: say(language, "password"),
    hint: say(language, "passwordHint"),
    type: "password",
    complete: "new-password",
  });
  return form(to, html`${name}${password}`, say(language, "accept"));
}

async function takeAsNewcomer({ accounts, request, value }: Visit, token: string): Promise<Shown> {
  const { database, identity } = accounts;
  const now = accounts.now();
  const { email } = (await shownInvitation(database, { token, now })).invitation;
  if (await database.transaction((db) => findPerson(db, email))) refuse("sign-in-needed");
  const name = value("name") ?? "";
  const password = value("password") ?? "";
  const isProved = token.startsWith(MAILED);
  const account = await identity.addPerson({ name, email, isProved, password });
  const taken = { token, now, account, email, name: name.trim() };
  const workspaceId = await takeInvitation(database, taken).catch(async (refusal) => {
    await identity.removePerson(account);
    throw refusal;
  });
  const { cookies } = await identity.open(headersOf(request), { person: account, workspaceId });
  return { goTo: "/", cookies };
}
