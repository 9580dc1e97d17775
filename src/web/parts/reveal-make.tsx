/** A first agreement made of a promise of the past: a few fields, the sentence, and in force. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
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
  firstVolume,
  type Office,
} from "../../language/first-agreement.ts";
import { printDocument } from "../../language/print.ts";
import { freeName } from "../editor-change.ts";
import { nameOfTitle, promisedIn } from "../editor-new.ts";
import { routePaths } from "../paths.ts";
import { agreementsQuestion } from "../questions.ts";
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
  /** Until one is typed: that of both sides. */
  readonly title?: string;
  readonly atLeast: number | undefined;
  readonly volume: number | undefined;
  readonly from: string;
};

export function RevealMake({ found, chosen, kind, office, mayPublish, cancel }: MakeProps) {
  const { say, language } = useReader();
  const { keep, problems, isGoing } = useKeep(mayPublish);
  const [typed, setTyped] = useState<Typed>({
    atLeast: chosen.objective,
    volume: kind === "lead" && found.volume > 0 ? found.volume : undefined,
    from: `${found.until.slice(0, 8)}01`,
  });
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const change = (changed: Partial<Typed>) => setTyped({ ...typed, ...changed });
  const taken = useTaken();
  const title = typed.title ?? freeTitle(firstTitle(kind, language), taken.names);
  const made = { found, chosen, kind, office, promised: taken.promises };
  const document = documentOf(made, { ...typed, title }, language);
  const { name } = document.metadata;
  const send = (event: FormEvent) => {
    event.preventDefault();
    keep(document, title);
  };
  const isTaken = taken.names.has(name);
  const isWhole =
    title.trim() !== "" && !isTaken && typed.atLeast !== undefined && typed.from !== "";
  return (
    <form className="reveal-make" onSubmit={send}>
      <h2 ref={head} tabIndex={-1}>
        {say(makeWords.title)}
      </h2>
      <p className="soft">{say(makeWords.text)}</p>
      <MakeFields
        kind={kind}
        typed={{ ...typed, title }}
        change={change}
        problem={isTaken && !isGoing ? say(makeWords.taken) : undefined}
      />
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
  readonly typed: Typed & { readonly title: string };
  readonly change: (changed: Partial<Typed>) => void;
  readonly problem: string | undefined;
};

function MakeFields({ kind, typed, change, problem }: FieldsProps) {
  const { say } = useReader();
  return (
    <div className="fields">
      <TextField
        label={say(makeWords.name)}
        value={typed.title}
        change={(title) => change({ title })}
        problem={problem}
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

type Made = Pick<MakeProps, "found" | "chosen" | "kind" | "office"> & {
  readonly promised: readonly string[];
};

function documentOf(
  { found, chosen, kind, office, promised }: Made,
  { title, atLeast = 0, volume, from }: Typed & { readonly title: string },
  language: "es" | "en",
): AgreementDocument {
  const id = freeName(firstCommitment(kind, language), promised);
  return firstAgreement({
    name: nameOfTitle(title) || id,
    volumeId: freeName(firstVolume(language), promised),
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

/**
 * The names that other agreements have: publishing under one would be its next revision. And what
 * they promise.
 */
function useTaken() {
  const { language } = useReader();
  const { data } = useQuery(agreementsQuestion(language));
  const agreements = data?.agreements ?? [];
  return { names: new Set(agreements.map(({ id }) => id)), promises: promisedIn(agreements) };
}

function freeTitle(title: string, taken: ReadonlySet<string>): string {
  const numbers = Array.from({ length: taken.size + 1 }, (_, index) => index + 2);
  const titles = [title, ...numbers.map((number) => `${title} ${number}`)];
  return titles.find((one) => !taken.has(nameOfTitle(one))) ?? title;
}

/** Publishes, or saves a draft for somebody who may, and goes to what came of it. */
function useKeep(mayPublish: boolean) {
  const { say, language } = useReader();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const tell = useToast();
  const [problems, setProblems] = useState<readonly ToldProblem[]>([]);
  const [isGoing, setGoing] = useState(false);
  const keep = async (document: AgreementDocument, title: string) => {
    setGoing(true);
    const client = clientOf(language);
    const params = { agreement: document.metadata.name };
    const text = printDocument(document);
    try {
      if (mayPublish) await client.publishRevision({ params, body: { text } });
      else await client.saveDraft({ params, body: { text, version: 0 } });
      await queries.invalidateQueries();
      tell(say(mayPublish ? makeWords.published : makeWords.drafted, { title }));
      await navigate({ to: routePaths.agreement, params, search: { tab: "commitments" } });
    } catch (error) {
      setProblems(problemsOf(error));
      setGoing(false);
    }
  };
  return { keep, problems, isGoing };
}
