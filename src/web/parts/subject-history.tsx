/** What happened to a subject. */
import { useQuery } from "@tanstack/react-query";
import { eventClause } from "../../language/words-event.ts";
import { subjectQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { clockWords } from "../words/clock.ts";
import { Moment } from "./moment.tsx";

/** A fact as the screens read it: a CloudEvent. */
type Fact = {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  /** Its file was taken back: it counts for nothing. */
  readonly withdrawn?: true;
};

/** Its latest facts, from the newest on. */
export function SubjectHistory({ subject }: { readonly subject: string }) {
  const { say, language } = useReader();
  const { data } = useQuery(subjectQuestion(language, subject));
  const facts = (data?.events ?? []) as readonly Fact[];
  if (facts.length === 0) return null;
  return (
    <>
      <h3>{say(clockWords.history)}</h3>
      <ol className="history">
        {facts.map(({ id, type, time, withdrawn }) => (
          <li key={`${id} ${time}`}>
            <Moment at={time} />
            <span>
              {withdrawn ? <del>{eventClause(type, language)}</del> : eventClause(type, language)}
              {withdrawn && <span className="soft"> {say(clockWords.withdrawn)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
