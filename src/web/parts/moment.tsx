/** A moment as the reader says it, with the whole of it, and its zones, in the title. */
import { useNow } from "../now.ts";
import { useReader } from "../reader.tsx";

type MomentProps = { readonly at: string; readonly zone?: string };

export function Moment({ at, zone }: MomentProps) {
  const { moment, full, timeZone, ownZone } = useReader();
  const now = useNow();
  const zones = new Set([timeZone, zone ?? timeZone, ownZone]);
  return (
    <time dateTime={at} title={[...zones].map((one) => full(at, one)).join("\n")}>
      {moment(at, now)}
    </time>
  );
}
