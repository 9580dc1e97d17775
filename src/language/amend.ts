/**
 * One number of an agreement's text, changed where it stands: comments, order and spaces stay as
 * somebody wrote them.
 */
import { isMap, isScalar, isSeq, parseAllDocuments } from "yaml";

/** The bound of a commitment's objective, and what it is to say. */
export type Amendment = {
  readonly commitment: string;
  readonly bound: "atLeast" | "above" | "atMost" | "below";
  readonly value: string;
};

/** Undefined: the text cannot be read, or no commitment of that name has that bound. */
export function amendObjective(
  text: string,
  { commitment, bound, value }: Amendment,
): string | undefined {
  for (const document of parseAllDocuments(text)) {
    if (!("contents" in document) || document.errors.length > 0) continue;
    const commitments = document.getIn(["spec", "commitments"]);
    const own = isSeq(commitments)
      ? commitments.items.find((item) => isMap(item) && item.get("id") === commitment)
      : undefined;
    const found = isMap(own) ? own.getIn(["objective", bound], true) : undefined;
    if (!isScalar(found) || !found.range) continue;
    const [from, to] = found.range;
    return text.slice(0, from) + value + text.slice(to);
  }
  return undefined;
}
