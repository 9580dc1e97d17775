/** Checks of what makes a good agreement, once it is a possible one. */
import type { CommitmentSpec } from "../engine/agreement.ts";
import { instantText } from "../engine/time.ts";
import { isTimeZone } from "../engine/zone.ts";
import { type Checked, type Finding, finding, ownCommitments } from "./checked.ts";
import { under } from "./path.ts";

export function checkPractice(checked: Checked): readonly Finding[] {
  return [
    ...checkTerm(checked),
    ...checkExclusions(checked),
    ...checkSides(checked),
    ...checkOverlaps(checked),
    ...checkEscalations(checked),
    ...checkConsequences(checked),
    ...checkGuarded(checked),
    ...checkCompared(checked),
  ];
}

function checkTerm({ spec: { term }, now }: Checked): readonly Finding[] {
  const { from, to, timeZone, renew } = term;
  const zone = isTimeZone(timeZone)
    ? []
    : [finding("time-zone-unknown", "spec.term.timeZone", { zone: timeZone })];
  if (to === undefined) return zone;
  const backwards = to < from ? [finding("term-backwards", "spec.term.to", { from, to })] : [];
  const today = now === undefined ? from : instantText(now).slice(0, 10);
  const isOver = renew !== "automatic" && to >= from && to < today;
  return [
    ...zone,
    ...backwards,
    ...(isOver ? [finding("term-ended", "spec.term.to", { to })] : []),
  ];
}

function checkExclusions({ spec }: Checked): readonly Finding[] {
  if (!spec.exclusions) return [finding("exclusions-missing", "spec")];
  return spec.exclusions.flatMap(({ interval }, index) => {
    if (!interval || interval.to >= interval.from) return [];
    const path = under(under("spec.exclusions", index), "interval");
    return [finding("exclusion-backwards", path, interval)];
  });
}

/** An internal agreement, one between teams of a company, binds every side of it. */
function checkSides(checked: Checked): readonly Finding[] {
  const { parties } = checked.spec;
  const obliged = new Set(
    checked.whole.commitments.flatMap((one) => ("omit" in one ? [] : [one.obliged])),
  );
  const ids = parties.map(({ id }) => id);
  const isInternal =
    parties.every(({ kind }) => kind !== "company") && [...obliged].every((id) => ids.includes(id));
  const idle = parties.flatMap(({ id, role }, index) => {
    const isSide = role.some((one) => one === "provider" || one === "consumer");
    if (!isInternal || !isSide || obliged.has(id)) return [];
    return [finding("party-without-commitment", under("spec.parties", index), { party: id })];
  });
  const selfish = ownCommitments(checked).flatMap(({ commitment, path }) => {
    const { id, obliged: party, beneficiary } = commitment;
    return party === beneficiary
      ? [finding("promise-to-self", under(path, "beneficiary"), { party, commitment: id })]
      : [];
  });
  return [...idle, ...selfish];
}

/** Two clocks with the same signals over the same cases are one promise made twice. */
function checkOverlaps(checked: Checked): readonly Finding[] {
  const seen = new Map<string, string>();
  return ownCommitments(checked).flatMap(({ commitment, path }) => {
    const { id, clock, measure, scope, service, level, obliged, qualifies } = commitment;
    const core = clock ? [clock.start, clock.stop] : [measure, commitment.objective?.each];
    const key = JSON.stringify([core, scope, service, level, obliged, qualifies]);
    const other = seen.get(key);
    seen.set(key, other ?? id);
    return other === undefined || other === id
      ? []
      : [finding("commitments-overlap", path, { commitment: id, other })];
  });
}

function checkEscalations({ spec }: Checked): readonly Finding[] {
  const used = new Set(
    spec.commitments.flatMap((one) => ("escalate" in one ? [one.escalate] : [])),
  );
  return Object.entries(spec.escalations ?? {}).flatMap(([name, steps]) => {
    const path = under("spec.escalations", name);
    const isLate = steps.every(({ at }) => at.startsWith("+"));
    return [
      ...(isLate ? [finding("escalation-late", path, { escalation: name })] : []),
      ...(used.has(name) ? [] : [finding("escalation-unused", path, { name })]),
    ];
  });
}

function checkConsequences({ whole }: Checked): readonly Finding[] {
  const { remedies, review, escalations } = whole;
  const follows = remedies || review || Object.keys(escalations ?? {}).length > 0;
  return follows ? [] : [finding("consequence-missing", "spec")];
}

function checkGuarded(checked: Checked): readonly Finding[] {
  return ownCommitments(checked).flatMap(({ commitment, path }) =>
    isGameable(commitment) && !commitment.guard
      ? [finding("guard-missing", path, { commitment: commitment.id })]
      : [],
  );
}

/** A baseline that is only called so is compared with nothing. */
function checkCompared(checked: Checked): readonly Finding[] {
  return ownCommitments(checked).flatMap(({ commitment: { id, objective }, path }) =>
    objective?.versus === "baseline"
      ? [finding("versus-unsaid", under(under(path, "objective"), "versus"), { commitment: id })]
      : [],
  );
}

function isGameable({ clock, measure }: CommitmentSpec): boolean {
  return clock !== undefined || (measure !== undefined && "count" in measure);
}
