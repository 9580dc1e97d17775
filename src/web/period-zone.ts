/** A period is called by the day it begins on where its agreement counts days, wherever one is. */
import { useQuery } from "@tanstack/react-query";
import { agreementsQuestion } from "./questions.ts";
import { useReader } from "./reader.tsx";
import { dateText } from "./time-text.ts";

/** The zone of an agreement's term; the reader's own until that is known. */
export function useZoneOf(): (agreement: string) => string {
  const { language, timeZone } = useReader();
  const { data } = useQuery(agreementsQuestion(language));
  const zones = new Map(data?.agreements.map(({ id, latest }) => [id, latest?.timeZone]));
  return (agreement) => zones.get(agreement) ?? timeZone;
}

type Named = { readonly agreement: string; readonly from: string };

/** The day in words; with its year where that is not the year of `now`. */
export function usePeriodDate(): (period: Named, now?: number) => string {
  const { language } = useReader();
  const zoneOf = useZoneOf();
  return ({ agreement, from }, now = Date.parse(from)) =>
    dateText(Date.parse(from), now, { language, timeZone: zoneOf(agreement) });
}

/** The day as tables sort and export it: "2026-11-01". */
export function usePeriodDay(): (period: Named) => string {
  const zoneOf = useZoneOf();
  return ({ agreement, from }) =>
    new Intl.DateTimeFormat("sv", { timeZone: zoneOf(agreement) }).format(Date.parse(from));
}
