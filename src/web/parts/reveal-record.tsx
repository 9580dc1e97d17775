/** One record behind a number of the reveal: how it was judged, and what happened to it. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Answer, Routes } from "../../api/routes.ts";
import { routePaths } from "../paths.ts";
import { subjectQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { openText } from "../time-text.ts";
import { revealWords } from "../words/reveal.ts";
import { Drawer } from "./drawer.tsx";
import { Moment } from "./moment.tsx";
import { SubjectHistory } from "./subject-history.tsx";

export type Item = Answer<Routes["revealItems"]>["items"][number];

type RecordProps = {
  readonly subject: string;
  readonly item: Item | undefined;
  readonly close: () => void;
};

export function RevealRecord({ subject, item, close }: RecordProps) {
  const { say, language } = useReader();
  const { data } = useQuery(subjectQuestion(language, subject));
  const clocks = data?.clocks ?? [];
  return (
    <Drawer title={item?.title ?? subject} close={close}>
      {item ? <Judged item={item} /> : <p className="soft">{say(revealWords.notSeen)}</p>}
      {clocks[0] && (
        <p>
          <Link to={routePaths.today} search={{ view: "all", clock: clocks[0].id }}>
            {say(revealWords.itsClocks, { count: clocks.length })}
          </Link>
        </p>
      )}
      <SubjectHistory subject={subject} />
    </Drawer>
  );
}

function Judged({ item }: { readonly item: Item }) {
  const { say, language } = useReader();
  const { startedAt, stoppedAt, openMs, verdict } = item;
  const moments = [
    [revealWords.started, startedAt],
    [revealWords.answered, stoppedAt],
  ] as const;
  return (
    <dl className="facts">
      {moments.map(([says, at]) => (
        <div key={says.en}>
          <dt>{say(says)}</dt>
          <dd>{at ? <Moment at={at} /> : "–"}</dd>
        </div>
      ))}
      <div>
        <dt>{say(revealWords.took)}</dt>
        <dd>{openText(openMs, language)}</dd>
      </div>
      <div>
        <dt>{say(revealWords.verdict)}</dt>
        <dd>{say(verdict === "met" ? revealWords.met : revealWords.breached)}</dd>
      </div>
    </dl>
  );
}
