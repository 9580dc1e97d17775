/**
 * What lists say of a subject beside its title, in a statement: what it is worth, and whose it is.
 */
import sql, { join, raw } from "sql-template-tag";

/** The fields that say it; the first that holds a number counts. */
const fields = ["amount", "expectedValue", "value"] as const;

/** Anything longer is no amount of money. */
const NUMBER = "^-?\\d{1,18}(\\.\\d{1,12})?$";

/** Of a row of `subject`: `worth`, `currency` and `company`, each null where nothing says it. */
export const knownOfSubject = sql`
  coalesce(${join(
    fields.map((field) => {
      const text = raw(`subject.attributes->>'${field}'`);
      return sql`case when ${text} ~ ${NUMBER} then (${text})::numeric end`;
    }),
  )}) as worth,
  subject.attributes->>'currency' as currency,
  coalesce(subject.attributes#>>'{company,name}', subject.attributes#>>'{account,name}')
    as company`;
