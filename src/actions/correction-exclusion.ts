/** An exclusion given afterwards, held to what the language would say of it in the agreement. */
import type { AgreementDocument, ExclusionSpec } from "../engine/agreement.ts";
import { excludedSpans } from "../engine/exclusion.ts";
import { Refusal } from "../engine/problem.ts";
import type { RevisionInForce } from "../engine/revision.ts";
import { DAY, type Instant } from "../engine/time.ts";
import { checkAgreement } from "../language/check.ts";
import { printDocument } from "../language/print.ts";
import { readDocuments } from "../language/reader.ts";

/** A rule is followed over a year, to see that it can be. */
const YEAR = 366 * DAY;

/**
 * Refuses an exclusion whose condition, interval or rule cannot be read, with everything that is
 * wrong of it.
 */
export function refuseUnreadable(revision: RevisionInForce, exclusion: ExclusionSpec): void {
  const { document, spec, from } = revision;
  const { extends: _, ...own } = spec;
  const known = spec.exclusions ?? [];
  const whole: AgreementDocument = {
    ...document,
    spec: { ...own, exclusions: [...known, exclusion] },
  };
  const place = `spec.exclusions[${known.length}]`;
  const read = readDocuments(printDocument(whole)).problems;
  const found = [...read, ...checkAgreement(whole)];
  const [first, ...rest] = found.filter(
    (one) => one.severity === "error" && one.place?.path?.startsWith(place),
  );
  if (first) throw new Refusal([first, ...rest]);
  excludedSpans(whole.spec, from)?.(from, (from + YEAR) as Instant);
}
