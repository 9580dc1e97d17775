/** What a correction would change, said before it is made. */
import { useState } from "react";
import type { ToldProblem } from "../../api/problem-document.ts";
import type { Answer, Routes, Sent } from "../../api/routes.ts";
import { useReader } from "../reader.tsx";
import { clientOf, problemsOf } from "../server-client.ts";
import { correctionWords } from "../words/correction.ts";
import { claimVerdictWords } from "../words/dispute.ts";
import { Problems } from "./problems.tsx";

type Asked = Sent<Routes["previewCorrection"]>["body"];
type Effect = Answer<Routes["previewCorrection"]>;

/** Verdicts named one by one; the rest are counted. */
const NAMED = 8;

/** `asked` is undefined while something is missing. */
export function CorrectionEffect({ asked }: { readonly asked: Asked | undefined }) {
  const { say, language } = useReader();
  const [seen, setSeen] = useState<{ readonly of: string; readonly effect: Effect }>();
  const [problems, setProblems] = useState<readonly ToldProblem[]>([]);
  const text = JSON.stringify(asked);
  const preview = async () => {
    if (!asked) return;
    try {
      const effect = await clientOf(language).previewCorrection({ body: asked });
      setSeen({ of: text, effect });
      setProblems([]);
    } catch (error) {
      setProblems(problemsOf(error));
    }
  };
  const effect = seen?.of === text ? seen?.effect : undefined;
  return (
    <>
      <button
        type="button"
        className="button button-second button-small"
        disabled={!asked}
        onClick={preview}
      >
        {say(correctionWords.preview)}
      </button>
      <Problems problems={problems} />
      <div role="status">{effect && <Told effect={effect} />}</div>
    </>
  );
}

function Told({ effect: { clocks, periods, looked, isCut } }: { readonly effect: Effect }) {
  const { say } = useReader();
  const wordOf = (verdict: string) =>
    say(claimVerdictWords[verdict as keyof typeof claimVerdictWords]);
  return (
    <>
      <p>
        {say(correctionWords.effect, { clocks: clocks.length, periods: periods.length, looked })}
      </p>
      <ul className="small">
        {clocks.slice(0, NAMED).map(({ clock, subject, before, after }) => (
          <li key={clock}>
            {say(correctionWords.changed, {
              subject,
              before: wordOf(before),
              after: wordOf(after),
            })}
          </li>
        ))}
      </ul>
      {isCut && <p className="soft small">{say(correctionWords.cut)}</p>}
    </>
  );
}
