/** Whether a lead met what was agreed when it was handed over, criterion by criterion. */
import type { ConditionSpec } from "../../engine/condition.ts";
import { describeCondition } from "../../language/describe-condition.ts";
import type { ProofJson } from "../lead-quality-json.ts";
import { useReader } from "../reader.tsx";
import { handoffWords } from "../words/handoff.ts";
import { Icon } from "./icon.tsx";

type CriteriaProps = { readonly proof: ProofJson };

export function LeadCriteria({ proof }: CriteriaProps) {
  const { say, language } = useReader();
  return (
    <>
      {proof.definitions.map(({ term, holds, met, criteria }) => (
        <section key={term} className="criteria">
          <h3>{say(handoffWords.definition, { term })}</h3>
          <p>
            {say(holds ? handoffWords.held : handoffWords.notHeld, { met, all: criteria.length })}
          </p>
          <ul>
            {criteria.map((one) => (
              <Criterion
                key={`${one.field} ${JSON.stringify(one.wanted)}`}
                holds={one.holds}
                says={describeCondition({ [one.field]: one.wanted } as ConditionSpec, language)}
                was={one.value}
              />
            ))}
          </ul>
        </section>
      ))}
      <Points proof={proof} />
    </>
  );
}

function Points({ proof: { icp } }: CriteriaProps) {
  const { say, language } = useReader();
  if (!icp) return null;
  const { score, qualifiedAt, points } = icp;
  return (
    <section className="criteria">
      <h3>{say(handoffWords.icp, { score })}</h3>
      {qualifiedAt !== null && <p>{say(handoffWords.icpNeeded, { needed: qualifiedAt })}</p>}
      <ul>
        {points.map(({ when, points: worth, holds }) => (
          <li key={JSON.stringify(when)} className={holds ? "holds" : "fails"}>
            <Icon shape={holds ? "met" : "missed"} />
            <span>
              {describeCondition(when, language)}
              <span className="hidden">
                {" "}
                {say(holds ? handoffWords.holds : handoffWords.fails)}
              </span>
            </span>
            <span className="number">
              {say(handoffWords.points, { points: holds ? worth : 0 })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type CriterionProps = {
  readonly holds: boolean;
  readonly says: string;
  readonly was: unknown;
};

function Criterion({ holds, says, was }: CriterionProps) {
  const { say } = useReader();
  const value = typeof was === "string" ? was : JSON.stringify(was);
  return (
    <li className={holds ? "holds" : "fails"}>
      <Icon shape={holds ? "met" : "missed"} />
      <span>
        {says}
        <span className="hidden"> {say(holds ? handoffWords.holds : handoffWords.fails)}</span>
      </span>
      {was !== null && <span className="soft small">{say(handoffWords.was, { value })}</span>}
    </li>
  );
}
