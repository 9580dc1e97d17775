/** From minutes to signatures to the end: what may be done next, and what is done for good. */
import { type FormEvent, useState } from "react";
import { reviewMoves } from "../../engine/review.ts";
import { useReader } from "../reader.tsx";
import { decisionsOf, heldOf } from "../review-json.ts";
import { problemsOf } from "../server-client.ts";
import { useReviewDeed } from "../use-review-deed.ts";
import { reviewWords } from "../words/review.ts";
import { Confirm } from "./confirm.tsx";
import { AreaField } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { Problems } from "./problems.tsx";
import type { ReviewPartProps } from "./review-notes.tsx";

export function ReviewHolding(props: ReviewPartProps) {
  const { review, mayAct } = props;
  const { say } = useReader();
  const held = heldOf(review);
  return (
    <>
      <section id="minutes">
        <h2>{say(reviewWords.minutes)}</h2>
        {held && <p className="minutes">{held.minutes}</p>}
        {mayAct && reviewMoves[review.state].hold && <Hold {...props} />}
      </section>
      {held && <Signatures {...props} />}
      {mayAct && reviewMoves[review.state].close && <Close {...props} />}
    </>
  );
}

function Hold({ review }: ReviewPartProps) {
  const { say } = useReader();
  const [minutes, setMinutes] = useState("");
  const [isTried, setTried] = useState(false);
  const deed = useReviewDeed(review.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (minutes.trim() === "") return;
    const body = { deed: "hold", by: review.by, minutes: minutes.trim() } as const;
    deed.mutate({ body, done: say(reviewWords.held) });
  };
  return (
    <form className="review-form" onSubmit={submit} noValidate>
      <AreaField
        label={say(reviewWords.minutes)}
        hint={say(reviewWords.minutesHint)}
        rows={5}
        value={minutes}
        problem={isTried && minutes.trim() === "" ? say(reviewWords.mustFill) : undefined}
        change={setMinutes}
      />
      <Problems problems={deed.error ? problemsOf(deed.error) : []} />
      <button type="submit" className="button" disabled={deed.isPending}>
        {say(reviewWords.hold)}
      </button>
    </form>
  );
}

function Signatures({ review, telling, mayAct }: ReviewPartProps) {
  const { say, full } = useReader();
  const [signing, setSigning] = useState<string>();
  const deed = useReviewDeed(review.id);
  const signed = review.deeds.filter((one) => one.deed === "sign");
  return (
    <section id="signatures">
      <h2>{say(reviewWords.signatures)}</h2>
      <ul className="review-lines">
        {signed.map(({ by, at }) => (
          <li key={by} className="signed">
            <Icon shape="met" />
            {say(reviewWords.signedBy, { party: telling.party(by) })}{" "}
            <time dateTime={at}>{full(at)}</time>
          </li>
        ))}
      </ul>
      {mayAct && (
        <div className="review-files">
          {review.missing.map((party) => (
            <button key={party} type="button" className="button" onClick={() => setSigning(party)}>
              {say(reviewWords.sign, { party: telling.party(party) })}
            </button>
          ))}
        </div>
      )}
      {signing !== undefined && (
        <Confirm
          title={say(reviewWords.sign, { party: telling.party(signing) })}
          text={say(reviewWords.signText, { party: telling.party(signing) })}
          close={() => setSigning(undefined)}
          deed={{
            says: say(reviewWords.sign, { party: telling.party(signing) }),
            run: () =>
              deed.mutateAsync({
                body: { deed: "sign", by: signing },
                done: say(reviewWords.signedBy, { party: telling.party(signing) }),
              }),
          }}
        />
      )}
    </section>
  );
}

function Close({ review }: ReviewPartProps) {
  const { say } = useReader();
  const [isAsked, setAsked] = useState(false);
  const deed = useReviewDeed(review.id);
  const decisions = decisionsOf(review);
  const count = (kind: "task" | "draft") =>
    decisions.filter(({ becomes }) => becomes === kind).length;
  return (
    <p>
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {say(reviewWords.close)}
      </button>
      {isAsked && (
        <Confirm
          title={say(reviewWords.close)}
          text={say(reviewWords.closeText, { tasks: count("task"), drafts: count("draft") })}
          close={() => setAsked(false)}
          deed={{
            says: say(reviewWords.close),
            run: () =>
              deed.mutateAsync({
                body: { deed: "close", by: review.by },
                done: say(reviewWords.closed),
              }),
          }}
        />
      )}
    </p>
  );
}
