/** The part of a value that has the shape it should, with what is wrong left out. */
import { chosen, faultsOf, isPlainMap } from "./form.ts";
import { above, under } from "./path.ts";
import { keysOfRecord, type RecordShape, type Shape } from "./shape.ts";
import { calendarShapes } from "./shapes/calendar.ts";

export type SoundPart = {
  /** Undefined: what is left is no value of that shape. */
  readonly value: unknown;
  /** The path in the whole of what stands at a path of the part. */
  readonly pathInWhole: (path: string) => string;
};

export function soundPart(value: unknown, shape: Shape): SoundPart {
  const origins = new Map<string, string>();
  const sound = soundAt(value, shape, { path: "", origin: "", origins });
  return { value: sound, pathInWhole: (path) => originOf(path, origins) };
}

/** Entries of lists move up where others are left out: `origins` keeps where each came from. */
type At = {
  readonly path: string;
  readonly origin: string;
  readonly origins: Map<string, string>;
};

function soundAt(value: unknown, shape: Shape, at: At): unknown {
  switch (shape.is) {
    case "list":
      return Array.isArray(value) ? soundList(value, shape, at) : undefined;
    case "map":
      return isPlainMap(value) ? soundEntries(value, () => shape.of, at) : undefined;
    case "record":
      return isPlainMap(value) ? soundRecord(value, shape, at) : undefined;
    case "either":
      return soundAt(value, chosen(value, shape.choices), at);
    case "calendar":
      return soundAt(value, chosen(value, calendarShapes), at);
    default:
      return faultsOf(value, shape, "").length === 0 ? value : undefined;
  }
}

type ListShape = Extract<Shape, { readonly is: "list" }>;

function soundList(value: readonly unknown[], { of, least, most }: ListShape, at: At): unknown {
  const sound: unknown[] = [];
  for (const [index, entry] of value.slice(0, most).entries()) {
    const path = under(at.path, sound.length);
    const origin = under(at.origin, index);
    const part = soundAt(entry, of, { ...at, path, origin });
    if (part === undefined) continue;
    at.origins.set(path, origin);
    sound.push(part);
  }
  return sound.length < least ? undefined : sound;
}

type PlainMap = Readonly<Record<string, unknown>>;

function soundRecord(value: PlainMap, shape: RecordShape, at: At): PlainMap | undefined {
  const shapes = new Map(keysOfRecord(shape).map(({ name, field }) => [name, field[0]]));
  const sound = soundEntries(value, (key) => shapes.get(key), at);
  return faultsOf(sound, shape, "").length === 0 ? sound : undefined;
}

function soundEntries(
  value: PlainMap,
  shapeOf: (key: string) => Shape | undefined,
  at: At,
): PlainMap {
  const entries = Object.entries(value).flatMap(([key, entry]): [string, unknown][] => {
    const shape = shapeOf(key);
    const inside = { ...at, path: under(at.path, key), origin: under(at.origin, key) };
    const sound = shape && soundAt(entry, shape, inside);
    return sound === undefined ? [] : [[key, sound]];
  });
  return Object.fromEntries(entries);
}

function originOf(path: string, origins: ReadonlyMap<string, string>): string {
  const own = origins.get(path);
  if (own !== undefined) return own;
  const parent = above(path);
  if (parent === undefined) return path;
  return originOf(parent, origins) + path.slice(parent.length);
}
