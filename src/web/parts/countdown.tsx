/** How long until a deadline, or since: a shape, words, a number; the instant in its title. */
import { useNow } from "../now.ts";
import { useReader } from "../reader.tsx";
import { lengthText } from "../time-text.ts";
import { disputeWords } from "../words/dispute.ts";
import { Icon } from "./icon.tsx";

/** Two days before it ends it is pointed out. */
const SOON = 172_800_000;

export function Countdown({ until }: { readonly until: string }) {
  const { say, full } = useReader();
  const left = Date.parse(until) - useNow();
  const tone = left < 0 ? "overdue" : left < SOON ? "atRisk" : "onTrack";
  const says = left < 0 ? disputeWords.over : disputeWords.left;
  return (
    <time className={`chip chip-${tone}`} dateTime={until} title={full(until)}>
      <Icon shape={tone} />
      <span className="chip-word">{say(says, { length: lengthText(left) })}</span>
    </time>
  );
}
