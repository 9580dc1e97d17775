/** Sources of facts: when each was last heard of, its lag, and up to when it is known. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Answer, Routes } from "../../api/routes.ts";
import { useNow } from "../now.ts";
import { DataTable } from "../parts/data-table.tsx";
import { Icon } from "../parts/icon.tsx";
import { Moment } from "../parts/moment.tsx";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { sourcesQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { lengthText } from "../time-text.ts";
import { settingWords } from "../words/setting.ts";
import { sourceWords } from "../words/source.ts";

type Source = Answer<Routes["listSources"]>["sources"][number];

export function SourcesPage() {
  const { say } = useReader();
  return (
    <SettingFrame title={settingWords.sources} needs="write" lead={sourceWords.lead}>
      <SourceTable />
      <p className="soft small">{say(sourceWords.rule)}</p>
      <p>
        <Link className="button button-second" to={routePaths.start}>
          {say(sourceWords.bring)}
        </Link>
      </p>
    </SettingFrame>
  );
}

function SourceTable() {
  const { say, language, moment } = useReader();
  const now = useNow();
  const answer = useQuery(sourcesQuestion(language));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { sources } = answer.data;
  if (sources.length === 0) {
    return <Empty title={say(sourceWords.none)} text={say(sourceWords.noneText)} />;
  }
  const stateOf = ({ isSilent, lastAt }: Source) => {
    if (lastAt === null) return say(sourceWords.quiet);
    return isSilent ? say(sourceWords.silent, { at: moment(lastAt, now) }) : say(sourceWords.heard);
  };
  const time = (key: "lastAt" | "knownUntil", head: string, none: string) => ({
    key,
    head,
    value: (row: Source) => row[key],
    cell: (row: Source) => {
      const at = row[key];
      return at === null ? <span className="soft">{none}</span> : <Moment at={at} />;
    },
  });
  return (
    <DataTable
      caption={say(settingWords.sources)}
      rows={sources}
      rowKey={({ source }) => source}
      fileName="sources"
      columns={[
        { key: "source", head: say(sourceWords.source), value: ({ source }) => source },
        {
          key: "state",
          head: say(sourceWords.state),
          value: stateOf,
          cell: (row) => <SignalChip isSilent={row.isSilent} says={stateOf(row)} />,
        },
        time("lastAt", say(sourceWords.last), "–"),
        {
          key: "lag",
          head: say(sourceWords.lag),
          value: ({ lagMs }) => lagMs,
          cell: ({ lagMs }) => (lagMs === null ? "–" : lengthText(lagMs)),
          isNumber: true,
        },
        {
          key: "recent",
          head: say(sourceWords.recent),
          value: ({ recent }) => recent,
          isNumber: true,
        },
        time("knownUntil", say(sourceWords.known), say(sourceWords.unknown)),
      ]}
    />
  );
}

function SignalChip({ isSilent, says }: { readonly isSilent: boolean; readonly says: string }) {
  return (
    <span className={`chip ${isSilent ? "chip-atRisk" : "chip-notStarted"}`}>
      <Icon shape={isSilent ? "atRisk" : "onTrack"} />
      <span className="chip-word">{says}</span>
    </span>
  );
}
