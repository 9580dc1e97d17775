/**
 * Sentences in ICU form, in either language. Formats are kept: a row asks for the same ones again.
 */
import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../engine/agreement.ts";
import type { Sentence } from "../engine/problems/kind.ts";

export type Facts = Readonly<Record<string, string | number>>;

const formats = new Map<string, IntlMessageFormat>();

/** Says a sentence; a fact that is missing is a fault of ours and is thrown. */
export function say(language: Language, sentence: Sentence, facts: Facts = {}): string {
  const text = sentence[language];
  const key = `${language} ${text}`;
  const format = formats.get(key) ?? new IntlMessageFormat(text, language);
  formats.set(key, format);
  return String(format.format({ ...facts }));
}
