/** Choices of a field in the reader's language. */
import type { Sentence } from "../../engine/problems/kind.ts";
import { useReader } from "../reader.tsx";
import type { Option } from "./field.tsx";

export function useOptions(words: Readonly<Record<string, Sentence>>): readonly Option[] {
  const { say } = useReader();
  return Object.entries(words).map(([value, sentence]) => ({ value, label: say(sentence) }));
}
