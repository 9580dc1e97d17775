/** Holidays of a calendar: a country's or region's, dates added and taken away, or from a file. */
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { HolidaysSpec } from "../../engine/calendar-spec.ts";
import { type PartProps, withClause } from "../calendar-draft.ts";
import { useDates } from "../calendar-words.ts";
import { holidaysQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { calendarWords } from "../words/calendar.ts";
import { settingWords } from "../words/setting.ts";
import { DateField, SelectField } from "./field.tsx";

type Change = (holidays: HolidaysSpec) => void;

type HolidayProps = {
  readonly holidays: HolidaysSpec;
  readonly change: Change | undefined;
};

export function CalendarHolidays({ place, draft, change, spec }: PartProps) {
  const { say } = useReader();
  const holidays = spec.holidays ?? {};
  const write: Change | undefined =
    change &&
    ((next) => {
      const value = Object.keys(next).length === 0 ? undefined : next;
      change(withClause(draft, place, { clause: "holidays", value }));
    });
  return (
    <section className="stack-small">
      <h2>{say(calendarWords.holidays)}</h2>
      <PlaceFields holidays={holidays} change={write} />
      <DateChips holidays={holidays} change={write} list="add" />
      <DateChips holidays={holidays} change={write} list="remove" />
      {write && <IcsField holidays={holidays} change={write} />}
    </section>
  );
}

function PlaceFields({ holidays, change }: HolidayProps) {
  const { say, language } = useReader();
  const { country, region, ...rest } = holidays;
  const { data } = useQuery(holidaysQuestion(language, country));
  const options = (none: string, places: readonly { code: string; name: string }[] = []) => [
    { value: "", label: none },
    ...places.map(({ code, name }) => ({ value: code, label: name })),
  ];
  const choose = (chosen: { readonly country: string; readonly region: string }) =>
    change?.({
      ...rest,
      ...(chosen.country === "" ? {} : { country: chosen.country }),
      ...(chosen.region === "" ? {} : { region: chosen.region }),
    });
  return (
    <div className="fields">
      <SelectField
        label={say(calendarWords.country)}
        value={country ?? ""}
        change={(value) => choose({ country: value, region: "" })}
        options={options(say(calendarWords.noCountry), data?.countries)}
        isDisabled={!change}
      />
      <SelectField
        label={say(calendarWords.region)}
        value={region ?? ""}
        change={(value) => choose({ country: country ?? "", region: value })}
        options={options(say(calendarWords.wholeCountry), country ? data?.regions : [])}
        isDisabled={!change || country === undefined}
      />
    </div>
  );
}

type ChipsProps = HolidayProps & { readonly list: "add" | "remove" };

function DateChips({ holidays, change, list }: ChipsProps) {
  const { say } = useReader();
  const dates = useDates();
  const [typed, setTyped] = useState("");
  const standing = holidays[list] ?? [];
  const title = say(list === "add" ? calendarWords.added : calendarWords.removed);
  const write = (next: readonly string[]) => {
    const { [list]: _, ...rest } = holidays;
    change?.(next.length === 0 ? rest : { ...rest, [list]: [...new Set(next)].sort() });
  };
  const add = () => {
    if (typed !== "") write([...standing, typed]);
    setTyped("");
  };
  return (
    <div className="stack-small">
      {standing.length > 0 && <h3>{title}</h3>}
      <ul className="lines">
        {standing.map((date) => (
          <li key={date}>
            <span>{dates.short(date)}</span>
            {change && (
              <button
                type="button"
                className="quiet"
                aria-label={say(settingWords.removeNamed, { name: dates.short(date) })}
                onClick={() => write(standing.filter((one) => one !== date))}
              >
                {say(settingWords.remove)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {change && (
        <div className="add-line">
          <DateField
            label={say(list === "add" ? calendarWords.addDate : calendarWords.removeDate)}
            value={typed}
            change={setTyped}
          />
          <button
            type="button"
            className="button button-second"
            disabled={typed === ""}
            onClick={add}
          >
            {say(settingWords.add)}
          </button>
        </div>
      )}
    </div>
  );
}

/** Larger files are no list of holidays. */
const LARGEST = 4_194_304;

/** The file is read in the browser: its dates become dates of the calendar. */
function IcsField({
  holidays,
  change,
}: {
  readonly holidays: HolidaysSpec;
  readonly change: Change;
}) {
  const { say } = useReader();
  const id = useId();
  const [said, setSaid] = useState("");
  const read = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST) {
      const reason = `> ${LARGEST / 1_048_576} MiB`;
      return setSaid(say(calendarWords.icsWrong, { reason }));
    }
    try {
      const { icsDates } = await import("../../language/ics.ts");
      const found = icsDates(await file.text());
      const add = [...new Set([...(holidays.add ?? []), ...found])].sort();
      if (found.length > 0) change({ ...holidays, add });
      setSaid(say(calendarWords.icsDone, { count: found.length }));
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 120) : String(error);
      setSaid(say(calendarWords.icsWrong, { reason }));
    }
  };
  return (
    <div className="field">
      <label htmlFor={id}>{say(calendarWords.ics)}</label>
      <input
        id={id}
        type="file"
        accept=".ics,text/calendar"
        onChange={({ target }) => read(target.files?.[0])}
      />
      <p role="status" className="soft small">
        {said}
      </p>
    </div>
  );
}
