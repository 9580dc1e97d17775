/** A workspace without facts: the demo company for whoever may load it, and the other ways in. */
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { followDemo } from "../follow-demo.ts";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { saysOf } from "../server-client.ts";
import { todayWords } from "../words/today.ts";
import { Empty } from "./states.tsx";

type EmptyProps = { readonly mayLoad: boolean; readonly timeZone: string };

export function TodayEmpty({ mayLoad, timeZone }: EmptyProps) {
  const { say, language } = useReader();
  const queries = useQueryClient();
  const [said, setSaid] = useState<string>();
  const going = (count: number) => say(todayWords.demoGoing, { count });
  const load = async () => {
    setSaid(going(0));
    try {
      await followDemo({ language, timeZone }, (recorded) => setSaid(going(recorded)));
      await queries.invalidateQueries();
    } catch (error) {
      setSaid(saysOf(error));
    }
  };
  return (
    <Empty title={say(todayWords.empty)} text={say(todayWords.emptyText)}>
      <div className="actions">
        {mayLoad && said === undefined && (
          <button type="button" className="button" onClick={load}>
            {say(todayWords.loadDemo)}
          </button>
        )}
        <Link className="button button-second" to={routePaths.start}>
          {say(todayWords.otherWays)}
        </Link>
      </div>
      <p role="status">{said ?? ""}</p>
    </Empty>
  );
}
