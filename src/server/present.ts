/** What was asked for, without what nobody asked for. */
type Present<T> = { -readonly [K in keyof T]?: Exclude<T[K], undefined> } & {
  readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
};

/** The same without what is undefined. */
export function present<T extends object>(asked: T): Present<T> {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Present<T>;
}
