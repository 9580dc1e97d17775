/** A notice as the inbox says it, and whose matter it is where it was for somebody else. */
import type { Reader } from "./reader.tsx";
import { noticeWords, whyWords } from "./words/notice.ts";

type Said = Readonly<Record<string, unknown>>;

/** What came before this version, or from a later one, is named by its kind. */
export function noticeText(say: Reader["say"], kind: string, notice: unknown): string {
  const said: Said = typeof notice === "object" && notice !== null ? (notice as Said) : {};
  const text = (key: string) => (typeof said[key] === "string" ? (said[key] as string) : "");
  const number = (key: string) => (typeof said[key] === "number" ? (said[key] as number) : 0);
  const matter = text("title") || text("subject");
  const owner = isForOwner(said) ? "" : text("owner");
  const name = owner === "" ? matter : say(noticeWords.heldBy, { name: matter, owner });
  if (said.what === "digest") {
    return say(noticeWords.digest, { overdue: number("overdue"), due: number("dueBeforeNoon") });
  }
  if (said.what === "rule") return say(noticeWords.rule, { name, says: text("says") });
  const word = wordOf(said);
  if (!word) return say(noticeWords.other, { kind });
  const share = Math.round(number("share") * 100);
  return say(noticeWords[word], { name, promise: text("commitment"), share });
}

/** Why the reader gets it; null where it does not say, or says it in words that came later. */
export function noticeWhy(say: Reader["say"], notice: unknown): string | null {
  const { who, name, passedOn } = ((notice as Said | null)?.why ?? {}) as Said;
  const found = Object.entries(whyWords).find(([word]) => word === who)?.[1];
  if (!found) return null;
  const why = say(found, { name: String(name ?? "–") });
  return passedOn === true ? say(noticeWords.passedOn, { why }) : why;
}

/** Whoever holds the matter need not be told who does. */
function isForOwner({ why }: Said): boolean {
  return (why as { readonly who?: unknown } | undefined)?.who === "owner";
}

const words = ["warning", "breach", "confirmed", "moved", "withdrawn"] as const;

function wordOf({ what, verdict }: Said) {
  if (what === "escalation") return verdict === "breached" ? "overdue" : "ahead";
  return words.find((word) => word === what);
}

/** The subject a notice is about; a digest is about many. */
export function subjectIn(notice: unknown): string | undefined {
  const subject = (notice as Said | null)?.subject;
  return typeof subject === "string" ? subject : undefined;
}
