/** The deeds of one clock as buttons: one that the reader's role may not do says so. */
import { type DeedName, deedsOf } from "../deed.ts";
import { useReader } from "../reader.tsx";
import type { Clock } from "../standing.ts";
import { deedVerbs, deedWords } from "../words/deed.ts";
import { useDeeds } from "./deeds.tsx";

type ButtonsProps = { readonly clock: Clock; readonly most?: number };

export function DeedButtons({ clock, most }: ButtonsProps) {
  return (
    <div className="deeds">
      {deedsOf(clock)
        .slice(0, most)
        .map((deed) => (
          <DeedButton key={deed} deed={deed} clock={clock} />
        ))}
    </div>
  );
}

function DeedButton({ deed, clock }: { readonly deed: DeedName; readonly clock: Clock }) {
  const { say } = useReader();
  const { may, act } = useDeeds();
  const isAllowed = may(deed);
  return (
    <button
      type="button"
      className="deed"
      disabled={!isAllowed}
      title={isAllowed ? undefined : say(deedWords.mayNot)}
      onClick={() => act(deed, [clock])}
    >
      {say(deedVerbs[deed])}
    </button>
  );
}
