/** What is done to many at once, with how many they are. */
import { useReader } from "../reader.tsx";
import type { Clock } from "../standing.ts";
import { deedVerbs, deedWords } from "../words/deed.ts";
import { useDeeds } from "./deeds.tsx";

type BulkProps = { readonly clocks: readonly Clock[]; readonly clear: () => void };

export function TodayBulk({ clocks, clear }: BulkProps) {
  const { say } = useReader();
  const { may, act } = useDeeds();
  if (clocks.length === 0) return null;
  const isAllowed = may("assign");
  return (
    <div className="bulk">
      <p role="status">{say(deedWords.chosen, { count: clocks.length })}</p>
      <button
        type="button"
        className="button button-small"
        disabled={!isAllowed}
        title={isAllowed ? undefined : say(deedWords.mayNot)}
        onClick={() => act("assign", clocks)}
      >
        {say(deedVerbs.assign)}
      </button>
      <button type="button" className="quiet" onClick={clear}>
        {say(deedWords.drop)}
      </button>
    </div>
  );
}
