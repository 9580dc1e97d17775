/** A calendar as a form, with its text beside it: either changes the other. */
import { useState } from "react";
import { readDocuments } from "../../language/reader.ts";
import {
  areHours,
  type EditProps,
  isHours,
  type PartProps,
  partText,
  specOf,
  weekOf,
  weekTexts,
  withClause,
  withDate,
} from "../calendar-draft.ts";
import { useDates } from "../calendar-words.ts";
import { useReader } from "../reader.tsx";
import { calendarWords } from "../words/calendar.ts";
import { settingWords } from "../words/setting.ts";
import { CalendarAbsences } from "./calendar-absences.tsx";
import { CalendarHolidays } from "./calendar-holidays.tsx";
import { AreaField, TextField } from "./field.tsx";

export function CalendarEdit(props: EditProps) {
  const { say } = useReader();
  const spec = specOf(props.draft, props.place);
  return (
    <div className="calendar-edit">
      {isHours(spec) ? (
        <div className="stack">
          <ZoneField {...props} spec={spec} />
          <WeekFields {...props} spec={spec} />
          <CalendarHolidays {...props} spec={spec} />
          <DateList {...props} spec={spec} />
          <CalendarAbsences {...props} spec={spec} />
        </div>
      ) : (
        spec && <p className="soft">{say(calendarWords.composed)}</p>
      )}
      <TextSide {...props} />
    </div>
  );
}

function ZoneField({ place, draft, change, spec }: PartProps) {
  const { say } = useReader();
  return (
    <TextField
      label={say(calendarWords.zone)}
      value={spec.timeZone}
      change={(value) => change?.(withClause(draft, place, { clause: "timeZone", value }))}
      offers={Intl.supportedValuesOf("timeZone")}
      isDisabled={!change}
    />
  );
}

/** What is typed stays in the field until it can be read. */
function WeekFields({ place, draft, change, spec }: PartProps) {
  const { say } = useReader();
  const dates = useDates();
  const standing = weekTexts(spec.week);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const shown = standing.map((text, day) => typed[day] ?? text);
  const type = (day: number, text: string) => {
    const next = shown.map((one, index) => (index === day ? text : one));
    setTyped({ ...typed, [day]: text });
    if (!next.every(areHours)) return;
    change?.(withClause(draft, place, { clause: "week", value: weekOf(next) }));
  };
  return (
    <fieldset className="week">
      <legend>{say(calendarWords.hours)}</legend>
      <p className="soft small">{say(calendarWords.hoursHint)}</p>
      {shown.map((text, day) => (
        <TextField
          key={dates.weekday(day, "long")}
          label={dates.weekday(day, "long")}
          value={text}
          change={(value) => type(day, value)}
          placeholder={say(calendarWords.closed)}
          problem={areHours(text) ? undefined : say(calendarWords.hoursWrong)}
          isDisabled={!change}
        />
      ))}
    </fieldset>
  );
}

function DateList({ place, draft, change, spec }: PartProps) {
  const { say } = useReader();
  const dates = useDates();
  const own = Object.entries(spec.dates ?? {});
  return (
    <section className="stack-small">
      <h2>{say(calendarWords.dates)}</h2>
      {own.length === 0 && <p className="soft">{say(calendarWords.noDates)}</p>}
      <ul className="lines">
        {own.map(([date, hours]) => (
          <li key={date}>
            <span>{dates.short(date)}</span>
            <span>{hours.length === 0 ? say(calendarWords.closed) : hours.join(", ")}</span>
            {change && (
              <button
                type="button"
                className="quiet"
                aria-label={say(settingWords.removeNamed, { name: dates.short(date) })}
                onClick={() => change(withDate(draft, place, { date, hours: undefined }))}
              >
                {say(settingWords.remove)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of a calendar in an agreement its part alone is shown: the rest is no matter of this page. */
function TextSide({ place, draft, change }: EditProps) {
  const { say, language } = useReader();
  if (place.agreement !== undefined) {
    return (
      <section className="words">
        <h2>{say(calendarWords.yaml)}</h2>
        <p className="soft small">{say(calendarWords.yamlAgreement)}</p>
        <pre>{partText(draft, place)}</pre>
      </section>
    );
  }
  const [wrong] = readDocuments(draft).problems.filter(({ severity }) => severity === "error");
  return (
    <AreaField
      label={say(calendarWords.yaml)}
      value={draft}
      change={(text) => change?.(text)}
      hint={say(calendarWords.yamlHint)}
      problem={wrong && say(calendarWords.yamlWrong, { says: wrong.says[language] })}
      rows={24}
      isDisabled={!change}
    />
  );
}
