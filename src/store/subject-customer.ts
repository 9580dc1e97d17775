/** Whose a subject is, in a statement: the same as `customerOf` of the engine says. */
import sql from "sql-template-tag";

/** The customer of a row of `subject`; null where none is known. */
export const customerOfSubject = sql`
  case when subject.type = 'account' then substr(subject.id, length('account/') + 1)
    when jsonb_typeof(subject.attributes->'customer') = 'string'
      then subject.attributes->>'customer'
    when jsonb_typeof(subject.attributes->'account') = 'string' then subject.attributes->>'account'
    when jsonb_typeof(subject.attributes#>'{account,id}') = 'string'
      then subject.attributes#>>'{account,id}'
  end`;
