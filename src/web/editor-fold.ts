/**
 * Which parts of the form are open, kept by the paths that they show: whoever knows a path can open
 * the way to it, and typing, which changes no path, closes nothing.
 */
import { useMemo, useState } from "react";
import { above, keysOf } from "../language/path.ts";

/** The open paths; what stands on the way to one is open with it. */
export type Opened = ReadonlySet<string>;

export function withWay(opened: Opened, path: string): Opened {
  const parent = above(path);
  return parent ? withWay(new Set([...opened, path]), parent) : new Set([...opened, path]);
}

/**
 * Without an entry of a list, whose later entries move up by one, and keep whether they are open.
 */
export function withoutEntry(opened: Opened, path: string): Opened {
  const place = keysOf(path).at(-1);
  const list = above(path) ?? "";
  const moved = [...opened].flatMap((one) => {
    if (isInside(one, path)) return [];
    const inside = one.startsWith(`${list}[`) ? one.slice(list.length) : "";
    const [, index, rest] = /^\[(\d+)\](.*)$/.exec(inside) ?? [];
    const isLater = typeof place === "number" && index !== undefined && Number(index) > place;
    return [isLater ? `${list}[${Number(index) - 1}]${rest}` : one];
  });
  return new Set(moved);
}

export function isInside(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}

export type Folds = {
  readonly isOpen: (paths: readonly string[]) => boolean;
  readonly turn: (paths: readonly string[], isOpen: boolean) => void;
  /** Opens the way to a path, and says that it is wanted in sight. */
  readonly reveal: (path: string) => void;
  readonly take: (path: string) => void;
  /** The path that was asked for last; a new record each time. */
  readonly wanted: { readonly path: string } | undefined;
};

export function useFolds(first: readonly string[], start?: string): Folds {
  const [opened, setOpened] = useState(() =>
    [...first, ...(start === undefined ? [] : [start])].reduce(withWay, new Set() as Opened),
  );
  const [wanted, setWanted] = useState(start === undefined ? undefined : { path: start });
  return useMemo(
    () => ({
      isOpen: (paths) => paths.some((path) => opened.has(path)),
      turn: (paths, isOpen) =>
        setOpened((now) => {
          if (isOpen) return paths.slice(0, 1).reduce(withWay, now);
          return new Set([...now].filter((path) => !paths.includes(path)));
        }),
      reveal: (path) => {
        setOpened((now) => withWay(now, path));
        setWanted({ path });
      },
      take: (path) => setOpened((now) => withoutEntry(now, path)),
      wanted,
    }),
    [opened, wanted],
  );
}
