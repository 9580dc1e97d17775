/** Open hours in plain SQL: every date of two years with its hours, less the days written here. */
import sql, { type Sql } from "sql-template-tag";
import { MADRID, MEXICO } from "./year.ts";

/** `part`: the hours of a weekday (ISO, Monday is 1), as the rows of a table. */
function hoursOf(zone: string, part: Sql, closed: string): Sql {
  return sql`(
    select range_agg(tstzrange((date + opens) at time zone ${zone},
      (date + closes) at time zone ${zone})) as hours
    from generate_series(timestamp '2025-01-01', '2026-12-31', interval '1 day') as date
    join (${part}) as part (first, last, opens, closes)
      on extract(isodow from date) between first and last
    where date::date <> all (${closed}::date[]))`;
}

const mexicanHolidays = `{2025-01-01, 2025-02-03, 2025-03-17, 2025-05-01, 2025-09-16, 2025-11-17,
  2025-12-25, 2026-01-01, 2026-02-02, 2026-03-16, 2026-05-01, 2026-09-16, 2026-11-16, 2026-12-25}`;

/** Of the marketing agreement, and of the further measures. */
export const office = hoursOf(
  MEXICO,
  sql`values (1, 5, time '09:00', time '14:00'), (1, 5, '15:00', '18:00')`,
  mexicanHolidays,
);

/** The dates of a desk that is open from nine to six, in order. */
export const deskDates = sql`(
  select row_number() over (order by date) as number, date,
    (date + time '09:00') at time zone ${MEXICO} as opens,
    (date + time '18:00') at time zone ${MEXICO} as closes
  from generate_series(timestamp '2025-12-01', '2026-12-31', interval '1 day') as date
  where extract(isodow from date) <= 5 and date::date <> all (${mexicanHolidays}::date[]))`;

const spanishHolidays = `{2026-01-01, 2026-01-06, 2026-04-03, 2026-05-01, 2026-08-15, 2026-10-12,
  2026-11-01, 2026-12-06, 2026-12-08, 2026-12-25}`;

/** Midsummer is a short day of its own. */
export const guard = sql`(
  select whole.hours + short.hours as hours from ${hoursOf(
    MADRID,
    sql`values (1, 5, time '08:00', time '20:00'), (6, 6, '10:00', '14:00'),
      (7, 7, '01:00', '05:00')`,
    spanishHolidays.replace("}", ", 2026-06-24}"),
  )} as whole, (select tstzmultirange(tstzrange('2026-06-24 09:00+02', '2026-06-24 12:00+02'))
    as hours) as short)`;

export const always = sql`(select tstzmultirange(tstzrange('2025-01-01', '2028-01-01')) as hours)`;

/** Milliseconds of `hours` in a span: both are columns or instants of the statement around it. */
export function openMs(hours: Sql, from: Sql, to: Sql): Sql {
  return sql`(
    select coalesce(sum(extract(epoch from upper(part)) - extract(epoch from lower(part))), 0)
    from unnest(${hours} * tstzmultirange(tstzrange(${from}, greatest(${from}, ${to})))) as part
  ) * 1000`;
}
