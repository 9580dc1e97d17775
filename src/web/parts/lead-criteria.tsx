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
            {criteria.map(({ field, wanted, holds: isMet, value }) => {
              const when = { [field]: wanted } as ConditionSpec;
              const points = pointsOf(proof, when);
              return (
                <Criterion
                  key={JSON.stringify(when)}
                  holds={isMet}
                  says={describeCondition(when, language)}
                  was={value}
                  {...(points === undefined ? {} : { points: isMet ? points : 0 })}
                />
              );
            })}
          </ul>
        </section>
      ))}
      <Score proof={proof} />
    </>
  );
}

/** What a criterion of the profile is worth; undefined of any other. */
function pointsOf({ icp }: ProofJson, when: ConditionSpec): number | undefined {
  const wanted = JSON.stringify(when);
  return icp?.points.find((one) => JSON.stringify(one.when) === wanted)?.points;
}

/** The points that made the score; where a definition has told them, the sum is enough. */
function Score({ proof: { icp, definitions } }: CriteriaProps) {
  const { say, language } = useReader();
  if (!icp) return null;
  const { score, qualifiedAt, points } = icp;
  const known = definitions.flatMap(({ criteria }) => criteria).length;
  return (
    <section className="criteria">
      <p>
        {qualifiedAt === null
          ? say(handoffWords.icp, { score })
          : say(handoffWords.icpNeeded, { score, needed: qualifiedAt })}
      </p>
      {known === 0 && (
        <ul>
          {points.map(({ when, points: worth, holds }) => (
            <Criterion
              key={JSON.stringify(when)}
              holds={holds}
              says={describeCondition(when, language)}
              was={null}
              points={holds ? worth : 0}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

type CriterionProps = {
  readonly holds: boolean;
  readonly says: string;
  readonly was: unknown;
  readonly points?: number;
};

function Criterion({ holds, says, was, points }: CriterionProps) {
  const { say } = useReader();
  const value = typeof was === "string" ? was : JSON.stringify(was);
  return (
    <li className={holds ? "holds" : "fails"}>
      <Icon shape={holds ? "met" : "missed"} />
      <span>
        {says}
        <span className="hidden"> {say(holds ? handoffWords.holds : handoffWords.fails)}</span>
      </span>
      <span className="criterion-was">
        {was !== null && <span className="soft small">{say(handoffWords.was, { value })}</span>}
        <span className="number">
          {points !== undefined && say(handoffWords.points, { points })}
        </span>
      </span>
    </li>
  );
}
