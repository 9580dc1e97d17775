/** Demo, own data, or nothing: three ways to begin. */
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { followDemo } from "../follow-demo.ts";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { saysOf } from "../server-client.ts";
import { startWords } from "../words/start.ts";

type ChoicesProps = {
  readonly isEmpty: boolean;
  readonly mayLoad: boolean;
  readonly timeZone: string;
};

export function StartChoices({ isEmpty, mayLoad, timeZone }: ChoicesProps) {
  const { say } = useReader();
  return (
    <ul className="start-choices">
      <Choice title={say(startWords.demo)} text={say(startWords.demoText)}>
        <DemoButton isEmpty={isEmpty} mayLoad={mayLoad} timeZone={timeZone} />
      </Choice>
      <Choice title={say(startWords.file)} text={say(startWords.fileText)}>
        <Link className="button" to={routePaths.startFile}>
          {say(startWords.fileOpen)}
        </Link>
      </Choice>
      <Choice title={say(startWords.empty)} text={say(startWords.emptyText)}>
        <Link
          className="button button-second"
          to={routePaths.newAgreement}
          search={{ from: "empty" }}
        >
          {say(startWords.emptyOpen)}
        </Link>
      </Choice>
      {!isEmpty && (
        <li className="start-reveal">
          <Link className="button" to={routePaths.reveal} search={{}}>
            {say(startWords.reveal)}
          </Link>
        </li>
      )}
    </ul>
  );
}

type ChoiceProps = {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
};

function Choice({ title, text, children }: ChoiceProps) {
  return (
    <li>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </li>
  );
}

/** A button that cannot be pressed says why beside it. */
function DemoButton({ isEmpty, mayLoad, timeZone }: ChoicesProps) {
  const { say, language } = useReader();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [said, setSaid] = useState<string>();
  const [isGoing, setGoing] = useState(false);
  const why = isEmpty ? (mayLoad ? undefined : startWords.demoNotYours) : startWords.demoTaken;
  const load = async () => {
    setGoing(true);
    const tell = (count: number) => setSaid(say(startWords.demoGoing, { count }));
    tell(0);
    try {
      await followDemo({ language, timeZone }, tell);
      await queries.invalidateQueries();
      await navigate({ to: routePaths.reveal, search: {} });
    } catch (error) {
      setSaid(saysOf(error));
      setGoing(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={why !== undefined || isGoing}
        onClick={load}
      >
        {say(startWords.demoLoad)}
      </button>
      <p className="soft small" role="status">
        {why && !isGoing ? say(why) : (said ?? "")}
      </p>
    </>
  );
}
