/** Consequences in the form: for which commitments, of which kind, and how much. */
import { under } from "../../language/path.ts";
import { freeName, namesAt, valueAt } from "../editor-change.ts";
import { useReader } from "../reader.tsx";
import {
  boundOptions,
  chargesOptions,
  editorWords,
  remedyOptions,
  sectionWords,
} from "../words/editor.ts";
import { InYaml, PathList, PathSelect, PathText } from "./editor-fields.tsx";
import { useEditorForm, useValue } from "./editor-form-context.tsx";
import { AddButton, EditorFolds, EditorList, nameOfEntry } from "./editor-list.tsx";
import { useOptions } from "./editor-options.ts";
import { EditorSection } from "./editor-section.tsx";

const path = "spec.remedies";

export function EditorRemedies() {
  const { say } = useReader();
  const { reading, add } = useEditorForm();
  const kinds = useOptions(remedyOptions);
  const taken = namesAt(reading.value, path);
  const addRemedy = () => {
    const id = freeName(say(editorWords.newRemedy), taken);
    const on = namesAt(reading.value, "spec.commitments").slice(0, 1);
    add(under(path, taken.length), { id, on, kind: "meeting", when: { below: "90%" } });
  };
  return (
    <EditorSection title={say(sectionWords.remedies)} paths={[path]} count={taken.length}>
      <EditorFolds
        path={path}
        nameOf={nameOfEntry}
        saysOf={(entry) => kinds.find(({ value }) => value === valueAt(entry, "kind"))?.label}
      >
        {({ path: remedy }) => <Remedy path={remedy} />}
      </EditorFolds>
      <AddButton says={say(editorWords.addRemedy)} add={addRemedy} />
    </EditorSection>
  );
}

const withMoney = ["serviceCredit", "penalty", "reward"];

function Remedy({ path }: { readonly path: string }) {
  const { say } = useReader();
  const kinds = useOptions(remedyOptions);
  const remedy = useValue(path);
  const isMoney = withMoney.includes(String(valueAt(remedy, "kind")));
  return (
    <>
      <div className="fields">
        <PathText path={under(path, "id")} label={say(editorWords.id)} isRequired />
        <PathSelect path={under(path, "kind")} label={say(editorWords.kind)} options={kinds} />
        <PathList
          path={under(path, "on")}
          label={say(editorWords.on)}
          hint={say(editorWords.commas)}
        />
        {isMoney ? <Base path={path} /> : <When path={path} />}
      </div>
      {isMoney && <Tiers path={under(path, "tiers")} />}
      {["pool", "points", "earnBack", "claim", "plan"]
        .filter((key) => valueAt(remedy, key) !== undefined)
        .map((key) => (
          <InYaml key={key} path={under(path, key)} label={key} />
        ))}
    </>
  );
}

function Base({ path }: { readonly path: string }) {
  const { say } = useReader();
  const charges = useOptions(chargesOptions);
  const base = under(path, "base");
  return (
    <>
      <PathSelect
        path={under(base, "charges")}
        label={say(editorWords.charges)}
        options={charges}
        none="–"
      />
      <PathText
        path={under(base, "amount")}
        label={say(editorWords.amount)}
        hint={say(editorWords.example, { text: "40000 MXN" })}
      />
      <PathText
        path={`${path}.cap.ofBase`}
        label={say(editorWords.cap)}
        hint={say(editorWords.example, { text: "20%" })}
      />
    </>
  );
}

function When({ path }: { readonly path: string }) {
  const { say } = useReader();
  return (
    <PathText
      path={`${path}.when.below`}
      label={say(editorWords.whenBelow)}
      hint={say(editorWords.example, { text: "90%" })}
    />
  );
}

function Tiers({ path }: { readonly path: string }) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const tiers = useValue(path);
  const count = Array.isArray(tiers) ? tiers.length : 0;
  return (
    <>
      <EditorList
        path={path}
        nameOf={(_, key) => say(editorWords.tierName, { number: Number(key) + 1 })}
      >
        {({ path: tier }) => (
          <div className="fields">
            <PathText path={under(tier, "atLeast")} label={say(boundOptions.atLeast)} />
            <PathText path={under(tier, "below")} label={say(boundOptions.below)} />
            <PathText path={under(tier, "credit")} label={say(editorWords.credit)} isRequired />
          </div>
        )}
      </EditorList>
      <AddButton
        says={say(editorWords.addTier)}
        add={() => put([under(path, count), { below: "90%", credit: "5%" }])}
      />
    </>
  );
}
