/** What marketing does about a returned lead: correct it, reroute it, accept it, or disagree. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { fieldLabel } from "../../language/words-field.ts";
import type { ProofJson } from "../lead-quality-json.ts";
import { useReader } from "../reader.tsx";
import { clientOf, problemsOf } from "../server-client.ts";
import { handoffWords } from "../words/handoff.ts";
import { AreaField, TextField } from "./field.tsx";
import { Problems } from "./problems.tsx";
import { useToast } from "./toast.tsx";

const deeds = ["correct", "reroute", "accept", "disagree"] as const;
type Deed = (typeof deeds)[number];

type AnswerProps = {
  readonly proof: ProofJson;
  readonly mayAnswer: boolean;
  readonly close: () => void;
};

/** Every field is text here; what was a number when it travelled is one when it comes back. */
type Draft = {
  readonly deed: Deed;
  readonly reason: string;
  readonly owner: string;
  readonly fields: Readonly<Record<string, string>>;
};

export function LeadAnswer({ proof, mayAnswer, close }: AnswerProps) {
  const { say } = useReader();
  const [draft, setDraft] = useState<Draft>(() => ({
    deed: "correct",
    reason: "",
    owner: "",
    fields: fieldsOf(proof),
  }));
  const [isTried, setTried] = useState(false);
  const send = useSend(proof, close);
  const { deed, reason, owner } = draft;
  const isBare = reason.trim() === "" || (deed === "reroute" && owner.trim() === "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isBare) send.mutate(draft);
  };
  if (!mayAnswer) return <p className="soft">{say(handoffWords.mayNot)}</p>;
  return (
    <form className="answer" onSubmit={submit} noValidate>
      <fieldset>
        <legend>{say(handoffWords.answerTitle)}</legend>
        {deeds.map((one) => (
          <label key={one} className="field-check">
            <input
              type="radio"
              name="deed"
              checked={deed === one}
              onChange={() => setDraft({ ...draft, deed: one })}
            />
            <span>{say(handoffWords[one])}</span>
          </label>
        ))}
      </fieldset>
      <Consequence proof={proof} deed={deed} />
      <Particulars draft={draft} change={setDraft} isTried={isTried} />
      <AreaField
        label={say(handoffWords.why)}
        value={reason}
        rows={2}
        problem={isTried && reason.trim() === "" ? say(handoffWords.whyMissing) : undefined}
        change={(text) => setDraft({ ...draft, reason: text })}
      />
      <Problems problems={send.error ? problemsOf(send.error) : []} />
      <button type="submit" className="button" disabled={send.isPending}>
        {say(handoffWords.send)}
      </button>
    </form>
  );
}

type ParticularsProps = {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly isTried: boolean;
};

/** What a correction changes, and to whom a lead is sent. */
function Particulars({ draft, change, isTried }: ParticularsProps) {
  const { say, language } = useReader();
  const { deed, owner, fields } = draft;
  if (deed === "reroute") {
    return (
      <TextField
        label={say(handoffWords.newOwner)}
        value={owner}
        problem={isTried && owner.trim() === "" ? say(handoffWords.newOwnerMissing) : undefined}
        change={(text) => change({ ...draft, owner: text })}
      />
    );
  }
  if (deed !== "correct") return null;
  return Object.entries(fields).map(([name, value]) => (
    <TextField
      key={name}
      label={fieldLabel(name, language)}
      value={value}
      change={(text) => change({ ...draft, fields: { ...fields, [name]: text } })}
    />
  ));
}

function Consequence({ proof, deed }: { readonly proof: ProofJson; readonly deed: Deed }) {
  const { say } = useReader();
  const [definition] = proof.definitions;
  if (deed !== "disagree") {
    return <p className="soft small">{say(handoffWords[`${deed}Text`])}</p>;
  }
  return (
    <p className="soft small">
      {definition
        ? say(handoffWords.disagreeText, {
            met: definition.met,
            all: definition.criteria.length,
            term: definition.term,
          })
        : say(handoffWords.disagreeBare)}
    </p>
  );
}

function useSend({ handoff }: ProofJson, close: () => void) {
  const { say, language } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  const { subject, agreement, handoff: name, round, travelled } = handoff;
  return useMutation({
    mutationFn: ({ deed, reason, owner, fields }: Draft) =>
      clientOf(language).answerReturn({
        body: {
          subject,
          answer: deed,
          reason: reason.trim(),
          of: { agreement, handoff: name, round },
          fields:
            deed === "correct"
              ? patchOf(fields, travelled)
              : deed === "reroute"
                ? { owner: owner.trim() }
                : {},
        },
      }),
    onSuccess: (_, { deed }) => {
      queries.invalidateQueries({ queryKey: ["handoffs"] });
      queries.invalidateQueries({ queryKey: ["loop"] });
      tell(say(handoffWords.sent, { deed: say(handoffWords[deed]) }));
      close();
    },
  });
}

function fieldsOf({ handoff: { travelled, missing } }: ProofJson): Draft["fields"] {
  const told = Object.entries(travelled).map(([name, value]) => [name, textOf(value)] as const);
  return Object.fromEntries([...told, ...missing.map((name) => [name, ""] as const)]);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

type Json = string | number | boolean | null | { [name: string]: Json };

/** What was changed, as a merge patch: "company.name" is a name inside a company. */
function patchOf(fields: Draft["fields"], travelled: Readonly<Record<string, unknown>>) {
  const patch: Record<string, Json> = {};
  for (const [name, text] of Object.entries(fields)) {
    const before = travelled[name];
    if (text === textOf(before ?? "")) continue;
    let inner: { [name: string]: Json } = patch;
    const path = name.split(".");
    for (const part of path.slice(0, -1)) {
      const next = inner[part];
      const deeper = typeof next === "object" && next !== null ? next : {};
      inner[part] = deeper;
      inner = deeper;
    }
    inner[path.at(-1) ?? name] = readField(text, before);
  }
  return patch;
}

function readField(text: string, before: unknown): Json {
  if (text.trim() === "") return null;
  const isNumber = typeof before === "number" && Number.isFinite(Number(text));
  return isNumber ? Number(text) : text.trim();
}
