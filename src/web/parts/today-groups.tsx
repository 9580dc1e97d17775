/** Today's list in groups: the first of each by the instant they are due, the rest a step away. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useKeys } from "../keyboard.ts";
import { routePaths } from "../paths.ts";
import { groupClocksQuestion, groupsQuestion } from "../questions-today.ts";
import { useReader } from "../reader.tsx";
import { clockQueryOf, type TodaySearch, type TodaySide } from "../today-view.ts";
import { type Loads, useLoads } from "../use-loads.ts";
import { useSteady } from "../use-steady.ts";
import { todayWords } from "../words/today.ts";
import { Icon } from "./icon.tsx";
import { Failed, Waiting } from "./states.tsx";
import { TodayHeads } from "./today-heads.tsx";
import { TodayNews } from "./today-news.tsx";
import { TodayRow } from "./today-row.tsx";

type GroupsProps = { readonly search: TodaySearch; readonly dayEnds: string };

/** Groups that stand open at first, and that are offered at all. */
const OPEN = 3;
const MOST = 60;

export function TodayGroups({ search, dayEnds }: GroupsProps) {
  const { language } = useReader();
  const by = search.by ?? "agreement";
  const groups = useQuery(groupsQuestion(language, by));
  const loads = useLoads();
  useGroupKeys();
  if (groups.isError) return <Failed error={groups.error} again={() => groups.refetch()} />;
  if (!groups.data) return <Waiting />;
  // Nobody's clocks can be asked for; those of no team cannot.
  const shown = groups.data.filter(({ key }) => key !== null || by === "owner").slice(0, MOST);
  return (
    <div className="today-groups">
      {shown.map(({ key, clocks }, index) => (
        <Group
          key={`${by} ${key}`}
          value={key}
          clocks={clocks}
          by={by}
          search={search}
          dayEnds={dayEnds}
          loads={loads}
          isOpen={index < OPEN}
        />
      ))}
    </div>
  );
}

/** J and K go from row to row, over the groups that stand open. */
function useGroupKeys(): void {
  const step = (by: number) => {
    const links = [...document.querySelectorAll<HTMLElement>(".today-groups tbody th a")];
    const row = document.activeElement?.closest("tr");
    const at = links.findIndex((link) => row?.contains(link));
    links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
}

type GroupProps = GroupsProps & {
  readonly value: string | null;
  readonly clocks: number;
  readonly by: TodaySide;
  readonly loads: Loads;
  readonly isOpen: boolean;
};

function Group({ value, clocks, by, search, dayEnds, loads, isOpen }: GroupProps) {
  const { say } = useReader();
  const [isShown, show] = useState(isOpen);
  const { grouped: _, clock: __, ...rest } = search;
  const whole: TodaySearch =
    value === null ? { ...rest, view: "unassigned" } : { ...rest, [by]: value };
  return (
    <section className="today-group">
      <h2>
        <button type="button" aria-expanded={isShown} onClick={() => show(!isShown)}>
          <Icon shape={isShown ? "down" : "next"} />
          {value ?? say(todayWords.noOwner)}
        </button>
        <Link to={routePaths.today} search={whole}>
          {say(todayWords.seeGroup, { count: clocks })}
        </Link>
      </h2>
      {isShown && <GroupRows search={search} whole={whole} dayEnds={dayEnds} loads={loads} />}
    </section>
  );
}

type GroupRowsProps = GroupsProps & { readonly whole: TodaySearch; readonly loads: Loads };

function GroupRows({ search, whole, dayEnds, loads }: GroupRowsProps) {
  const { say, language } = useReader();
  const query = useMemo(() => clockQueryOf(whole, dayEnds), [whole, dayEnds]);
  const { data, isError, error, refetch } = useQuery(groupClocksQuestion(language, query));
  const latest = data?.clocks ?? [];
  const [list, renew] = useSteady(JSON.stringify(query), latest, data ? 1 : 0);
  if (isError) return <Failed error={error} again={() => refetch()} />;
  if (!data) return <Waiting />;
  if (list.rows.length === 0) return <p className="soft">{say(todayWords.nothingDue)}</p>;
  return (
    <>
      {(list.fresh > 0 || list.gone > 0) && (
        <TodayNews list={list} renew={renew} total={undefined} search={search} />
      )}
      <table className="rows">
        <caption className="hidden">{say(todayWords.list)}</caption>
        <TodayHeads search={search} />
        <tbody>
          {list.rows.map((at, index) => (
            <TodayRow key={at.row.id} {...at} index={index} search={search} loads={loads} />
          ))}
        </tbody>
      </table>
    </>
  );
}
