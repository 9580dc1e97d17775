/** What the parties say, in their order: nothing of it is edited. */
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ToldProblem } from "../../api/problem-document.ts";
import { type DisputeCaseJson, evidenceOf } from "../dispute-json.ts";
import { useReader } from "../reader.tsx";
import { clientOf, problemsOf } from "../server-client.ts";
import { disputeWords } from "../words/dispute.ts";
import { AreaField, SelectField } from "./field.tsx";
import { Moment } from "./moment.tsx";
import { Problems } from "./problems.tsx";

type StatementsProps = { readonly dispute: DisputeCaseJson; readonly mayAct: boolean };

export function DisputeStatements({ dispute, mayAct }: StatementsProps) {
  const { say } = useReader();
  const { by, at, reason, statements } = dispute;
  const all = [{ by, at, text: reason }, ...statements];
  return (
    <section>
      <h2>{say(disputeWords.statements)}</h2>
      <ol className="dispute-statements">
        {all.map((one) => (
          <li key={`${one.by} ${one.at} ${one.text}`}>
            <p className="soft small">
              <strong>{one.by}</strong> · <Moment at={one.at} />
            </p>
            <p>{one.text}</p>
          </li>
        ))}
      </ol>
      {mayAct && (
        <details>
          <summary>{say(disputeWords.state)}</summary>
          <StatementForm dispute={dispute} />
        </details>
      )}
    </section>
  );
}

function StatementForm({ dispute }: { readonly dispute: DisputeCaseJson }) {
  const { say, language } = useReader();
  const queries = useQueryClient();
  const parties = evidenceOf(dispute).revision.document.spec.parties.map(({ id }) => id);
  const [by, setBy] = useState(parties.find((one) => one !== dispute.by) ?? dispute.by);
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<readonly ToldProblem[]>([]);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const params = { dispute: dispute.id };
      await clientOf(language).stateDispute({ params, body: { by, text } });
      setText("");
      setProblems([]);
      await queries.invalidateQueries({ queryKey: ["disputes"] });
    } catch (error) {
      setProblems(problemsOf(error));
    }
  };
  return (
    <form className="dispute-form" onSubmit={send}>
      <SelectField
        label={say(disputeWords.by)}
        value={by}
        change={setBy}
        options={parties.map((value) => ({ value, label: value }))}
      />
      <AreaField label={say(disputeWords.statement)} value={text} change={setText} />
      <Problems problems={problems} />
      <button type="submit" className="button button-second" disabled={text.trim() === ""}>
        {say(disputeWords.add)}
      </button>
    </form>
  );
}
