/** Checks of what a document refers to: parties, services, calendars, and the rest of its names. */
import type { ProblemCode } from "../engine/problem.ts";
import { agreementNamed, type Checked, type Finding, finding, ownCommitments } from "./checked.ts";
import { under } from "./path.ts";
import type { Family } from "./shape.ts";

type FamilyRule = {
  readonly code: ProblemCode;
  /** The names there are. */
  readonly names: (checked: Checked) => readonly string[];
  /** What may stand there besides. */
  readonly also?: (name: string, path: string) => boolean;
};

const roles = ["provider", "consumer", "measurer", "auditor", "obliged", "signatories", "sponsors"];
const partyIds = ({ spec }: Checked): readonly string[] => spec.parties.map(({ id }) => id);
const isAddress = (name: string): boolean => /^\S+@\S+\.\S+$/.test(name) || /^#\S+$/.test(name);

const families: Readonly<Record<Family, FamilyRule>> = {
  party: { code: "party-unknown", names: partyIds },
  decider: {
    code: "decider-unknown",
    names: (checked) => [...partyIds(checked), ...roles],
    also: isAddress,
  },
  told: {
    code: "told-unknown",
    names: (checked) => ["owner", "manager", ...partyIds(checked)],
    also: isAddress,
  },
  team: {
    code: "team-unknown",
    names: ({ spec }) => spec.parties.flatMap(({ id, teams = [] }) => [...teams, id]),
  },
  service: {
    code: "service-unknown",
    names: ({ document, bases }) =>
      [document, ...bases].flatMap(({ spec }) => (spec.services ?? []).map(({ id }) => id)),
  },
  calendar: {
    code: "calendar-unknown",
    names: ({ whole, documents }) => [
      ...Object.keys(whole.calendars ?? {}),
      ...documents.flatMap(({ kind, metadata }) => (kind === "Calendar" ? [metadata.name] : [])),
    ],
    also: (name, path) => name === "owner" && path.endsWith(".calendar"),
  },
  escalation: {
    code: "escalation-unknown",
    names: ({ whole }) => Object.keys(whole.escalations ?? {}),
  },
  commitment: {
    code: "commitment-unknown",
    names: ({ whole }) => whole.commitments.flatMap((one) => ("omit" in one ? [] : [one.id])),
  },
};

export function checkReferences(checked: Checked): readonly Finding[] {
  const bases = checkBases(checked);
  if (!checked.isWhole) return [...bases, ...checkDuplicates(checked)];
  const known = new Map(
    Object.entries(families).map(([family, { names }]) => [family, names(checked)]),
  );
  const unknown = checked.leaves.flatMap(({ value, shape, path }) => {
    if (shape.is !== "text" || !shape.refers || typeof value !== "string") return [];
    const { code, also } = families[shape.refers];
    const names = known.get(shape.refers) ?? [];
    const isKnown = names.includes(value) || (also?.(value, path) ?? false);
    return isKnown ? [] : [finding(code, path, { name: value, known: listed(names) })];
  });
  return [
    ...bases,
    ...unknown,
    ...checkDuplicates(checked),
    ...checkLevels(checked),
    ...checkCalendarReferences(checked),
    ...checkOmissions(checked),
    ...checkGuards(checked),
    ...checkShares(checked, known.get("commitment") ?? []),
  ];
}

export function listed(names: readonly string[]): string {
  return [...new Set(names)].join(", ") || "—";
}

function checkBases({ document, documents }: Checked): readonly Finding[] {
  const { name } = document.metadata;
  return (document.spec.extends ?? []).flatMap((base, index) => {
    const path = under("spec.extends", index);
    const found = agreementNamed(documents, base);
    if (!found) return [finding("extends-missing", path, { agreement: name, base })];
    const isCyclic = base === name || reaches(found, name, documents);
    return isCyclic ? [finding("extends-cyclic", path, { agreement: name, base })] : [];
  });
}

function reaches(
  from: Checked["document"],
  name: string,
  documents: Checked["documents"],
  seen: ReadonlySet<string> = new Set(),
): boolean {
  return (from.spec.extends ?? []).some((base) => {
    if (base === name) return true;
    const next = seen.has(base) ? undefined : agreementNamed(documents, base);
    return next !== undefined && reaches(next, name, documents, new Set([...seen, base]));
  });
}

function checkDuplicates({ spec }: Checked): readonly Finding[] {
  const lists: Readonly<Record<string, readonly { readonly id: string }[] | undefined>> = {
    parties: spec.parties,
    services: spec.services,
    handoffs: spec.handoffs,
    commitments: spec.commitments,
    exclusions: spec.exclusions,
    remedies: spec.remedies,
  };
  const levels = (spec.services ?? []).map(
    ({ levels = [] }, index) => [under(under("spec.services", index), "levels"), levels] as const,
  );
  const placed = Object.entries(lists).map(
    ([key, list = []]) => [under("spec", key), list] as const,
  );
  return [...placed, ...levels].flatMap(([path, list]) => repeated(path, list));
}

function repeated(path: string, list: readonly { readonly id: string }[]): readonly Finding[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew ? [] : [finding("id-duplicate", under(under(path, index), "id"), { id })];
  });
}

function checkLevels(checked: Checked): readonly Finding[] {
  const services = [checked.document, ...checked.bases].flatMap(({ spec }) => spec.services ?? []);
  return ownCommitments(checked).flatMap(({ commitment: { level, service }, path }) => {
    const found = services.find(({ id }) => id === service);
    if (level === undefined || !found) return [];
    const names = (found.levels ?? []).map(({ id }) => id);
    const facts = { service: found.id, name: level, known: listed(names) };
    return names.includes(level) ? [] : [finding("level-unknown", under(path, "level"), facts)];
  });
}

function checkCalendarReferences({ spec, documents }: Checked): readonly Finding[] {
  const names = documents.flatMap(({ kind, metadata }) =>
    kind === "Calendar" ? [metadata.name] : [],
  );
  return Object.entries(spec.calendars ?? {}).flatMap(([key, calendar]) => {
    if (!("ref" in calendar) || names.includes(calendar.ref)) return [];
    const path = under(under("spec.calendars", key), "ref");
    return [finding("calendar-unknown", path, { name: calendar.ref, known: listed(names) })];
  });
}

function checkOmissions({ spec, bases }: Checked): readonly Finding[] {
  const inherited = new Set(bases.flatMap((base) => base.spec.commitments.map(({ id }) => id)));
  return spec.commitments.flatMap((one, index) => {
    if (!("omit" in one) || inherited.has(one.id)) return [];
    return [finding("omit-nothing", under("spec.commitments", index), { name: one.id })];
  });
}

function checkGuards(checked: Checked): readonly Finding[] {
  return ownCommitments(checked).flatMap(({ commitment: { id, guard }, path }) =>
    guard === id ? [finding("guard-self", under(path, "guard"), { name: id })] : [],
  );
}

/** The commitments that points and pools of remedies are shared out over. */
function checkShares({ spec }: Checked, names: readonly string[]): readonly Finding[] {
  return (spec.remedies ?? []).flatMap(({ pool, points }, index) => {
    const path = under("spec.remedies", index);
    const each = typeof points?.each === "object" ? Object.keys(points.each) : [];
    const named = [
      ...Object.keys(pool?.weights ?? {}).map((name) => [name, `${path}.pool.weights`] as const),
      ...each.map((name) => [name, `${path}.points.each`] as const),
    ];
    return named.flatMap(([name, at]) =>
      names.includes(name)
        ? []
        : [finding("commitment-unknown", under(at, name), { name, known: listed(names) })],
    );
  });
}
