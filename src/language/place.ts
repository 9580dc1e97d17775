/** Where the values of a document were written, kept beside the document. */
import type { AcuerdoDocument } from "../engine/agreement.ts";
import type { Place, Problem } from "../engine/problem.ts";

const placesOf = new WeakMap<object, (path: string) => Place>();

export function keepPlaces(document: AcuerdoDocument, placeAt: (path: string) => Place): void {
  placesOf.set(document, placeAt);
}

/** Where the value at `path` was written; the nearest that was, for one that was not. */
export function placeOf(document: AcuerdoDocument, path: string): Place | undefined {
  return placesOf.get(document)?.(path);
}

/** By line and column. */
export function byPlace({ place: a }: Problem, { place: b }: Problem): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}
