/** Deciding a dispute: how, for whom, why; its effect is seen before it can be confirmed. */
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ToldProblem } from "../../api/problem-document.ts";
import { type Outcome, outcomes } from "../../engine/dispute.ts";
import { isOfClock } from "../../engine/dispute-claim.ts";
import { claimsOf, type DisputeCaseJson, type EffectJson, evidenceOf } from "../dispute-json.ts";
import { useReader } from "../reader.tsx";
import { clientOf, problemsOf } from "../server-client.ts";
import { claimVerdictWords, disputeWords, outcomeWords } from "../words/dispute.ts";
import { DisputeEffect } from "./dispute-effect.tsx";
import { AreaField, CheckField, SelectField } from "./field.tsx";
import { Problems } from "./problems.tsx";
import { useToast } from "./toast.tsx";

type OfDispute = { readonly dispute: DisputeCaseJson };

export function DisputeDecide({ dispute }: OfDispute) {
  const { say } = useReader();
  const form = useDecision(dispute);
  const { decision, set, effect, problems } = form;
  const needsClaims = outcomes[decision.outcome].claims === "named";
  const isReady = decision.reason.trim() !== "" && (!needsClaims || decision.claims.length > 0);
  const options = (Object.keys(outcomes) as Outcome[]).map((value) => ({
    value,
    label: say(outcomeWords[value]),
  }));
  return (
    <section className="dispute-decision">
      <h2>{say(disputeWords.decide)}</h2>
      <form className="dispute-form" onSubmit={form.preview}>
        <SelectField
          label={say(disputeWords.outcome)}
          value={decision.outcome}
          change={(outcome) => set({ outcome: outcome as Outcome, claims: [] })}
          options={options}
        />
        {needsClaims && <ClaimFields dispute={dispute} chosen={decision.claims} set={set} />}
        <AreaField
          label={say(disputeWords.reason)}
          value={decision.reason}
          change={(reason) => set({ reason })}
          rows={2}
          isRequired
        />
        <Problems problems={problems} />
        <div className="dispute-deeds">
          <button type="submit" className="button button-second" disabled={!isReady}>
            {say(disputeWords.preview)}
          </button>
          <button type="button" className="button" disabled={!effect} onClick={form.decide}>
            {say(disputeWords.confirm)}
          </button>
        </div>
      </form>
      <div role="status">{effect && <DisputeEffect id={dispute.id} effect={effect} />}</div>
    </section>
  );
}

type Decision = {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly claims: readonly number[];
};

/** Whatever is changed, its effect is to be seen anew. */
function useDecision(dispute: DisputeCaseJson) {
  const { say, language } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  const [decision, setDecision] = useState<Decision>({ outcome: "upheld", reason: "", claims: [] });
  const [effect, setEffect] = useState<EffectJson>();
  const [problems, setProblems] = useState<readonly ToldProblem[]>([]);
  const set = (changed: Partial<Decision>) => {
    setDecision({ ...decision, ...changed });
    setEffect(undefined);
  };
  const { outcome, reason, claims } = decision;
  const asked = {
    params: { dispute: dispute.id },
    body: {
      outcome,
      reason,
      by: [...decidersOf(dispute, outcome)],
      ...(claims.length > 0 ? { claims: [...claims] } : {}),
    },
  };
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      setProblems([]);
    } catch (error) {
      setProblems(problemsOf(error));
    }
  };
  const preview = (event: FormEvent) => {
    event.preventDefault();
    attempt(async () => setEffect(await clientOf(language).previewDecision(asked)));
  };
  const decide = () =>
    attempt(async () => {
      await clientOf(language).decideDispute(asked);
      tell(say(disputeWords.doneDecide, { id: dispute.id }));
      await queries.invalidateQueries();
    });
  return { decision, set, effect, problems, preview, decide };
}

/** In whose name each outcome is: the table of the engine says which side. */
function decidersOf(dispute: DisputeCaseJson, outcome: Outcome): readonly string[] {
  const { by } = outcomes[outcome];
  if (by === "decider") return dispute.deciders;
  if (by === "claimant") return [dispute.by];
  const { commitments } = evidenceOf(dispute).revision.document.spec;
  const promise = commitments.find(({ id }) => id === dispute.commitment);
  return promise && "obliged" in promise ? [promise.obliged, promise.beneficiary] : [dispute.by];
}

type ClaimProps = OfDispute & {
  readonly chosen: readonly number[];
  readonly set: (changed: Partial<Decision>) => void;
};

function ClaimFields({ dispute, chosen, set }: ClaimProps) {
  const { say } = useReader();
  return (
    <fieldset>
      <legend>{say(disputeWords.claims)}</legend>
      {claimsOf(dispute).map((claim, index) => {
        const number = index + 1;
        const label = isOfClock(claim)
          ? say(disputeWords.claimOf, {
              subject: claim.clock.subject,
              verdict: say(claimVerdictWords[claim.verdict]),
            })
          : say(disputeWords.claimLeftOut, { id: claim.exclusion.id });
        const others = chosen.filter((one) => one !== number);
        return (
          <CheckField
            key={number}
            label={label}
            value={chosen.includes(number)}
            change={(isOn) => set({ claims: isOn ? [...others, number] : others })}
          />
        );
      })}
    </fieldset>
  );
}
