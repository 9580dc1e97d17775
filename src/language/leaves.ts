/** Every leaf of a document with the shape it stands under: conditions, names, event types. */
import { chosen, isPlainMap } from "./form.ts";
import { under } from "./path.ts";
import { keysOfRecord, type Shape } from "./shape.ts";
import { calendarShapes } from "./shapes/calendar.ts";

export type Leaf = { readonly value: unknown; readonly shape: Shape; readonly path: string };

/** The leaves of a value of that shape, in the order of the document; a condition is one leaf. */
export function leavesOf(value: unknown, shape: Shape, path: string): readonly Leaf[] {
  switch (shape.is) {
    case "list":
      return asList(value).flatMap((entry, at) => leavesOf(entry, shape.of, under(path, at)));
    case "map":
      return entriesOf(value).flatMap(([key, entry]) =>
        leavesOf(entry, shape.of, under(path, key)),
      );
    case "record": {
      const known = new Map(keysOfRecord(shape).map(({ name, field }) => [name, field[0]]));
      return entriesOf(value).flatMap(([key, entry]) =>
        leavesOf(entry, known.get(key) ?? { is: "anything" }, under(path, key)),
      );
    }
    case "either":
      return leavesOf(value, chosen(value, shape.choices), path);
    case "calendar":
      return leavesOf(value, chosen(value, calendarShapes), path);
    default:
      return [{ value, shape, path }];
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isPlainMap(value) ? Object.entries(value) : [];
}
