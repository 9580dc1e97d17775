/** One lead as it was handed over, what was agreed of it, what sales said, and the answer. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { fieldLabel } from "../../language/words-field.ts";
import { type ProofJson, proofOf } from "../lead-quality-json.ts";
import type { LeadSearch } from "../lead-quality-search.ts";
import { routePaths, targetOf } from "../paths.ts";
import { workspaceQuestion } from "../questions.ts";
import { handoffQuestion } from "../questions-lead-quality.ts";
import { useReader } from "../reader.tsx";
import { useReason } from "../reason-text.ts";
import { handoffWords } from "../words/handoff.ts";
import { Drawer } from "./drawer.tsx";
import { LeadAnswer } from "./lead-answer.tsx";
import { LeadCriteria } from "./lead-criteria.tsx";
import { Moment } from "./moment.tsx";
import { Waiting } from "./states.tsx";

type ProofProps = { readonly search: LeadSearch; readonly close: () => void };

export function LeadProof({ search, close }: ProofProps) {
  const { say, language } = useReader();
  const { lead: subject = "", round, stage } = search;
  const asked = { subject, ...(round === undefined ? {} : { round }) };
  const answer = useQuery(handoffQuestion(language, asked));
  const workspace = useQuery(workspaceQuestion(language));
  const proof = answer.data && proofOf(answer.data);
  const { lead: _, round: __, ...back } = search;
  const title = textOf(proof?.fields.name) ?? subject;
  return (
    <Drawer title={title} close={close}>
      {stage && (
        <p>
          <Link to={routePaths.leadQuality} search={back} resetScroll={false}>
            {say(handoffWords.back)}
          </Link>
        </p>
      )}
      {answer.isPending && <Waiting />}
      {answer.isError && <p className="soft">{say(handoffWords.noHandoff)}</p>}
      {proof && (
        <>
          <Said proof={proof} />
          <LeadCriteria proof={proof} />
          {proof.handoff.answer?.is === "returned" && !proof.handoff.answer.settled && (
            <LeadAnswer
              proof={proof}
              mayAnswer={workspace.data?.caller.permissions.includes("write") ?? false}
              close={close}
            />
          )}
          <Snapshot proof={proof} />
        </>
      )}
      <p>
        <Link {...targetOf({ kind: "subject", name: subject })}>{say(handoffWords.proof)}</Link>
      </p>
    </Drawer>
  );
}

const did = {
  correct: handoffWords.didCorrect,
  reroute: handoffWords.didReroute,
  accept: handoffWords.didAccept,
  disagree: handoffWords.didDisagree,
} as const;

/** What was said by either side, in order. */
function Said({ proof: { handoff } }: { readonly proof: ProofJson }) {
  const { say } = useReader();
  const reason = useReason();
  const { at, answer } = handoff;
  const isReturned = answer?.is === "returned";
  return (
    <dl className="facts">
      <div>
        <dt>{say(handoffWords.handedOver)}</dt>
        <dd>
          <Moment at={at} />
        </dd>
      </div>
      {answer && (
        <div>
          <dt>{say(isReturned ? handoffWords.returnedAt : handoffWords.acceptedAt)}</dt>
          <dd>
            <Moment at={answer.at} />
            {isReturned && (
              <strong className="under">{reason.whole(answer.family, answer.detail)}</strong>
            )}
            {answer.says && <q className="under">{answer.says}</q>}
          </dd>
        </div>
      )}
      {answer?.settled && (
        <div>
          <dt>{say(handoffWords.answered)}</dt>
          <dd>
            <Moment at={answer.settled.at} />
            <strong className="under">{say(did[answer.settled.is])}</strong>
            {answer.settled.says && <q className="under">{answer.settled.says}</q>}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Snapshot({ proof: { handoff, fields } }: { readonly proof: ProofJson }) {
  const { say, full } = useReader();
  const { travelled, missing, at } = handoff;
  return (
    <>
      <h3>{say(handoffWords.snapshot)}</h3>
      <p className="soft small">{say(handoffWords.frozen, { moment: full(at) })}</p>
      <dl className="facts snapshot">
        {Object.entries(travelled).map(([field, value]) => (
          <Field key={field} name={field} value={shown(value)} />
        ))}
        {missing.map((field) => (
          <Field key={field} name={field} value={say(handoffWords.missing)} isMissing />
        ))}
      </dl>
      <details>
        <summary>{say(handoffWords.otherFields)}</summary>
        <dl className="facts snapshot">
          {flat(fields).map(([field, value]) => (
            <Field key={field} name={field} value={shown(value)} />
          ))}
        </dl>
      </details>
    </>
  );
}

type FieldProps = { readonly name: string; readonly value: string; readonly isMissing?: boolean };

function Field({ name, value, isMissing }: FieldProps) {
  const { language } = useReader();
  return (
    <div>
      <dt>{fieldLabel(name, language)}</dt>
      <dd className={isMissing ? "snapshot-missing" : undefined}>{value}</dd>
    </div>
  );
}

/** "company.name" of a map of maps. */
function flat(
  fields: Readonly<Record<string, unknown>>,
  path = "",
): readonly (readonly [string, unknown])[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
    const inner = value as Readonly<Record<string, unknown>>;
    return isMap ? flat(inner, `${path}${name}.`) : [[`${path}${name}`, value] as const];
  });
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
