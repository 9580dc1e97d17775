/** A person to be taken out of the facts of a record: what is known, and which of it goes. */
import { useState } from "react";
import { useAfter, useChange } from "../change.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { workspaceWords } from "../words/workspace.ts";
import { Confirm } from "./confirm.tsx";
import { CheckField, TextField } from "./field.tsx";
import { Problems } from "./problems.tsx";

type Known = { readonly subject: string; readonly attributes: Readonly<Record<string, unknown>> };

/** Fields that usually tell of a person are offered first; the reader decides. */
const PERSONAL = /name|mail|phone|mobile|address|contact|nombre|correo|tel|title|linkedin/i;

export function EraseForm() {
  const { say, language } = useReader();
  const [subject, setSubject] = useState("");
  const [known, setKnown] = useState<Known>();
  const { run, isGoing, problems } = useChange();
  const find = async () => {
    const query = { subject: subject.trim(), limit: 1 };
    const found = await run(() => clientOf(language).getSubject({ query }), { stale: [] });
    const attributes = (found?.attributes ?? {}) as Known["attributes"];
    setKnown(found && { subject: found.subject, attributes });
  };
  return (
    <>
      <form
        className="add-line"
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <TextField
          label={say(workspaceWords.subject)}
          value={subject}
          change={setSubject}
          placeholder="lead/123"
          isRequired
        />
        <button type="submit" className="button button-second" disabled={isGoing}>
          {say(workspaceWords.find)}
        </button>
      </form>
      <Problems problems={problems} />
      {known && <FieldChoice key={known.subject} known={known} close={() => setKnown(undefined)} />}
    </>
  );
}

type ChoiceProps = { readonly known: Known; readonly close: () => void };

function FieldChoice({ known: { subject, attributes }, close }: ChoiceProps) {
  const { say } = useReader();
  const names = Object.keys(attributes);
  const [fields, setFields] = useState(names.filter((name) => PERSONAL.test(name)));
  const [isAsking, setAsking] = useState(false);
  const toggle = (name: string, isOn: boolean) =>
    setFields(isOn ? [...fields, name] : fields.filter((one) => one !== name));
  return (
    <>
      <fieldset className="choice">
        <legend>{say(workspaceWords.fields)}</legend>
        {names.map((name) => (
          <CheckField
            key={name}
            label={`${name}: ${textOf(attributes[name])}`}
            value={fields.includes(name)}
            change={(isOn) => toggle(name, isOn)}
          />
        ))}
      </fieldset>
      <div className="row-deeds">
        <button
          type="button"
          className="button button-second"
          disabled={fields.length === 0}
          onClick={() => setAsking(true)}
        >
          {say(workspaceWords.eraseDo)}
        </button>
      </div>
      {isAsking && <Certain {...{ subject, fields, close }} stay={() => setAsking(false)} />}
    </>
  );
}

type CertainProps = {
  readonly subject: string;
  readonly fields: readonly string[];
  readonly close: () => void;
  readonly stay: () => void;
};

function Certain({ subject, fields, close, stay }: CertainProps) {
  const { say, language } = useReader();
  const after = useAfter();
  const erase = async () => {
    const body = { subject, fields: [...fields] };
    const { events } = await clientOf(language).erasePerson({ body });
    const says = say(workspaceWords.erased, { count: events });
    await after({ says, stale: ["subject", "clocks", "proof", "people"] });
    close();
  };
  return (
    <Confirm
      title={say(workspaceWords.eraseOf, { name: subject })}
      text={say(workspaceWords.eraseSure, { fields: fields.join(", ") })}
      deed={{ says: say(workspaceWords.eraseDo), run: erase, isHarsh: true }}
      close={stay}
    />
  );
}

const LONGEST = 60;

function textOf(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
