/** The steps of a dispute as clocks: who decides, until when, and how each went. */
import type { DisputeCaseJson } from "../dispute-json.ts";
import { useReader } from "../reader.tsx";
import { claimVerdictWords, disputeWords } from "../words/dispute.ts";
import { Countdown } from "./countdown.tsx";
import { Moment } from "./moment.tsx";

export function DisputeSteps({ dispute }: { readonly dispute: DisputeCaseJson }) {
  const { say } = useReader();
  return (
    <section>
      <h2>{say(disputeWords.steps)}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className="scroll" tabIndex={0} aria-label={say(disputeWords.steps)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(disputeWords.step)}</th>
              <th scope="col">{say(disputeWords.decides)}</th>
              <th scope="col">{say(disputeWords.deadline)}</th>
              <th scope="col">{say(disputeWords.standing)}</th>
            </tr>
          </thead>
          <tbody>
            {dispute.steps.map((step) => (
              <StepRow key={step.step} step={step} isNow={step.step === dispute.step} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

type RowProps = { readonly step: DisputeCaseJson["steps"][number]; readonly isNow: boolean };

function StepRow({ step: { step, by, dueAt, verdict }, isNow }: RowProps) {
  const { say } = useReader();
  const word = claimVerdictWords[verdict as keyof typeof claimVerdictWords];
  return (
    <tr aria-current={isNow ? "step" : undefined}>
      <th scope="row">{step}</th>
      <td>{by}</td>
      <td>{dueAt === null ? "–" : isNow ? <Countdown until={dueAt} /> : <Moment at={dueAt} />}</td>
      <td>{say(word ?? disputeWords.notYet)}</td>
    </tr>
  );
}
