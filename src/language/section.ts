/** A titled part of an agreement in words. */
import type { AcuerdoDocument, AgreementSpec, Language } from "../engine/agreement.ts";

export type Section = { readonly title: string; readonly lines: readonly string[] };

/** What a section is told from: the agreement with what it inherits. */
export type Told = {
  readonly language: Language;
  readonly whole: AgreementSpec;
  readonly documents: readonly AcuerdoDocument[];
};
