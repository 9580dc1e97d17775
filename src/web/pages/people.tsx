/** The people who hold work: their load, hours and absences. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCaller } from "../caller.ts";
import { useChange } from "../change.ts";
import { AbsenceDialog } from "../parts/absence-dialog.tsx";
import { type DataColumn, DataTable } from "../parts/data-table.tsx";
import { Moment } from "../parts/moment.tsx";
import { Problems } from "../parts/problems.tsx";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { nameOf, type Person } from "../person-json.ts";
import { peopleQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { roleWords } from "../role-words.ts";
import { clientOf } from "../server-client.ts";
import { personWords } from "../words/person.ts";
import { settingWords } from "../words/setting.ts";

export function PeoplePage() {
  return (
    <SettingFrame title={settingWords.people} needs="write" lead={personWords.lead}>
      <PeopleTable />
    </SettingFrame>
  );
}

function PeopleTable() {
  const { say, language } = useReader();
  const answer = useQuery(peopleQuestion(language));
  const [away, setAway] = useState<Person>();
  const { run, problems } = useChange();
  const columns = useColumns({
    away: setAway,
    back: (person) =>
      run(() => clientOf(language).endAbsence({ body: { owner: person.id } }), {
        says: say(personWords.backDone, { name: nameOf(person) }),
        stale: ["people"],
      }),
  });
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { people } = answer.data;
  if (people.length === 0) {
    return <Empty title={say(personWords.none)} text={say(personWords.noneText)} />;
  }
  const shown = columns.filter(({ key, value }) => {
    return !spare.has(key) || people.some((person) => value(person) !== null);
  });
  return (
    <>
      <Problems problems={problems} />
      <DataTable
        caption={say(settingWords.people)}
        columns={shown}
        rows={people}
        rowKey={({ id }) => id}
        fileName="people"
      />
      {away && <AbsenceDialog person={away} close={() => setAway(undefined)} />}
    </>
  );
}

/** The columns left out while nobody has anything to put in them. */
const spare: ReadonlySet<string> = new Set(["hours", "territory", "language"]);

type Deeds = {
  readonly away: (person: Person) => void;
  readonly back: (person: Person) => void;
};

function useColumns(deeds: Deeds): readonly DataColumn<Person>[] {
  const { say } = useReader();
  const { may } = useCaller();
  const list = (texts: readonly string[]) => (texts.length === 0 ? null : texts.join(", "));
  return [
    {
      key: "name",
      head: say(personWords.name),
      value: nameOf,
      cell: (person) => (
        <>
          {nameOf(person)}
          <span className="soft small block">{person.email ?? person.id}</span>
        </>
      ),
    },
    {
      key: "role",
      head: say(personWords.role),
      value: ({ role }) => say(role === null ? personWords.outside : roleWords(role)),
    },
    { key: "team", head: say(personWords.team), value: ({ team }) => team },
    { key: "load", head: say(personWords.load), value: ({ load }) => load, isNumber: true },
    {
      key: "hours",
      head: say(personWords.calendar),
      value: ({ calendars }) => list(calendars),
    },
    {
      key: "territory",
      head: say(personWords.territory),
      value: ({ territories }) => list(territories),
    },
    { key: "language", head: say(personWords.language), value: ({ languages }) => list(languages) },
    {
      key: "absent",
      head: say(personWords.absent),
      value: ({ absentUntil }) => absentUntil,
      cell: (person) => <AbsenceCell person={person} deeds={may("record") ? deeds : undefined} />,
    },
  ];
}

type CellProps = { readonly person: Person; readonly deeds: Deeds | undefined };

function AbsenceCell({ person, deeds }: CellProps) {
  const { say } = useReader();
  const { absentUntil } = person;
  const name = nameOf(person);
  return (
    <div className="row-deeds">
      {absentUntil && (
        <span>
          {say(personWords.until, { at: "" })}
          <Moment at={absentUntil} />
        </span>
      )}
      {deeds && absentUntil && (
        <button
          type="button"
          className="button button-second button-small"
          aria-label={say(personWords.backOf, { name })}
          onClick={() => deeds.back(person)}
        >
          {say(personWords.back)}
        </button>
      )}
      {deeds && !absentUntil && (
        <button
          type="button"
          className="button button-second button-small"
          aria-label={say(personWords.recordOf, { name })}
          onClick={() => deeds.away(person)}
        >
          {say(personWords.record)}
        </button>
      )}
    </div>
  );
}
