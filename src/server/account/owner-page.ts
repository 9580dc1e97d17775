/** The first page of all: the link in the terminal makes the owner. */
import { becomeOwner, checkOwnerLink, ownerlessWorkspace } from "../../actions/account.ts";
import { readEmail } from "../../actions/invitation.ts";
import { shortNameOf } from "../../actions/workspace.ts";
import { refuse } from "../../engine/problem.ts";
import { isTimeZone } from "../../engine/zone.ts";
import { findPerson } from "../../store/account.ts";
import { headersOf } from "./accounts.ts";
import { html } from "./html.ts";
import { type Field, field, form } from "./layout.ts";
import type { Page, Visit } from "./page.ts";
import { say, type Word } from "./words.ts";

/** Where the link leads; the token is added by whoever shows it. */
const OWNER_PATH = "/owner";

const FALLBACK_ZONE = { es: "America/Mexico_City", en: "America/New_York" } as const;

export const ownerPage: Page = {
  path: OWNER_PATH,
  show: async ({ accounts, language, token, value }, told) => {
    const link = value("token") ?? "";
    await checkOwnerLink(accounts.database, { token: link, now: accounts.now() });
    const waiting = await ownerlessWorkspace(accounts.database);
    const t = (word: Word) => say(language, word);
    const zone = value("timeZone") ?? FALLBACK_ZONE[language];
    const filled = (name: string, label: Word, more: Partial<Field> & { complete: string }) =>
      field({ name, label: t(label), value: value(name), ...more });
    const company = waiting
      ? html`<p>${say(language, "ownerJoins", { title: waiting.title })}</p>`
      : html`${filled("company", "companyName", { complete: "organization" })}
${filled("timeZone", "timeZone", { value: zone, complete: "off" })}`;
    const secret = { type: "password", value: "", complete: "new-password" } as const;
    const fields = html`${filled("name", "name", { complete: "name" })}
${filled("email", "email", { type: "email", complete: "username" })}
${filled("password", "password", { ...secret, hint: t("passwordHint") })}
${company}`;
    const asked = form({ to: OWNER_PATH, token, hidden: { token: link } }, fields, t("begin"));
    return { title: t("ownerTitle"), body: html`${told}<p>${t("ownerText")}</p>${asked}` };
  },
  take: async (visit) => {
    const { accounts, value } = visit;
    const [token, now] = [value("token") ?? "", accounts.now()];
    await checkOwnerLink(accounts.database, { token, now });
    const workspace = await newWorkspace(visit);
    const email = readEmail(value("email") ?? "");
    const name = value("name") ?? "";
    const account = await ownerAccount(visit, { email, name });
    const founder = { account, name, email };
    const asked = { token, now, founder, workspace };
    const workspaceId = await becomeOwner(accounts.database, asked).catch(async (refusal) => {
      await accounts.identity.removePerson(account);
      throw refusal;
    });
    const headers = headersOf(visit.request);
    const { cookies } = await accounts.identity.open(headers, { person: account, workspaceId });
    return { goTo: "/", cookies };
  },
};

/** Whoever reads the terminal is whom it belongs to: the address counts as proved. */
async function ownerAccount(
  { accounts, value }: Visit,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<string> {
  const known = await accounts.database.transaction((db) => findPerson(db, email));
  if (known) return refuse("member-known", { email });
  const password = value("password") ?? "";
  return accounts.identity.addPerson({ name, email, isProved: true, password });
}

async function newWorkspace({ accounts, language, value }: Visit) {
  const waiting = await ownerlessWorkspace(accounts.database);
  if (waiting) return waiting;
  const title = (value("company") ?? "").trim().slice(0, 200);
  if (title === "") refuse("name-empty");
  const timeZone = value("timeZone") ?? "";
  if (!isTimeZone(timeZone)) refuse("time-zone-unknown", { zone: timeZone });
  return { id: shortNameOf(title), title, language, timeZone };
}
