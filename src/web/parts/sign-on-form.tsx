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

function Form({ found }: { readonly found: SignOn | undefined }) {
  const { say, language } = useReader();
  const [issuer, setIssuer] = useState(found?.issuer ?? "");
  const [clientId, setClientId] = useState(found?.clientId ?? "");
  const [clientSecret, setClientSecret] = useState("");
  const [domains, setDomains] = useState((found?.domains ?? []).join(", "));
  const [joinsAs, setJoinsAs] = useState(found?.joinsAs ?? "");
  const [isRemoving, setRemoving] = useState(false);
  const { run, isGoing, problems } = useChange();
  const save = () => {
    const list = domains
      .split(",")
      .map((one) => one.trim().toLowerCase())
      .filter(Boolean);
    const known = joining.find((one) => one === joinsAs);
    const body = {
      issuer,
      clientId,
      clientSecret,
      domains: list,
      ...(known ? { joinsAs: known } : {}),
    };
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
      <div className="fields">
        <TextField
          label={say(workspaceWords.issuer)}
          type="url"
          value={issuer}
          change={setIssuer}
          hint={say(workspaceWords.issuerHint)}
          isRequired
        />
        <TextField
          label={say(workspaceWords.clientId)}
          value={clientId}
          change={setClientId}
          isRequired
        />
        <TextField
          label={say(workspaceWords.clientSecret)}
          type="password"
          autoComplete="off"
          value={clientSecret}
          change={setClientSecret}
          hint={say(workspaceWords.secretHint)}
          isRequired
        />
        <TextField
          label={say(workspaceWords.domains)}
          value={domains}
          change={setDomains}
          hint={say(workspaceWords.domainsHint)}
        />
        <SelectField
          label={say(workspaceWords.joinsAs)}
          value={joinsAs}
          change={setJoinsAs}
          options={[
            { value: "", label: say(workspaceWords.joinsNone) },
            ...joining.map((value) => ({ value, label: say(roleWords(value)) })),
          ]}
        />
      </div>
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
