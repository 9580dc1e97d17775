/**
 * What is wrong with documents whose form is right: names that lead nowhere, promises that cannot
 * be kept or never run, and what experience warns of. Docs: docs/reference/agreement.md#checks.
 */
import type { AcuerdoDocument, AgreementDocument } from "../engine/agreement.ts";
import { type Problem, problem } from "../engine/problem.ts";
import { lintRemedies } from "../engine/remedy-lint.ts";
import { checkCalendars } from "./check-calendar.ts";
import { checkCommitments } from "./check-clock.ts";
import { checkConditions } from "./check-condition.ts";
import { checkTies } from "./check-level.ts";
import { checkPractice } from "./check-practice.ts";
import { checkReferences } from "./check-reference.ts";
import { type Checked, type CheckOptions, checkedOf, type Finding, finding } from "./checked.ts";
import { byPlace, placeOf } from "./place.ts";

/** Checks one document; `others` are those it may refer to. */
export function checkAgreement(
  document: AcuerdoDocument,
  { others = [], ...options }: CheckOptions & { readonly others?: readonly AcuerdoDocument[] } = {},
): readonly Problem[] {
  return checkSet([...others, document], options, [document]);
}

/** Checks documents that stand together; told in the order of the documents and their text. */
export function checkSet(
  documents: readonly AcuerdoDocument[],
  options: CheckOptions = {},
  told: readonly AcuerdoDocument[] = documents,
): readonly Problem[] {
  const agreements = documents.filter((one): one is AgreementDocument => one.kind === "Agreement");
  const checked = agreements.map((one) => checkedOf(one, documents, options));
  return told.flatMap((document) => {
    const index = checked.findIndex((one) => one.document === document);
    const one = checked[index];
    const findings = [
      ...checkName(document, documents),
      ...checkCalendars(document),
      ...(one ? checkOne(one, checked.slice(0, index)) : []),
    ];
    return findings.map((found) => placed(found, document)).toSorted(byPlace);
  });
}

function checkOne(checked: Checked, before: readonly Checked[]): readonly Finding[] {
  return [
    ...checkReferences(checked),
    ...checkCommitments(checked),
    ...checkConditions(checked),
    ...checkPractice(checked),
    ...checkTies(checked, before),
    ...checkRemedies(checked),
  ];
}

/** The engine's own questions, which know how credits are worked out. */
function checkRemedies({ whole, isWhole }: Checked): readonly Finding[] {
  if (!isWhole) return [];
  return lintRemedies(whole).map(({ code, facts, place }) =>
    finding(code, place?.path ?? "spec.remedies", facts),
  );
}

/**
 * Two of a name are two revisions where they begin on different days; otherwise one is too many.
 */
function checkName(
  document: AcuerdoDocument,
  documents: readonly AcuerdoDocument[],
): readonly Finding[] {
  const { kind, metadata } = document;
  const first = documents.find(
    (one) => one.metadata.name === metadata.name && beginning(one) === beginning(document),
  );
  if (first === document) return [];
  return [finding("document-duplicate", "metadata.name", { kind, name: metadata.name })];
}

function beginning(document: AcuerdoDocument): string {
  return document.kind === "Agreement" ? document.spec.term.from : "calendar";
}

function placed({ code, facts, path }: Finding, document: AcuerdoDocument): Problem {
  return problem(code, facts, placeOf(document, path) ?? { path });
}
