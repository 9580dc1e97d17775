/** What people said about the span of a review; more until it is signed. */
import { type FormEvent, useState } from "react";
import { reviewMoves } from "../../engine/review.ts";
import { useReader } from "../reader.tsx";
import { notesOf, type ReviewJson } from "../review-json.ts";
import type { Telling } from "../review-text.ts";
import { problemsOf } from "../server-client.ts";
import { useReviewDeed } from "../use-review-deed.ts";
import { reviewWords } from "../words/review.ts";
import { AreaField, SelectField } from "./field.tsx";
import { Problems } from "./problems.tsx";

export type ReviewPartProps = {
  readonly review: ReviewJson;
  readonly telling: Telling;
  readonly mayAct: boolean;
};

export function ReviewNotes({ review, telling, mayAct }: ReviewPartProps) {
  const { say } = useReader();
  const notes = notesOf(review);
  return (
    <section id="feedback">
      <h2>{say(reviewWords.feedback)}</h2>
      {notes.length === 0 && <p className="soft">{say(reviewWords.noFeedback)}</p>}
      <ul className="review-lines">
        {notes.map(({ by, says, at }) => (
          <li key={`${at} ${says}`}>
            <strong>{telling.party(by)}</strong> {says}
          </li>
        ))}
      </ul>
      {mayAct && reviewMoves[review.state].note && <AddNote review={review} telling={telling} />}
    </section>
  );
}

function AddNote({ review, telling }: Omit<ReviewPartProps, "mayAct">) {
  const { say } = useReader();
  const [says, setSays] = useState("");
  const [by, setBy] = useState(review.by);
  const [isTried, setTried] = useState(false);
  const deed = useReviewDeed(review.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (says.trim() === "") return;
    deed.mutate(
      { body: { deed: "note", by, says: says.trim() }, done: say(reviewWords.noted) },
      {
        onSuccess: () => {
          setSays("");
          setTried(false);
        },
      },
    );
  };
  return (
    <form className="review-form" onSubmit={submit} noValidate>
      <AreaField
        label={say(reviewWords.note)}
        rows={2}
        value={says}
        problem={isTried && says.trim() === "" ? say(reviewWords.mustFill) : undefined}
        change={setSays}
      />
      <ActingParty review={review} telling={telling} value={by} change={setBy} />
      <Problems problems={deed.error ? problemsOf(deed.error) : []} />
      <button type="submit" className="button button-second" disabled={deed.isPending}>
        {say(reviewWords.addNote)}
      </button>
    </form>
  );
}

type ActingProps = Omit<ReviewPartProps, "mayAct"> & {
  readonly value: string;
  readonly change: (party: string) => void;
};

/** In whose name: the party that measures, or one that signs. */
function ActingParty({ review, telling, value, change }: ActingProps) {
  const { say } = useReader();
  const parties = [...new Set([review.by, ...review.signatories])];
  return (
    <SelectField
      label={say(reviewWords.actAs)}
      value={value}
      options={parties.map((id) => ({ value: id, label: telling.party(id) }))}
      change={change}
    />
  );
}
