/** The day a period begins on, in its agreement's zone. */
import { usePeriodDate } from "../period-zone.ts";

type DateProps = { readonly agreement: string; readonly from: string };

export function PeriodDate(period: DateProps) {
  return usePeriodDate()(period);
}
