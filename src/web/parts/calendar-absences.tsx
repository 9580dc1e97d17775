/** Absences written into a calendar: they take hours from the clocks of one owner. */
import { useState } from "react";
import type { AbsenceSpec } from "../../engine/calendar-spec.ts";
import { type PartProps, withClause } from "../calendar-draft.ts";
import { useReader } from "../reader.tsx";
import { calendarWords } from "../words/calendar.ts";
import { settingWords } from "../words/setting.ts";
import { DateField, TextField } from "./field.tsx";

export function CalendarAbsences({ place, draft, change, spec }: PartProps) {
  const { say } = useReader();
  const absences = spec.absences ?? [];
  const write = (next: readonly AbsenceSpec[]) => {
    const value = next.length === 0 ? undefined : next;
    change?.(withClause(draft, place, { clause: "absences", value }));
  };
  return (
    <section className="stack-small">
      <h2>{say(calendarWords.absences)}</h2>
      <p className="soft small">{say(calendarWords.absencesText)}</p>
      <ul className="lines">
        {absences.map((one) => (
          <li key={JSON.stringify(one)}>
            <span>{one.owner}</span>
            <span>{`${one.from} – ${one.to}`}</span>
            {change && (
              <button
                type="button"
                className="quiet"
                aria-label={say(settingWords.removeNamed, { name: one.owner })}
                onClick={() => write(absences.filter((other) => other !== one))}
              >
                {say(settingWords.remove)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {change && <NewAbsence add={(one) => write([...absences, one])} />}
    </section>
  );
}

const nothing = { owner: "", from: "", to: "" };

function NewAbsence({ add }: { readonly add: (absence: AbsenceSpec) => void }) {
  const { say } = useReader();
  const [one, setOne] = useState(nothing);
  const isWhole = one.owner.trim() !== "" && one.from !== "" && one.from <= one.to;
  return (
    <div className="add-line">
      <TextField
        label={say(calendarWords.absent)}
        value={one.owner}
        change={(owner) => setOne({ ...one, owner })}
      />
      <DateField
        label={say(calendarWords.from)}
        value={one.from}
        change={(from) => setOne({ ...one, from })}
      />
      <DateField
        label={say(calendarWords.to)}
        value={one.to}
        change={(to) => setOne({ ...one, to })}
      />
      <button
        type="button"
        className="button button-second"
        disabled={!isWhole}
        onClick={() => {
          add({ ...one, owner: one.owner.trim() });
          setOne(nothing);
        }}
      >
        {say(settingWords.add)}
      </button>
    </div>
  );
}
