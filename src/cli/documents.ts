/** Agreement and calendar files, read with the holidays they name elsewhere. */
import type { AcuerdoDocument, AgreementDocument, CalendarDocument } from "../engine/agreement.ts";
import type { Problem } from "../engine/problem.ts";
import { checkSet } from "../language/check.ts";
import { readDocuments } from "../language/reader.ts";
import { readText } from "./files.ts";
import { withHolidays } from "./holiday-file.ts";
import { refuseErrors } from "./say.ts";
import type { Terminal } from "./terminal.ts";

/** `read` are the documents as written, which know their places; the others hold their holidays. */
export type Documents = {
  readonly read: readonly AcuerdoDocument[];
  readonly agreements: readonly AgreementDocument[];
  readonly calendars: readonly CalendarDocument[];
  readonly problems: readonly Problem[];
};

/**
 * The documents of files that can be judged by. Refuses every error in them, each with its place.
 */
export async function readSoundFiles(
  files: readonly string[],
  terminal: Terminal,
): Promise<Documents> {
  const documents = await readDocumentFiles(files, terminal);
  const found = problemsIn(documents);
  refuseErrors(found.filter(({ severity }) => severity === "error"));
  return documents;
}

/** Everything wrong with documents; holidays of an ICS have been read by then. */
export function problemsIn({ problems, read }: Documents): readonly Problem[] {
  const checked = checkSet(read).filter(({ code }) => code !== "holidays-unread");
  return [...problems, ...checked];
}

/**
 * Reads files in the order given; those that cannot be read are refused, what is wrong inside is
 * listed.
 */
export async function readDocumentFiles(
  files: readonly string[],
  terminal: Terminal,
): Promise<Documents> {
  const written: AcuerdoDocument[] = [];
  const all: AcuerdoDocument[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const read = readDocuments(await readText(file, terminal), { file });
    problems.push(...read.problems);
    written.push(...read.documents);
    for (const document of read.documents) {
      const whole = await withHolidays(document, file, terminal);
      all.push(whole.document);
      problems.push(...whole.problems);
    }
  }
  return {
    read: written,
    agreements: all.filter((document) => document.kind === "Agreement"),
    calendars: all.filter((document) => document.kind === "Calendar"),
    problems,
  };
}
