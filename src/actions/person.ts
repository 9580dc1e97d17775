/** The people of a workspace: members, and owners that sources tell of, with what they hold. */
import type { RuleSpec } from "../engine/automation.ts";
import { type Instant, readInstant } from "../engine/time.ts";
import { type Db, inWorkspace } from "../store/db.ts";
import { listMembers, type Role } from "../store/member.ts";
import { listRules } from "../store/rule.ts";
import { ownersKnown } from "../store/subject-people.ts";
import type { Acting } from "./acting.ts";
import { loads } from "./assignment.ts";

/**
 * `id` is what a source calls an owner: an account, an address or a name of its own. `load`: open
 * clocks held. `calendars`, `territories` and `languages` are what rules say.
 */
export type Person = {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: Role | null;
  readonly team: string | null;
  readonly load: number;
  readonly absentUntil: Instant | null;
  readonly calendars: readonly string[];
  readonly territories: readonly string[];
  readonly languages: readonly string[];
};

const MOST_PEOPLE = 2_000;

export function peopleIn(acting: Acting): Promise<readonly Person[]> {
  const { database, workspaceId } = acting;
  return inWorkspace(database, workspaceId, (db) => peopleKnown(db, acting));
}

/** The same inside a transaction. Members first, then the others, by name. */
export async function peopleKnown(
  db: Db,
  { workspaceId, now }: Pick<Acting, "workspaceId" | "now">,
): Promise<readonly Person[]> {
  const members = await listMembers(db, workspaceId, { limit: MOST_PEOPLE });
  const owners = await ownersKnown(db, workspaceId, MOST_PEOPLE);
  const load = await loads(db, workspaceId);
  const rules = (await listRules(db, workspaceId)).map(({ document }) => document as RuleSpec);
  const known = new Map(owners.map(({ id, attributes }) => [id, attributes]));
  const own = members.map(({ account, title, email, role, team }) => {
    const facts = [account, email ?? ""].map((name) => known.get(name)).find(Boolean) ?? {};
    const held = (load.get(account) ?? 0) + (email ? (load.get(email) ?? 0) : 0);
    const said = { name: title ?? null, email: email ?? null, role, team: team ?? null };
    return { id: account, ...said, load: held, ...fromFacts(facts, now) };
  });
  const taken = new Set(members.flatMap(({ account, email }) => [account, email ?? account]));
  const names = new Set([...known.keys(), ...load.keys()].filter((id) => id && !taken.has(id)));
  const others = [...names].map((id) => {
    const facts = known.get(id) ?? {};
    const said = { name: textOf(facts.name), email: null, role: null, team: textOf(facts.team) };
    return { id, ...said, load: load.get(id) ?? 0, ...fromFacts(facts, now) };
  });
  const all = [...own, ...others.sort((a, b) => compare(a.name ?? a.id, b.name ?? b.id))];
  return all.slice(0, MOST_PEOPLE).map((one) => ({ ...one, ...saidBy(rules, one.id) }));
}

function fromFacts(facts: Readonly<Record<string, unknown>>, now: Instant) {
  const until = typeof facts.absentUntil === "string" ? readInstant(facts.absentUntil) : undefined;
  return { absentUntil: until !== undefined && until > now ? until : null };
}

/** What rules that hand out work say of somebody, each once. */
function saidBy(rules: readonly RuleSpec[], id: string) {
  const said = rules
    .flatMap((rule) => rule.do.flatMap((deed) => ("assign" in deed ? deed.assign.people : [])))
    .filter((one) => one.id === id);
  const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();
  return {
    calendars: distinct(said.flatMap(({ calendar }) => calendar ?? [])),
    territories: distinct(said.flatMap(({ territories }) => territories ?? [])),
    languages: distinct(said.flatMap(({ languages }) => languages ?? [])),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
