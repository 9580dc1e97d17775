/** One day of a calendar, to be closed or opened otherwise in a draft. */
import { useState } from "react";
import {
  areHours,
  type CalendarPlace,
  hoursOf,
  isHours,
  specOf,
  withDate,
} from "../calendar-draft.ts";
import type { Day } from "../calendar-json.ts";
import { dayWords, hoursText, useDates } from "../calendar-words.ts";
import { useReader } from "../reader.tsx";
import { calendarWords } from "../words/calendar.ts";
import { Dialog } from "./dialog.tsx";
import { TextField } from "./field.tsx";

type DayProps = {
  readonly place: CalendarPlace;
  readonly draft: string;
  readonly day: Day;
  readonly change: (draft: string) => void;
  readonly close: () => void;
};

const ways = ["asUsual", "closeDay", "otherHours"] as const;

type Way = (typeof ways)[number];

export function CalendarDayDialog({ place, draft, day, change, close }: DayProps) {
  const { say } = useReader();
  const dates = useDates();
  const spec = specOf(draft, place);
  const own = isHours(spec) ? spec.dates?.[day.date] : undefined;
  const [way, setWay] = useState<Way>(wayOf(own));
  const [hours, setHours] = useState((own ?? day.open.map(textOf)).join(", "));
  const [problem, setProblem] = useState<string>();
  const apply = () => {
    const list = hoursOf(hours);
    if (way === "otherHours" && list.length === 0)
      return setProblem(say(calendarWords.hoursMissing));
    if (way === "otherHours" && !areHours(hours)) return setProblem(say(calendarWords.hoursWrong));
    const said = { asUsual: undefined, closeDay: [], otherHours: list }[way];
    change(withDate(draft, place, { date: day.date, hours: said }));
    close();
  };
  const now = [hoursText(say, day), dayWords(say, day)].join("; ");
  return (
    <Dialog title={say(calendarWords.dayTitle, { date: dates.full(day.date) })} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <p className="soft">{say(calendarWords.dayNow, { hours: now })}</p>
        <fieldset className="choice">
          <legend className="hidden">{dates.full(day.date)}</legend>
          {ways.map((one) => (
            <label key={one}>
              <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />
              <span>{say(calendarWords[one])}</span>
            </label>
          ))}
        </fieldset>
        {way === "otherHours" && (
          <TextField
            label={say(calendarWords.hours)}
            value={hours}
            change={setHours}
            hint={say(calendarWords.hoursHint)}
            problem={problem}
          />
        )}
        <button type="submit" className="button">
          {say(calendarWords.tryIt)}
        </button>
      </form>
    </Dialog>
  );
}

function wayOf(own: readonly string[] | undefined): Way {
  if (own === undefined) return "asUsual";
  return own.length === 0 ? "closeDay" : "otherHours";
}

function textOf({ from, to }: Day["open"][number]): string {
  return `${from}-${to}`;
}
