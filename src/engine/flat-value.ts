/**
 * Values of plain records, lists and scalars laid out flat, for JSON to carry them.
 *
 * What is one object stays one, and nothing nests: a list of a hundred thousand links, each holding
 * the one before it, would be too deep for any reader of JSON.
 */

/** A scalar stands for itself, `[n]` for the n-th thing, `[]` for nothing at all. */
type FlatValue = string | number | boolean | null | readonly [] | readonly [number];

/**
 * A list of values after `LIST`; the values of a record after the place of its keys in `shapes`.
 */
type FlatThing = string | readonly [shape: number, ...values: FlatValue[]];

/** `things` begins with the value itself; a text among them names what is kept elsewhere. */
export type Flat = {
  readonly shapes: readonly (readonly string[])[];
  readonly things: readonly FlatThing[];
};

const LIST = -1;
const nothing: FlatValue = [];

/**
 * `nameOf` names what is not to be written but found again, by identity.
 *
 * Undefined: something in it is neither named nor plain (a function, a map, a number that JSON has
 * no word for).
 */
export function flatten(
  root: object,
  nameOf: (thing: object) => string | undefined,
): Flat | undefined {
  const places = new Map<object, number>([[root, 0]]);
  const found = [root];
  const shapes = new Map<string, number>();
  const flat = (value: unknown): FlatValue => {
    if (value === undefined) return nothing;
    if (typeof value !== "object" || value === null) return value as FlatValue;
    const place = places.get(value) ?? found.push(value) - 1;
    places.set(value, place);
    return [place];
  };
  const things: FlatThing[] = [];
  // More is found on the way.
  for (const thing of found) {
    const name = nameOf(thing);
    if (name === undefined && !isPlain(thing)) return undefined;
    if (name !== undefined) things.push(name);
    else if (Array.isArray(thing)) things.push([LIST, ...Array.from(thing, flat)]);
    else things.push([shapeOf(thing, shapes), ...Object.values(thing).map(flat)]);
  }
  return { shapes: [...shapes.keys()].map((keys) => JSON.parse(keys)), things };
}

function isPlain(thing: object): boolean {
  const isRecord = Object.getPrototypeOf(thing) === Object.prototype;
  return (isRecord || Array.isArray(thing)) && Object.values(thing).every(isCarried);
}

function isCarried(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  return ["string", "boolean", "object", "undefined"].includes(typeof value);
}

function shapeOf(thing: object, shapes: Map<string, number>): number {
  const keys = JSON.stringify(Object.keys(thing));
  const shape = shapes.get(keys) ?? shapes.size;
  shapes.set(keys, shape);
  return shape;
}

/**
 * The value again; `find` gives what was named. Undefined: it finds something no more.
 *
 * Law: the same as was flattened, by every key and by which objects are one.
 */
export function unflatten(
  { shapes, things }: Flat,
  find: (name: string) => object | undefined,
): object | undefined {
  const made = things.map((thing) => {
    if (typeof thing === "string") return find(thing);
    return thing[0] === LIST ? [] : {};
  });
  if (made.includes(undefined)) return undefined;
  const whole = (value: FlatValue) => (Array.isArray(value) ? made[value[0] ?? -1] : value);
  for (const [place, thing] of things.entries()) {
    if (typeof thing === "string") continue;
    const [shape, ...values] = thing;
    const target = made[place] as object;
    if (shape === LIST) for (const value of values) (target as unknown[]).push(whole(value));
    else fill(target as Record<string, unknown>, shapes[shape] ?? [], values.map(whole));
  }
  return made[0];
}

function fill(
  target: Record<string, unknown>,
  keys: readonly string[],
  values: readonly unknown[],
): void {
  for (const [place, key] of keys.entries()) {
    const value = values[place];
    if (key !== "__proto__") target[key] = value;
    else Object.defineProperty(target, key, { value, enumerable: true, configurable: true });
  }
}
