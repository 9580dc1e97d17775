/** A new agreement: empty, from a text, or as a copy of another. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, linkOptions, useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import type { ToldProblem } from "../../api/problem-document.ts";
import { beginnings } from "../editor-beginning.ts";
import {
  emptyText,
  isName,
  nameInText,
  nameOfTitle,
  promisedIn,
  renamedText,
  repromisedText,
} from "../editor-new.ts";
import { useNow } from "../now.ts";
import { usePageTitle } from "../page-title.ts";
import { AreaField, SelectField, TextField } from "../parts/field.tsx";
import { Problems } from "../parts/problems.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { routePaths } from "../paths.ts";
import { agreementsQuestion, workspaceQuestion } from "../questions.ts";
import { textOfAgreement } from "../questions-editor.ts";
import { useReader } from "../reader.tsx";
import { clientOf, problemsOf } from "../server-client.ts";
import { editorWords, newWords } from "../words/editor.ts";

const route = getRouteApi(routePaths.newAgreement);

export function NewAgreementPage() {
  const { say } = useReader();
  const { from, copy } = route.useSearch();
  usePageTitle(say(newWords.title));
  return (
    <div className="editor-new">
      <div className="page-head">
        <h1>{say(newWords.title)}</h1>
      </div>
      <Tabs
        label={say(newWords.how)}
        current={from}
        tabs={beginnings.map((name) => ({
          key: name,
          says: say(newWords[name]),
          link: linkOptions({ to: routePaths.newAgreement, search: { from: name } }),
        }))}
      />
      {from === "empty" && <Empty />}
      {from === "yaml" && <FromText />}
      {from === "copy" && <Copy first={copy} />}
    </div>
  );
}

function Empty() {
  const { say, language } = useReader();
  const now = useNow();
  const workspace = useQuery(workspaceQuestion(language));
  const [title, setTitle] = useState("");
  const [own, setOwn] = useState<string>();
  const [one, setOne] = useState("");
  const [other, setOther] = useState("");
  const name = own ?? nameOfTitle(title);
  const isReady =
    title !== "" && one !== "" && other !== "" && nameOfTitle(one) !== nameOfTitle(other);
  const make = () => {
    const timeZone = workspace.data?.timeZone ?? "UTC";
    const from = new Intl.DateTimeFormat("sv", { timeZone }).format(now);
    return emptyText({ name, title, language, parties: [one, other], timeZone, from });
  };
  return (
    <Create name={name} isReady={isReady && workspace.data !== undefined} make={make}>
      <TextField label={say(editorWords.title)} value={title} change={setTitle} isRequired />
      <NameField name={name} change={setOwn} />
      <TextField label={say(newWords.one)} value={one} change={setOne} isRequired />
      <TextField label={say(newWords.other)} value={other} change={setOther} isRequired />
    </Create>
  );
}

function FromText() {
  const { say } = useReader();
  const [text, setText] = useState("");
  const [own, setOwn] = useState<string>();
  const name = own ?? nameInText(text);
  return (
    <Create name={name} isReady={text.trim() !== ""} make={() => renamedText(text, name)}>
      <label className="field">
        <span>{say(newWords.file)}</span>
        <input
          type="file"
          accept=".yaml,.yml,.json"
          onChange={async ({ target }) => {
            const [file] = target.files ?? [];
            if (file) setText(await file.text());
          }}
        />
      </label>
      <AreaField label={say(newWords.paste)} value={text} change={setText} rows={14} isRequired />
      <NameField name={name} change={setOwn} />
    </Create>
  );
}

function Copy({ first }: { readonly first: string | undefined }) {
  const { say, language } = useReader();
  const agreements = useQuery(agreementsQuestion(language)).data?.agreements ?? [];
  const [picked, setPicked] = useState(first ?? "");
  const [title, setTitle] = useState("");
  const [own, setOwn] = useState<string>();
  const name = own ?? nameOfTitle(title);
  const make = async () => {
    const text = renamedText(await textOfAgreement(language, picked), name, title);
    return repromisedText(text, promisedIn(agreements));
  };
  return (
    <Create name={name} isReady={picked !== "" && title !== ""} make={make}>
      <SelectField
        label={say(newWords.which)}
        value={picked}
        options={[
          { value: "", label: "" },
          ...agreements.map(({ id, title: says }) => ({ value: id, label: says })),
        ]}
        change={setPicked}
        isRequired
      />
      <TextField label={say(editorWords.title)} value={title} change={setTitle} isRequired />
      <NameField name={name} change={setOwn} />
    </Create>
  );
}

type NameProps = { readonly name: string; readonly change: (name: string) => void };

function NameField({ name, change }: NameProps) {
  const { say, language } = useReader();
  const taken = useQuery(agreementsQuestion(language)).data?.agreements.map(({ id }) => id) ?? [];
  const isTaken = taken.includes(name);
  const isWrong = name !== "" && !isName(name);
  return (
    <TextField
      label={say(newWords.name)}
      hint={say(newWords.nameHint)}
      value={name}
      change={change}
      problem={isTaken ? say(newWords.taken) : isWrong ? say(newWords.nameWrong) : undefined}
      isRequired
    />
  );
}

type CreateProps = {
  readonly name: string;
  readonly isReady: boolean;
  readonly make: () => string | Promise<string>;
  readonly children: ReactNode;
};

/** Keeps the first draft, and opens it in the editor. */
function Create({ name, isReady, make, children }: CreateProps) {
  const { say, language } = useReader();
  const navigate = useNavigate();
  const taken = useQuery(agreementsQuestion(language)).data?.agreements.map(({ id }) => id);
  const [problems, setProblems] = useState<readonly ToldProblem[]>([]);
  const isFree = taken !== undefined && !taken.includes(name);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const params = { agreement: name };
      await clientOf(language).saveDraft({ params, body: { text: await make(), version: 0 } });
      await navigate({ to: routePaths.editor, params });
    } catch (error) {
      setProblems(problemsOf(error));
    }
  };
  return (
    <form className="new-form" onSubmit={create}>
      {children}
      <Problems problems={problems} />
      <button
        type="submit"
        className="button narrow"
        disabled={!isReady || !isFree || !isName(name)}
      >
        {say(newWords.create)}
      </button>
    </form>
  );
}
