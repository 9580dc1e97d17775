/** An objective in words: "al menos 90 %". */
import type { ObjectiveSpec } from "../../engine/agreement.ts";
import { boundsOf } from "../period-json.ts";
import { useReader } from "../reader.tsx";
import { boundWords } from "../words/agreement.ts";

export function ObjectiveWords({ objective }: { readonly objective: ObjectiveSpec }) {
  const { say, language } = useReader();
  const said = boundsOf(objective, language).map(({ bound, value }) =>
    say(boundWords[bound], { value }),
  );
  return <span>{said.join(", ")}</span>;
}
