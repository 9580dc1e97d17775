/**
 * Live changes inside one process: heard from the database, kept for a while, passed to followers.
 */
import type { HeardChange } from "../store/live.ts";

/** `undefined`: something was missed, and everything is to be asked for again. */
export type Follow = (change: HeardChange | undefined) => void;

export type LiveHub = {
  readonly heard: (change: HeardChange) => void;
  readonly missed: () => void;
  /**
   * Follows one workspace from after `lastId` on. Where that is too long ago, or unknown,
   * `undefined` comes first. Gives back how to stop.
   */
  readonly follow: (workspaceId: string, lastId: string | undefined, follow: Follow) => () => void;
};

/** Changes of all workspaces that one who comes back may still be told of. */
const MOST_KEPT = 2_000;

export function openLiveHub(): LiveHub {
  const followers = new Map<string, Set<Follow>>();
  let kept: HeardChange[] = [];
  return {
    heard: (change) => {
      kept.push(change);
      if (kept.length > 2 * MOST_KEPT) kept = kept.slice(-MOST_KEPT);
      for (const follow of followers.get(change.workspaceId) ?? []) follow(change);
    },
    missed: () => {
      kept = [];
      for (const group of followers.values()) for (const follow of group) follow(undefined);
    },
    follow: (workspaceId, lastId, follow) => {
      const group = followers.get(workspaceId) ?? new Set();
      followers.set(workspaceId, group.add(follow));
      if (lastId !== undefined) replay(kept, workspaceId, lastId, follow);
      return () => {
        group.delete(follow);
        if (group.size === 0) followers.delete(workspaceId);
      };
    },
  };
}

function replay(
  kept: readonly HeardChange[],
  workspaceId: string,
  lastId: string,
  follow: Follow,
): void {
  const own = kept.filter((change) => change.workspaceId === workspaceId);
  const index = own.findLastIndex(({ id }) => id === lastId);
  if (index < 0) follow(undefined);
  for (const change of index < 0 ? [] : own.slice(index + 1)) follow(change);
}
