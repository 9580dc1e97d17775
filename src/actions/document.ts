/** The text of an agreement or calendar on its way in: read, checked beside what stands, hashed. */
import { createHash } from "node:crypto";
import type { AcuerdoDocument } from "../engine/agreement.ts";
import { type Problem, problem, Refusal, refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import { checkAgreement, checkSet } from "../language/check.ts";
import { readDocuments } from "../language/reader.ts";
import type { Db } from "../store/db.ts";
import type { Rules } from "./rulebook.ts";
import { rulesOf } from "./rulebook.ts";

/** What stands in a workspace now: the latest revision of each agreement, and the calendars. */
export async function standingDocuments(
  db: Db,
  workspaceId: string,
): Promise<readonly AcuerdoDocument[]> {
  return latestOf(await rulesOf(db, workspaceId));
}

function latestOf({ agreements, calendars }: Rules): readonly AcuerdoDocument[] {
  const latest = new Map(agreements.map(({ document }) => [document.metadata.name, document]));
  return [...latest.values(), ...calendars];
}

export type CheckedDocument<T> = { readonly document: T; readonly problems: readonly Problem[] };

/**
 * The one document of a kind that a text holds, checked beside the others.
 *
 * Refused: a text that cannot be read, holds none or several, or whose document has errors; all at
 * once. What only warns is given back.
 */
export function readOne<K extends AcuerdoDocument["kind"]>(
  text: string,
  kind: K,
  beside: { readonly others: readonly AcuerdoDocument[]; readonly now: Instant },
): CheckedDocument<Extract<AcuerdoDocument, { readonly kind: K }>> {
  const { documents, problems } = readDocuments(text);
  refuseErrors(problems);
  const [document, ...more] = documents;
  if (document?.kind !== kind || more.length > 0) return refuse("document-needed", { kind });
  const { name } = document.metadata;
  const others = beside.others.filter((one) => one.kind !== kind || one.metadata.name !== name);
  const found = checkAgreement(document, { others, now: beside.now });
  refuseErrors(found);
  return {
    document: document as Extract<AcuerdoDocument, { readonly kind: K }>,
    problems: [...problems, ...found],
  };
}

/** Everything there is to say of a text, with nothing refused. */
export function problemsOf(
  text: string,
  beside: { readonly others: readonly AcuerdoDocument[]; readonly now: Instant },
): readonly Problem[] {
  const { documents, problems } = readDocuments(text);
  const names = new Set(documents.map(({ kind, metadata }) => `${kind} ${metadata.name}`));
  const others = beside.others.filter(
    ({ kind, metadata }) => !names.has(`${kind} ${metadata.name}`),
  );
  const found = checkSet([...others, ...documents], { now: beside.now }, documents);
  if (documents.length === 0 && problems.length === 0) {
    return [problem("document-needed", { kind: "Agreement" })];
  }
  return [...problems, ...found];
}

function refuseErrors(problems: readonly Problem[]): void {
  const [first, ...rest] = problems.filter(({ severity }) => severity === "error");
  if (first) throw new Refusal([first, ...rest]);
}

export function contentHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
