/** Whom a word of an agreement reaches. Docs: docs/reference/delivery.md#whom. */
import type { AgreementSpec } from "../engine/agreement.ts";
import type { Member } from "../store/member.ts";
import type { Webhook } from "../store/webhook.ts";
import type { Why } from "./notice-body.ts";

/** A person: a member by account, or somebody outside by address alone. Or an address of a chat. */
export type Reached = {
  readonly account?: string;
  readonly email?: string;
  readonly channel?: string;
  readonly why: Why;
};

/** Everybody who can be reached in a workspace. */
export type Directory = {
  readonly members: readonly Member[];
  readonly webhooks: readonly Webhook[];
};

export type Asked = {
  readonly directory: Directory;
  readonly spec: AgreementSpec;
  readonly obliged: string;
  readonly owner?: string;
  readonly team?: string;
};

const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** Nobody where the word names nobody who can be reached: then the next step is at once. */
export function reach(word: string, asked: Asked): readonly Reached[] {
  const { owner, spec } = asked;
  if (word === "owner") return owner ? person(owner, asked, { who: "owner" }) : [];
  if (word === "manager") return managers(asked);
  if (spec.parties.some(({ id }) => id === word)) return party(word, asked);
  if (EMAIL.test(word)) return person(word, asked, { who: "address", name: word });
  return channel(word, asked);
}

/** A source may know an owner by account or by address; another name reaches nobody. */
function person(name: string, { directory }: Asked, why: Why): readonly Reached[] {
  const lower = name.toLowerCase();
  const known = directory.members.find(
    ({ account, email, title }) =>
      account === name || email?.toLowerCase() === lower || title?.toLowerCase() === lower,
  );
  if (known) return [toReached(known, why)];
  return EMAIL.test(name) ? [{ email: lower, why }] : [];
}

/**
 * The managers of the clock's team, or its owner's; else those without a team; else the party. In a
 * workspace where that is nobody yet, its owners: somebody has to hear.
 */
function managers(asked: Asked): readonly Reached[] {
  const { directory, owner, obliged } = asked;
  const why: Why = { who: "manager" };
  const all = directory.members.filter(({ role }) => role === "manager");
  const own = directory.members.find(
    ({ account, email }) => owner && [account, email].includes(owner),
  );
  const team = asked.team ?? own?.team;
  const wide = all.filter((one) => one.team === undefined);
  const found = all.filter((one) => team !== undefined && one.team === team);
  const chosen = found.length > 0 ? found : wide;
  if (chosen.length > 0) return chosen.map((one) => toReached(one, why));
  const contacts = party(obliged, asked);
  const owners = directory.members.filter(({ role }) => role === "owner");
  if (contacts.length > 0) return contacts;
  return owners.map((one) => toReached(one, { who: "workspaceOwner" }));
}

/** Its contacts; where it has none, the managers of its teams. */
function party(id: string, asked: Asked): readonly Reached[] {
  const spec = asked.spec.parties.find((one) => one.id === id);
  const why: Why = { who: "party", name: spec?.title ?? id };
  const contacts = (spec?.contacts ?? []).flatMap(({ email }) =>
    email === undefined ? [] : person(email, asked, why),
  );
  if (contacts.length > 0) return contacts;
  const teams = [id, ...(spec?.teams ?? [])];
  return asked.directory.members
    .filter(({ role, team }) => role === "manager" && team !== undefined && teams.includes(team))
    .map((one) => toReached(one, why));
}

/** A channel by its title: "#ventas" and "ventas" are one. */
function channel(word: string, { directory }: Asked): readonly Reached[] {
  const plain = (text: string) => text.toLowerCase().replace(/^#/, "");
  return directory.webhooks
    .filter(({ kind, title, id }) => kind !== "standard" && plain(title ?? id) === plain(word))
    .map(({ id }) => ({ channel: id, why: { who: "channel", name: word } as const }));
}

function toReached({ account, email }: Member, why: Why): Reached {
  return { account, ...(email === undefined ? {} : { email }), why };
}

/** The addresses of one kind of chat that an agreement names, else all of that kind. */
export function chatsOf(
  kind: "slack" | "teams",
  { directory, spec }: Pick<Asked, "directory" | "spec">,
): readonly string[] {
  const own = directory.webhooks.filter((one) => one.kind === kind);
  const named = (spec.communication?.channels ?? [])
    .filter((one) => one.kind === kind)
    .map(({ name }) => name.toLowerCase().replace(/^#/, ""));
  const chosen = own.filter(({ title, id }) =>
    named.includes((title ?? id).toLowerCase().replace(/^#/, "")),
  );
  return (chosen.length > 0 ? chosen : own).map(({ id }) => id);
}
