/** A key to be made, whose text is shown here and nowhere else. */
import { useState } from "react";
import { type Permission, permissions } from "../../api/permission.ts";
import { useCaller } from "../caller.ts";
import { useChange } from "../change.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { keyWords } from "../words/key.ts";
import { personWords } from "../words/person.ts";
import { startOfDate } from "../zone-date.ts";
import { CopyText } from "./copy-text.tsx";
import { Dialog } from "./dialog.tsx";
import { CheckField, DateField, TextField } from "./field.tsx";
import { Problems } from "./problems.tsx";

const rightWords = { ...personWords, record: personWords.recordRight };

export function KeyDialog({ close }: { readonly close: () => void }) {
  const { say, language } = useReader();
  const { timeZone } = useCaller();
  const [title, setTitle] = useState("");
  const [scopes, setScopes] = useState<readonly Permission[]>(["read"]);
  const [expires, setExpires] = useState("");
  const [text, setText] = useState<string>();
  const { run, isGoing, problems } = useChange();
  const create = async () => {
    const until = expires === "" ? {} : { expiresAt: startOfDate(timeZone, expires) };
    const body = { title, scopes: [...scopes], ...until };
    const done = await run(() => clientOf(language).createApiKey({ body }), { stale: ["keys"] });
    if (done) setText(done.text);
  };
  return (
    <Dialog title={say(keyWords.create)} close={close}>
      {text === undefined ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            create();
          }}
        >
          <TextField
            label={say(keyWords.title)}
            value={title}
            change={setTitle}
            hint={say(keyWords.titleHint)}
            isRequired
          />
          <ScopeFields scopes={scopes} change={setScopes} />
          <DateField
            label={say(keyWords.expires)}
            value={expires}
            change={setExpires}
            hint={say(keyWords.expiresHint)}
          />
          <Problems problems={problems} />
          <button type="submit" className="button" disabled={isGoing || scopes.length === 0}>
            {say(keyWords.made)}
          </button>
        </form>
      ) : (
        <CopyText label={say(keyWords.text)} text={text} />
      )}
    </Dialog>
  );
}

type ScopeProps = {
  readonly scopes: readonly Permission[];
  readonly change: (scopes: readonly Permission[]) => void;
};

/** Nobody gives what is not theirs. */
function ScopeFields({ scopes, change }: ScopeProps) {
  const { say } = useReader();
  const { may } = useCaller();
  const toggle = (one: Permission, isOn: boolean) =>
    change(isOn ? [...scopes, one] : scopes.filter((other) => other !== one));
  return (
    <fieldset className="choice">
      <legend>{say(keyWords.scopes)}</legend>
      {permissions.map((one) => (
        <CheckField
          key={one}
          label={`${one} – ${say(rightWords[one])}`}
          value={scopes.includes(one)}
          change={(isOn) => toggle(one, isOn)}
          isDisabled={!may(one)}
        />
      ))}
      {scopes.length === 0 && <p className="field-problem">{say(keyWords.scopesMissing)}</p>}
    </fieldset>
  );
}
