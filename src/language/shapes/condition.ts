/** The shape of a condition's test; the condition around it is read in form-condition.ts. */
import type { TestSpec } from "../../engine/condition.ts";
import { either, flag, list, number, record, scalar, text } from "../shape.ts";

/** What has an order: numbers, and texts such as dates. */
const ordered = either(number(), text);

export const testShape = record<TestSpec>({
  "in?": [list(scalar), "One of these values.", "Uno de estos valores."],
  "notIn?": [list(scalar), "None of these values.", "Ninguno de estos valores."],
  "atLeast?": [ordered, "This or more.", "Esto o más."],
  "atMost?": [ordered, "This or less.", "Esto o menos."],
  "above?": [ordered, "More than this.", "Más que esto."],
  "below?": [ordered, "Less than this.", "Menos que esto."],
  "like?": [text, "A pattern with * and ?.", "Un patrón con * y ?."],
  "exists?": [flag, "Whether the field has a value.", "Si el campo tiene valor."],
  "changed?": [flag, "Whether this event changed the field.", "Si este evento cambió el campo."],
});
