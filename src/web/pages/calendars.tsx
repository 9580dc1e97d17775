/** The calendars: those of the workspace, and those that agreements write out. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { firstText } from "../calendar-draft.ts";
import { useCaller } from "../caller.ts";
import { useChange } from "../change.ts";
import { type DataColumn, DataTable } from "../parts/data-table.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { TextField } from "../parts/field.tsx";
import { Problems } from "../parts/problems.tsx";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { calendarsQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { calendarWords } from "../words/calendar.ts";
import { settingWords } from "../words/setting.ts";

export function CalendarsPage() {
  const { say } = useReader();
  const { may } = useCaller();
  const [isMaking, setMaking] = useState(false);
  const make = may("publish") && (
    <button type="button" className="button" onClick={() => setMaking(true)}>
      {say(calendarWords.fresh)}
    </button>
  );
  return (
    <SettingFrame
      title={settingWords.calendars}
      needs="read"
      lead={calendarWords.lead}
      beside={make}
    >
      <CalendarTable />
      {isMaking && <NewCalendar close={() => setMaking(false)} />}
    </SettingFrame>
  );
}

type Row = {
  readonly calendar: string;
  readonly agreement: string | undefined;
  readonly number: number | undefined;
  readonly says: string;
  readonly timeZone: string;
};

function CalendarTable() {
  const { say, language } = useReader();
  const answer = useQuery(calendarsQuestion(language));
  const columns = useColumns();
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { calendars, written, zones } = answer.data;
  const latest = new Map(calendars.map((one) => [one.id, one]));
  const rows: readonly Row[] = [
    ...[...latest.values()].map(({ id, number, says, timeZone }) => {
      return { calendar: id, agreement: undefined, number, says, timeZone };
    }),
    ...written.map((one) => ({ ...one, number: undefined })),
  ];
  if (rows.length === 0) {
    return <Empty title={say(calendarWords.none)} text={say(calendarWords.noneText)} />;
  }
  return (
    <>
      <DataTable
        caption={say(settingWords.calendars)}
        columns={columns}
        rows={rows}
        rowKey={({ calendar, agreement }) => `${agreement ?? ""}/${calendar}`}
        fileName="calendars"
      />
      <p className="soft small">{say(calendarWords.zones, { version: zones })}</p>
    </>
  );
}

function useColumns(): readonly DataColumn<Row>[] {
  const { say } = useReader();
  const placeOf = ({ agreement, number = 0 }: Row) =>
    agreement === undefined
      ? say(calendarWords.shared, { number })
      : say(calendarWords.inAgreement, { agreement });
  return [
    {
      key: "calendar",
      head: say(calendarWords.name),
      value: ({ calendar }) => calendar,
      cell: ({ calendar, agreement }) => (
        <Link
          to={routePaths.calendar}
          params={{ calendar }}
          search={{ view: "month", ...(agreement === undefined ? {} : { agreement }) }}
        >
          {calendar}
        </Link>
      ),
    },
    { key: "place", head: say(calendarWords.place), value: placeOf },
    {
      key: "hours",
      head: say(calendarWords.hours),
      value: ({ says }) => says,
      cell: ({ says }) => <span className="cell-long">{says}</span>,
    },
    { key: "zone", head: say(calendarWords.zone), value: ({ timeZone }) => timeZone },
  ];
}

/** A calendar begins as office hours in a zone; the rest is changed on its own page. */
function NewCalendar({ close }: { readonly close: () => void }) {
  const { say, language } = useReader();
  const { timeZone: here } = useCaller();
  const [name, setName] = useState("");
  const [timeZone, setTimeZone] = useState(here);
  const { run, isGoing, problems } = useChange();
  const go = useNavigate();
  const create = async () => {
    const calendar = name.trim();
    const body = { text: firstText(calendar, timeZone), from: FIRST_DAY };
    const work = () => clientOf(language).publishCalendar({ params: { calendar }, body });
    const done = await run(work, { says: say(calendarWords.created), stale: ["calendars"] });
    if (done) go({ to: routePaths.calendar, params: { calendar }, search: { view: "edit" } });
  };
  return (
    <Dialog title={say(calendarWords.fresh)} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <TextField
          label={say(calendarWords.name)}
          value={name}
          change={setName}
          hint={say(calendarWords.nameHint)}
          isRequired
        />
        <TextField
          label={say(calendarWords.zone)}
          value={timeZone}
          change={setTimeZone}
          offers={Intl.supportedValuesOf("timeZone")}
          isRequired
        />
        <Problems problems={problems} />
        <button type="submit" className="button" disabled={isGoing}>
          {say(calendarWords.create)}
        </button>
      </form>
    </Dialog>
  );
}

/** A first version holds for all the time there is something to judge. */
const FIRST_DAY = "2000-01-01T00:00:00Z";
