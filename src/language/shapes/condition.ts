/** The shape of a condition's test; the condition around it is read in form-condition.ts. */
import type { TestSpec } from "../../engine/condition.ts";
import { flag, list, record, scalar, text } from "../shape.ts";

export const testShape = record<TestSpec>({
  "in?": [list(scalar), "One of these values.", "Uno de estos valores."],
  "notIn?": [list(scalar), "None of these values.", "Ninguno de estos valores."],
  "atLeast?": [scalar, "This or more.", "Esto o más."],
  "atMost?": [scalar, "This or less.", "Esto o menos."],
  "above?": [scalar, "More than this.", "Más que esto."],
  "below?": [scalar, "Less than this.", "Menos que esto."],
  "like?": [text, "A pattern with * and ?.", "Un patrón con * y ?."],
  "exists?": [flag, "Whether the field has a value.", "Si el campo tiene valor."],
  "changed?": [flag, "Whether this event changed the field.", "Si este evento cambió el campo."],
});
