/** Small words: lists, quotes, numbers and shares as each language writes them. */
import type { Language } from "../engine/agreement.ts";

/** "a, b y c"; Spanish says "e" before an i sound and "u" before an o sound. */
export function joined(parts: readonly string[], word: "and" | "or", language: Language): string {
  const last = parts.at(-1) ?? "";
  if (parts.length < 2) return last;
  return `${parts.slice(0, -1).join(", ")} ${jointBefore(last, word, language)} ${last}`;
}

function jointBefore(next: string, word: "and" | "or", language: Language): string {
  if (language === "en") return word;
  const bare = next.replace(/^[«“"(]+/, "");
  if (word === "or") return /^h?[oó8]/i.test(bare) ? "u" : "o";
  return /^(i|í|hi(?!e))/i.test(bare) ? "e" : "y";
}

/** Parts that hold commas themselves. */
export function listedLong(
  parts: readonly string[],
  word: "and" | "or",
  language: Language,
): string {
  if (parts.length < 2) return parts.join("");
  const last = parts.at(-1) ?? "";
  return `${parts.slice(0, -1).join("; ")}; ${jointBefore(last, word, language)} ${last}`;
}

export function quoted(text: string, language: Language): string {
  return language === "es" ? `«${text}»` : `“${text}”`;
}

/** "99,9 %" in Spanish, with a space that does not break; "99.9%" in English. */
export function shareText(share: string, language: Language): string {
  return language === "es" ? share.replace(/(\d)\.(?=\d+%)/, "$1,").replace("%", "\u00A0%") : share;
}

/** "12.000.000 MXN" of "12000000 MXN"; a text that begins with no number stays as it is. */
export function moneyWords(text: string, language: Language): string {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 20 });
  return text.replace(/^\d+(\.\d+)?/, (amount) => format.format(Number(amount)));
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Picks by language: for templates that differ in more than words. */
export function by<T>(language: Language, es: T, en: T): T {
  return language === "es" ? es : en;
}
