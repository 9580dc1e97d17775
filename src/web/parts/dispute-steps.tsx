/** The steps of a dispute as clocks: who decides, until when, and how each went. */
import type { DisputeCaseJson } from "../dispute-json.ts";
import { useReader } from "../reader.tsx";
import { claimVerdictWords, disputeWords } from "../words/dispute.ts";
import { Countdown } from "./countdown.tsx";
import { DataTable } from "./data-table.tsx";
import { Moment } from "./moment.tsx";

type Step = DisputeCaseJson["steps"][number];

export function DisputeSteps({ dispute }: { readonly dispute: DisputeCaseJson }) {
  const { say } = useReader();
  const isNow = ({ step }: Step) => step === dispute.step;
  const word = ({ verdict }: Step) =>
    claimVerdictWords[verdict as keyof typeof claimVerdictWords] ?? disputeWords.notYet;
  return (
    <section>
      <DataTable
        caption={say(disputeWords.steps)}
        rows={dispute.steps}
        rowKey={({ step }) => String(step)}
        fileName={`${dispute.id}-steps`}
        columns={[
          {
            key: "step",
            head: say(disputeWords.step),
            value: ({ step }) => step,
            cell: (one) => <span aria-current={isNow(one) ? "step" : undefined}>{one.step}</span>,
          },
          { key: "by", head: say(disputeWords.decides), value: ({ by }) => by },
          {
            key: "due",
            head: say(disputeWords.deadline),
            value: ({ dueAt }) => dueAt,
            cell: (one) => <Due step={one} isNow={isNow(one)} />,
          },
          { key: "verdict", head: say(disputeWords.standing), value: (one) => say(word(one)) },
        ]}
      />
    </section>
  );
}

function Due({ step: { dueAt }, isNow }: { readonly step: Step; readonly isNow: boolean }) {
  if (dueAt === null) return "–";
  return isNow ? <Countdown until={dueAt} /> : <Moment at={dueAt} />;
}
