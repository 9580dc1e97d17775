/** A moment as the reader says it, with the whole of it, and its zone, in the title. */
import { useNow } from "../now.ts";
import { useReader } from "../reader.tsx";

type MomentProps = { readonly at: string; readonly zone?: string };

export function Moment({ at, zone }: MomentProps) {
  const { moment, full, timeZone } = useReader();
  const now = useNow();
  const there = zone && zone !== timeZone ? `\n${full(at, zone)}` : "";
  return (
    <time dateTime={at} title={`${full(at)}${there}`}>
      {moment(at, now)}
    </time>
  );
}
