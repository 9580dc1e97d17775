/** Reasons as people say them: the family, the detail, both. */
import { useReader } from "./reader.tsx";
import { detailWords, familyWords } from "./words/lead-quality.ts";

/** A detail that nobody has a word for is said as it was written. */
export function useReason() {
  const { say } = useReader();
  const detail = (text: string) => (detailWords[text] ? say(detailWords[text]) : text);
  const family = (name: string) => (familyWords[name] ? say(familyWords[name]) : name);
  return {
    detail,
    family,
    whole: (name: string | null, text: string | null) =>
      [family(name ?? "unknown"), text ? detail(text) : ""].filter(Boolean).join(": "),
  };
}
