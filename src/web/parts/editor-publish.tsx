/** Publishing: what will change, from when, and what becomes of the clocks that run. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { AgreementDocument, TermSpec } from "../../engine/agreement.ts";
import { type Instant, instantText } from "../../engine/time.ts";
import { instantAt } from "../../engine/zone.ts";
import { useNow } from "../now.ts";
import { routePaths } from "../paths.ts";
import { latestDocument } from "../questions-editor.ts";
import { useReader } from "../reader.tsx";
import { clientUnder } from "../server-client.ts";
import { editorWords } from "../words/editor.ts";
import { ClauseChanges } from "./clause-changes.tsx";
import { Confirm } from "./confirm.tsx";
import { DateField, SelectField } from "./field.tsx";
import { useToast } from "./toast.tsx";

type PublishProps = {
  readonly agreement: string;
  readonly text: string;
  /** The version of the draft that holds the text. */
  readonly version: number;
  readonly document: AgreementDocument;
  readonly published: () => void;
  readonly close: () => void;
};

type Since = "term" | "now" | "day";
type Existing = "keep" | "recompute";

export function EditorPublish(props: PublishProps) {
  const { agreement, text, version, document, published, close } = props;
  const { say, language } = useReader();
  const now = useNow();
  const [opened] = useState(now);
  const before = useQuery({
    queryKey: ["latest", agreement, version],
    queryFn: async () => (await latestDocument(language, agreement)) ?? null,
    staleTime: 0,
  });
  const isFirst = before.data === null;
  const [chosen, setSince] = useState<Since>();
  const [day, setDay] = useState("");
  const [existing, setExisting] = useState<Existing>("keep");
  const since = chosen ?? (isFirst ? "term" : "now");
  const from = beginning(since, { day, opened, timeZone: document.spec.term.timeZone });
  const done = useDone(agreement);
  const publish = async () => {
    const key = [agreement, version, from ?? "", existing].join(" ");
    await clientUnder(language, key).publishRevision({
      params: { agreement },
      body: { text, existing, ...(from === undefined ? {} : { from }) },
    });
    published();
    await done();
  };
  const isDisabled = before.data === undefined || (since === "day" && day === "");
  return (
    <Confirm
      title={say(editorWords.publishTitle)}
      text={say(editorWords.publishText)}
      deed={{ says: say(editorWords.publish), run: publish, isDisabled }}
      close={close}
    >
      <h3>{say(editorWords.whatChanges)}</h3>
      {isFirst && <p>{say(editorWords.firstRevision)}</p>}
      {before.data && <ClauseChanges before={before.data} after={document} />}
      <SinceFields {...{ since, setSince, day, setDay }} term={document.spec.term} />
      {!isFirst && <ExistingField value={existing} change={setExisting} />}
    </Confirm>
  );
}

type SinceProps = {
  readonly since: Since;
  readonly setSince: (since: Since) => void;
  readonly day: string;
  readonly setDay: (day: string) => void;
  readonly term: TermSpec;
};

function SinceFields({ since, setSince, day, setDay, term }: SinceProps) {
  const { say } = useReader();
  const options = (["term", "now", "day"] as const).map((value) => ({
    value,
    label: say(sinceWords[value], value === "term" ? { from: term.from } : {}),
  }));
  return (
    <>
      <SelectField
        label={say(editorWords.since)}
        value={since}
        options={options}
        change={(value) => setSince(value as Since)}
      />
      {since === "day" && (
        <DateField
          label={say(editorWords.sinceDay)}
          hint={term.timeZone}
          value={day}
          change={setDay}
          isRequired
        />
      )}
    </>
  );
}

type ExistingProps = {
  readonly value: Existing;
  readonly change: (existing: Existing) => void;
};

function ExistingField({ value, change }: ExistingProps) {
  const { say } = useReader();
  return (
    <SelectField
      label={say(editorWords.existing)}
      value={value}
      options={[
        { value: "keep", label: say(editorWords.existingKeep) },
        { value: "recompute", label: say(editorWords.existingRecompute) },
      ]}
      change={(next) => change(next as Existing)}
    />
  );
}

const sinceWords = {
  term: editorWords.sinceTerm,
  now: editorWords.sinceNow,
  day: editorWords.sinceChosen,
} as const;

type Beginning = { readonly day: string; readonly opened: number; readonly timeZone: string };

/** The instant a revision begins at; the start of its term where nothing is said. */
function beginning(since: Since, { day, opened, timeZone }: Beginning): string | undefined {
  if (since === "term" || (since === "day" && day === "")) return undefined;
  if (since === "now") return instantText(opened as Instant);
  return instantText(instantAt(timeZone, Date.parse(`${day}T00:00:00Z`)));
}

/** Says that it is published, and shows it. */
function useDone(agreement: string): () => Promise<void> {
  const { say } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    tell(say(editorWords.published));
    await queries.invalidateQueries();
    const params = { agreement };
    await navigate({ to: routePaths.agreement, params, search: { tab: "versions" } });
  };
}
