/** Whether the office is open, and until when: one sentence for each calendar that differs. */
import { useQuery } from "@tanstack/react-query";
import type { Answer, Routes } from "../../api/routes.ts";
import { useNow } from "../now.ts";
import { openHoursQuestion } from "../questions-today.ts";
import { useReader } from "../reader.tsx";
import { todayWords } from "../words/today.ts";

type Hours = Answer<Routes["listOpenHours"]>["hours"][number];

/** More would hide the list. */
const MOST = 3;

export function TodayOffice({ agreement }: { readonly agreement: string | undefined }) {
  const { language } = useReader();
  const { data } = useQuery(openHoursQuestion(language));
  const all = (data?.hours ?? []).filter(
    (one) => agreement === undefined || one.agreement === agreement,
  );
  const distinct = [...new Map(all.map((one) => [keyOf(one), one])).values()];
  return (
    <>
      {distinct.slice(0, MOST).map((one) => (
        <Office key={keyOf(one)} hours={one} isNamed={distinct.length > 1} />
      ))}
    </>
  );
}

function keyOf({ calendar, isOpen, changesAt }: Hours): string {
  return `${calendar} ${isOpen} ${changesAt}`;
}

type OfficeProps = { readonly hours: Hours; readonly isNamed: boolean };

function Office({ hours, isNamed }: OfficeProps) {
  const { say, moment, full } = useReader();
  const now = useNow();
  const { calendar, timeZone, isOpen, changesAt } = hours;
  const text =
    changesAt === null
      ? say(isOpen ? todayWords.alwaysOpen : todayWords.neverOpen)
      : say(isOpen ? todayWords.openUntil : todayWords.closedUntil, {
          moment: moment(changesAt, now),
        });
  const there = changesAt === null ? timeZone : full(changesAt, timeZone);
  return (
    <p className={`office ${isOpen ? "office-open" : ""}`} title={`${calendar}: ${there}`}>
      {isNamed && <strong>{calendar}: </strong>}
      {text}
    </p>
  );
}
