/** A first agreement made of a promise of the past: a few fields, the sentence, and in force. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { ToldProblem } from "../../api/problem-document.ts";
import type { AgreementDocument, CommitmentSpec } from "../../engine/agreement.ts";
import { describe } from "../../language/describe.ts";
import {
  type FirstKind,
  firstAgreement,
  firstCommitment,
  firstTitle,
  type Office,
} from "../../language/first-agreement.ts";
import { printDocument } from "../../language/print.ts";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { clientOf, problemsOf } from "../server-client.ts";
import { makeWords } from "../words/reveal.ts";
import { DateField, NumberField, TextField } from "./field.tsx";
import { Problems } from "./problems.tsx";
import type { Candidate } from "./reveal-candidates.tsx";
import type { Found } from "./reveal-numbers.tsx";
import { useToast } from "./toast.tsx";

type MakeProps = {
  readonly found: Found;
  readonly chosen: Candidate;
  readonly kind: FirstKind;
  readonly office: Office;
  readonly mayPublish: boolean;
  readonly cancel: () => void;
};

type Typed = {
  readonly title: string;
  readonly atLeast: number | undefined;
  readonly volume: number | undefined;
  readonly from: string;
};

export function RevealMake({ found, chosen, kind, office, mayPublish, cancel }: MakeProps) {
  const { say, language } = useReader();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const tell = useToast();
  const [problems, setProblems] = useState<readonly ToldProblem[]>([]);
  const [isGoing, setGoing] = useState(false);
  const [typed, setTyped] = useState<Typed>({
    title: firstTitle(kind, language),
    atLeast: chosen.objective,
    volume: kind === "lead" && found.volume > 0 ? found.volume : undefined,
    from: `${found.until.slice(0, 8)}01`,
  });
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const change = (changed: Partial<Typed>) => setTyped({ ...typed, ...changed });
  const document = documentOf({ found, chosen, kind, office }, typed, language);
  const { name } = document.metadata;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setGoing(true);
    try {
      await keep(language, { name, text: printDocument(document), mayPublish });
      await queries.invalidateQueries();
      const { title } = typed;
      tell(say(mayPublish ? makeWords.published : makeWords.drafted, { title }));
      const params = { agreement: name };
      await navigate({ to: routePaths.agreement, params, search: { tab: "commitments" } });
    } catch (error) {
      setProblems(problemsOf(error));
      setGoing(false);
    }
  };
  const isWhole = typed.title.trim() !== "" && typed.atLeast !== undefined && typed.from !== "";
  return (
    <form className="reveal-make" onSubmit={send}>
      <h2 ref={head} tabIndex={-1}>
        {say(makeWords.title)}
      </h2>
      <p className="soft">{say(makeWords.text)}</p>
      <MakeFields kind={kind} typed={typed} change={change} />
      <h3>{say(makeWords.clause)}</h3>
      {document.spec.commitments.map((one) => (
        <p key={one.id} className="prose">
          {describe(one as CommitmentSpec, language, { agreement: document })}
        </p>
      ))}
      <Problems problems={problems} />
      {!mayPublish && <p className="soft">{say(makeWords.mayNot)}</p>}
      <div className="actions">
        <button type="submit" className="button" disabled={isGoing || !isWhole}>
          {say(mayPublish ? makeWords.publish : makeWords.draft)}
        </button>
        <button type="button" className="button button-second" onClick={cancel}>
          {say(makeWords.cancel)}
        </button>
      </div>
    </form>
  );
}

type FieldsProps = {
  readonly kind: FirstKind;
  readonly typed: Typed;
  readonly change: (changed: Partial<Typed>) => void;
};

function MakeFields({ kind, typed, change }: FieldsProps) {
  const { say } = useReader();
  return (
    <div className="fields">
      <TextField
        label={say(makeWords.name)}
        value={typed.title}
        change={(title) => change({ title })}
        isRequired
      />
      <NumberField
        label={say(makeWords.atLeast)}
        value={typed.atLeast}
        change={(atLeast) => change({ atLeast })}
        least={1}
        most={100}
        unit="%"
        hint={say(makeWords.atLeastHint)}
        isRequired
      />
      {kind === "lead" && (
        <NumberField
          label={say(makeWords.volume)}
          value={typed.volume}
          change={(volume) => change({ volume })}
          least={1}
          hint={say(makeWords.volumeHint)}
        />
      )}
      <DateField
        label={say(makeWords.from)}
        value={typed.from}
        change={(from) => change({ from })}
        hint={say(makeWords.fromHint)}
        isRequired
      />
    </div>
  );
}

type Made = Pick<MakeProps, "found" | "chosen" | "kind" | "office">;

function documentOf(
  { found, chosen, kind, office }: Made,
  { title, atLeast = 0, volume, from }: Typed,
  language: "es" | "en",
): AgreementDocument {
  const id = firstCommitment(kind, language);
  return firstAgreement({
    name: slugOf(title) || id,
    title,
    language,
    kind,
    office,
    from,
    start: found.start,
    stop: found.stop,
    promises: [{ id, within: chosen.within, atLeast }],
    ...(volume === undefined ? {} : { volume }),
  });
}

/** "Marketing ↔ Ventas" is found at "marketing-ventas". */
function slugOf(title: string): string {
  return title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
}

type Kept = { readonly name: string; readonly text: string; readonly mayPublish: boolean };

async function keep(language: "es" | "en", { name, text, mayPublish }: Kept): Promise<void> {
  const client = clientOf(language);
  const params = { agreement: name };
  if (mayPublish) await client.publishRevision({ params, body: { text, existing: "recompute" } });
  else await client.saveDraft({ params, body: { text, version: 0 } });
}
