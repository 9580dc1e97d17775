/** A change that the leads which came back ask for, to look at before it goes into the draft. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type Amendment, amendmentOf } from "../editor-amendment.ts";
import { editedText } from "../editor-change.ts";
import { readText } from "../editor-reading.ts";
import { useNow } from "../now.ts";
import { routePaths } from "../paths.ts";
import { leadsForAmendment } from "../questions-editor.ts";
import { useReader } from "../reader.tsx";
import { useReason } from "../reason-text.ts";
import { amendmentWords } from "../words/editor.ts";
import { ClauseChanges } from "./clause-changes.tsx";
import type { EditorForm } from "./editor-form-context.tsx";
import { Failed, Waiting } from "./states.tsx";
import { useToast } from "./toast.tsx";

type AmendmentProps = {
  readonly agreement: string;
  readonly detail: string;
  readonly form: EditorForm;
};

export function EditorAmendment({ agreement, detail, form }: AmendmentProps) {
  const { say, language } = useReader();
  const now = useNow();
  const navigate = useNavigate();
  const tell = useToast();
  const asked = useQuery(leadsForAmendment(language, { agreement, detail, now }));
  if (asked.isError) return <Failed error={asked.error} again={() => asked.refetch()} />;
  if (!asked.data) return <Waiting />;
  const amendment = amendmentOf(form.reading.value, detail, asked.data);
  const { term, path, change } = amendment;
  const leave = () =>
    navigate({ to: routePaths.editor, params: { agreement }, search: {}, replace: true });
  const title =
    term === undefined ? say(amendmentWords.place) : say(amendmentWords.title, { term });
  return (
    <section className="amendment" aria-label={title}>
      <h2>{title}</h2>
      <Says detail={detail} amendment={amendment} />
      {change && <Difference form={form} change={change} />}
      <p className="adds">
        {change && (
          <button
            type="button"
            className="button"
            onClick={async () => {
              form.put([change.path, change.value]);
              tell(say(amendmentWords.taken));
              await leave();
            }}
          >
            {say(amendmentWords.take)}
          </button>
        )}
        <button type="button" className="button button-second" onClick={() => form.jump(path)}>
          {say(amendmentWords.line)}
        </button>
        <button type="button" className="quiet" onClick={leave}>
          {say(amendmentWords.leave)}
        </button>
      </p>
    </section>
  );
}

function Says({ detail, amendment }: Pick<AmendmentProps, "detail"> & { amendment: Amendment }) {
  const { say } = useReader();
  const reason = useReason();
  const { change } = amendment;
  const facts = { detail: reason.detail(detail) };
  if (!change) return <p>{say(amendmentWords.none, facts)}</p>;
  return (
    <p>
      {say(amendmentWords.says, { ...facts, ...change.returned })}{" "}
      {say(amendmentWords.cost, change.accepted)}
    </p>
  );
}

type DifferenceProps = {
  readonly form: EditorForm;
  readonly change: NonNullable<Amendment["change"]>;
};

/** What it would say, clause by clause: nothing is written yet. */
function Difference({ form: { reading }, change }: DifferenceProps) {
  const text = editedText(reading, change.path, change.value);
  const after = text === undefined ? undefined : readText(text).sound;
  if (!reading.sound || !after) return null;
  return <ClauseChanges before={reading.sound} after={after} />;
}
