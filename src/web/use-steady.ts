/** A list that stays under the reader's hand while it changes on the server. */
import { useLayoutEffect, useMemo, useState } from "react";
import { longer, type Named, type SteadyList, steady } from "./steady-list.ts";

/**
 * What is shown stays until the filter changes or the reader asks; further pages come below it.
 */
export function useSteady<T extends Named>(
  filter: string,
  latest: readonly T[],
  pages: number,
): readonly [SteadyList<T>, () => void] {
  const [shown, setShown] = useState({ filter, pages: 0, rows: latest });
  const isOther = shown.filter !== filter || shown.pages === 0;
  useLayoutEffect(() => {
    if (pages === 0) return;
    if (isOther) setShown({ filter, pages, rows: latest });
    else if (pages > shown.pages) {
      setShown({ filter, pages, rows: longer(shown.rows, latest) });
    }
  }, [filter, pages, latest, isOther, shown]);
  const list = useMemo(
    () => steady(isOther ? latest : shown.rows, latest),
    [isOther, shown.rows, latest],
  );
  return [list, () => setShown({ filter, pages, rows: latest })];
}
