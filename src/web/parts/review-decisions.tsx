/** What is decided, who has it, and what it becomes when the review is closed. */
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { reviewMoves } from "../../engine/review.ts";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { decisionsOf } from "../review-json.ts";
import { problemsOf } from "../server-client.ts";
import { useReviewDeed } from "../use-review-deed.ts";
import { reviewWords } from "../words/review.ts";
import { DateField, SelectField, TextField } from "./field.tsx";
import { Problems } from "./problems.tsx";
import type { ReviewPartProps } from "./review-notes.tsx";

const becoming = ["task", "draft", "nothing"] as const;
type Becoming = (typeof becoming)[number];

const becomesWords = {
  task: reviewWords.becomesTask,
  draft: reviewWords.becomesDraft,
  nothing: reviewWords.becomesNothing,
} as const;

export function ReviewDecisions({ review, telling, mayAct }: ReviewPartProps) {
  const { say } = useReader();
  const decisions = decisionsOf(review);
  const isClosed = review.state === "closed";
  return (
    <section id="decisions">
      <h2>{say(reviewWords.decisions)}</h2>
      {decisions.length === 0 && <p className="soft">{say(reviewWords.noDecisions)}</p>}
      <ol className="review-lines">
        {decisions.map(({ id, says, owner, becomes, dueAt }) => (
          <li key={id}>
            {says}
            <span className="soft small under">
              {say(reviewWords.decisionLine, { owner, becomes: say(becomesWords[becomes]) })}
              {dueAt !== undefined && ` · ${say(reviewWords.until)} ${telling.date(dueAt)}`}
              {isClosed && becomes === "task" && ` · ${say(reviewWords.madeTask)}`}
            </span>
            {isClosed && becomes === "draft" && (
              <Link
                className="small"
                to={routePaths.editor}
                params={{ agreement: review.agreement }}
              >
                {say(reviewWords.madeDraft)}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {mayAct && reviewMoves[review.state].decide && <Decide review={review} telling={telling} />}
    </section>
  );
}

type Draft = {
  readonly says: string;
  readonly owner: string;
  readonly becomes: Becoming;
  readonly until: string;
};

const blank: Draft = { says: "", owner: "", becomes: "task", until: "" };

function Decide({ review, telling }: Omit<ReviewPartProps, "mayAct">) {
  const { say } = useReader();
  const [draft, setDraft] = useState(blank);
  const [isTried, setTried] = useState(false);
  const deed = useReviewDeed(review.id);
  const { says, owner, becomes, until } = draft;
  const missing = (text: string) =>
    isTried && text.trim() === "" ? say(reviewWords.mustFill) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (says.trim() === "" || owner.trim() === "") return;
    const decision = {
      id: `d${decisionsOf(review).length + 1}`,
      says: says.trim(),
      owner: owner.trim(),
      becomes,
      ...(until === "" ? {} : { dueAt: endOf(until) }),
    };
    const done = say(reviewWords.decided);
    deed.mutate(
      { body: { deed: "decide", by: review.by, decision }, done },
      {
        onSuccess: () => {
          setDraft(blank);
          setTried(false);
        },
      },
    );
  };
  return (
    <form className="review-form" onSubmit={submit} noValidate>
      <TextField
        label={say(reviewWords.decision)}
        value={says}
        problem={missing(says)}
        change={(text) => setDraft({ ...draft, says: text })}
      />
      <Particulars
        draft={draft}
        change={setDraft}
        owners={[...review.signatories, review.by].map(telling.party)}
        problem={missing(owner)}
      />
      <Problems problems={deed.error ? problemsOf(deed.error) : []} />
      <button type="submit" className="button button-second" disabled={deed.isPending}>
        {say(reviewWords.decide)}
      </button>
    </form>
  );
}

type ParticularsProps = {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly owners: readonly string[];
  readonly problem: string | undefined;
};

function Particulars({ draft, change, owners, problem }: ParticularsProps) {
  const { say } = useReader();
  const { owner, becomes, until } = draft;
  return (
    <div className="fields">
      <TextField
        label={say(reviewWords.owner)}
        hint={say(reviewWords.ownerHint)}
        value={owner}
        offers={owners}
        problem={problem}
        change={(text) => change({ ...draft, owner: text })}
      />
      <SelectField
        label={say(reviewWords.becomes)}
        value={becomes}
        options={becoming.map((value) => ({ value, label: say(becomesWords[value]) }))}
        change={(value) =>
          change({ ...draft, becomes: becoming.find((one) => one === value) ?? becomes })
        }
      />
      <DateField
        label={say(reviewWords.until)}
        value={until}
        change={(day) => change({ ...draft, until: day })}
      />
    </div>
  );
}

/** The end of a day, in the reader's zone. */
function endOf(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}
