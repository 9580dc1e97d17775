/** The identity provider of a workspace: the owner alone names it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import { useCaller } from "../caller.ts";
import { useAfter, useChange } from "../change.ts";
import { workspaceQuestion } from "../questions.ts";
import { signOnQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { roleWords } from "../role-words.ts";
import { listOf } from "../rule-draft.ts";
import { clientOf } from "../server-client.ts";
import { settingWords } from "../words/setting.ts";
import { workspaceWords } from "../words/workspace.ts";
import { Confirm } from "./confirm.tsx";
import { CopyText } from "./copy-text.tsx";
import { SelectField, TextField } from "./field.tsx";
import { Problems } from "./problems.tsx";
import { Waiting } from "./states.tsx";

type SignOn = Answer<Routes["getSingleSignOn"]>;

/** Where there is none the form begins empty. */
export function SignOnForm() {
  const { say, language } = useReader();
  const { role } = useCaller();
  const workspace = useQuery(workspaceQuestion(language)).data;
  const isNamed = workspace?.hasSingleSignOn ?? false;
  const answer = useQuery({ ...signOnQuestion(language), enabled: isNamed });
  if (!workspace || (isNamed && answer.isPending)) return <Waiting />;
  const found = isNamed ? answer.data : undefined;
  return (
    <>
      {!found && <p className="soft">{say(workspaceWords.signOnNone)}</p>}
      {found && <CopyText label={say(workspaceWords.callback)} text={found.callback} />}
      {role === "owner" ? (
        <Form key={found?.issuer ?? ""} found={found} />
      ) : (
        <p className="soft">{say(workspaceWords.ownerOnly)}</p>
      )}
    </>
  );
}

const joining = ["manager", "member", "auditor"] as const;

type Draft = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly domains: string;
  readonly joinsAs: string;
};

function draftOf(found: SignOn | undefined): Draft {
  return {
    issuer: found?.issuer ?? "",
    clientId: found?.clientId ?? "",
    clientSecret: "",
    domains: (found?.domains ?? []).join(", "),
    joinsAs: found?.joinsAs ?? "",
  };
}

function Form({ found }: { readonly found: SignOn | undefined }) {
  const { say, language } = useReader();
  const [draft, setDraft] = useState(() => draftOf(found));
  const [isRemoving, setRemoving] = useState(false);
  const { run, isGoing, problems } = useChange();
  const save = () => {
    const { domains, joinsAs, ...rest } = draft;
    const known = joining.find((one) => one === joinsAs);
    const list = listOf(domains).map((one) => one.toLowerCase());
    const body = { ...rest, domains: list, ...(known ? { joinsAs: known } : {}) };
    return run(() => clientOf(language).saveSingleSignOn({ body }), {
      says: say(workspaceWords.signOnSaved),
      stale: ["workspace", "sign-on"],
    });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <SignOnFields draft={draft} change={setDraft} />
      <Problems problems={problems} />
      <div className="row-deeds">
        <button type="submit" className="button" disabled={isGoing}>
          {say(settingWords.save)}
        </button>
        {found && (
          <button type="button" className="button button-second" onClick={() => setRemoving(true)}>
            {say(workspaceWords.signOnRemove)}
          </button>
        )}
      </div>
      {isRemoving && <Removal close={() => setRemoving(false)} />}
    </form>
  );
}

type FieldsProps = { readonly draft: Draft; readonly change: (draft: Draft) => void };

function SignOnFields({ draft, change }: FieldsProps) {
  const { say } = useReader();
  const field = (key: keyof Draft) => ({
    label: say(workspaceWords[key]),
    value: draft[key],
    change: (value: string) => change({ ...draft, [key]: value }),
  });
  const options = [
    { value: "", label: say(workspaceWords.joinsNone) },
    ...joining.map((value) => ({ value, label: say(roleWords(value)) })),
  ];
  return (
    <div className="fields">
      <TextField {...field("issuer")} type="url" hint={say(workspaceWords.issuerHint)} isRequired />
      <TextField {...field("clientId")} isRequired />
      <TextField
        {...field("clientSecret")}
        type="password"
        autoComplete="off"
        hint={say(workspaceWords.secretHint)}
        isRequired
      />
      <TextField {...field("domains")} hint={say(workspaceWords.domainsHint)} />
      <SelectField {...field("joinsAs")} options={options} />
    </div>
  );
}

function Removal({ close }: { readonly close: () => void }) {
  const { say, language } = useReader();
  const after = useAfter();
  const run = async () => {
    await clientOf(language).removeSingleSignOn();
    await after({ says: say(workspaceWords.signOnRemoved), stale: ["workspace", "sign-on"] });
  };
  return (
    <Confirm
      title={say(workspaceWords.signOnRemove)}
      text={say(workspaceWords.signOnRemoveText)}
      deed={{ says: say(workspaceWords.signOnRemove), run, isHarsh: true }}
      close={close}
    />
  );
}
