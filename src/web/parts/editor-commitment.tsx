/** Commitments in the form: who owes what to whom, by which clock or measure, and how well. */
import type { SubjectKind } from "../../engine/agreement.ts";
import { isPlainMap } from "../../language/form.ts";
import { subjectKinds } from "../../language/known-fields.ts";
import { under } from "../../language/path.ts";
import { freeName, namesAt, valueAt } from "../editor-change.ts";
import { useReader } from "../reader.tsx";
import {
  boundOptions,
  eachOptions,
  editorWords,
  sectionWords,
  subjectOptions,
} from "../words/editor.ts";
import { EditorClock } from "./editor-clock.tsx";
import { EditorCondition } from "./editor-condition.tsx";
import { PathList, PathNumber, PathScalar, PathSelect, PathText } from "./editor-fields.tsx";
import { useEditorForm, useValue } from "./editor-form-context.tsx";
import { AddButton, EditorFolds, nameOfEntry } from "./editor-list.tsx";
import { EditorMeasure } from "./editor-measure.tsx";
import { useOptions } from "./editor-options.ts";
import { EditorSection } from "./editor-section.tsx";
import { SelectField } from "./field.tsx";

const list = "spec.commitments";

export function EditorCommitments() {
  const { say, language } = useReader();
  const { reading, add, sentencesOf } = useEditorForm();
  const taken = namesAt(reading.value, list);
  const addClock = () => {
    const [beneficiary = "", obliged = beneficiary] = namesAt(reading.value, "spec.parties");
    const id = freeName(say(editorWords.newCommitment), taken);
    add(under(list, taken.length), { id, obliged, beneficiary, ...aClock });
  };
  return (
    <EditorSection title={say(sectionWords.commitments)} paths={[list]} count={taken.length}>
      <EditorFolds
        path={list}
        nameOf={nameOfEntry}
        saysOf={(entry) => sentencesOf(String(valueAt(entry, "id")))?.[language]}
      >
        {({ path, entry }) => <Commitment path={path} id={String(valueAt(entry, "id"))} />}
      </EditorFolds>
      <AddButton says={say(editorWords.addCommitment)} add={addClock} />
    </EditorSection>
  );
}

/** What a new commitment promises until it is said better. */
const aClock = {
  scope: { subject: "lead" },
  clock: { start: "lead.assigned", stop: "contact.attempted" },
  target: [{ within: "4h" }],
  objective: { atLeast: "90%", each: "month" },
};
const aMeasure = {
  measure: { count: "lead.qualified" },
  objective: { atLeast: 100, each: "month" },
};

function Commitment({ path, id }: { readonly path: string; readonly id: string }) {
  return (
    <>
      <Sentences id={id} />
      <Who path={path} />
      <What path={path} />
      <Objective path={under(path, "objective")} />
      <Following path={path} />
    </>
  );
}

/** What is promised, in both languages, as it is written. */
function Sentences({ id }: { readonly id: string }) {
  const { say } = useReader();
  const says = useEditorForm().sentencesOf(id);
  if (!says) return <p className="soft">{say(editorWords.noSentence)}</p>;
  return (
    <div className="sentences">
      <p lang="es">{says.es}</p>
      <p lang="en">{says.en}</p>
    </div>
  );
}

function Who({ path }: { readonly path: string }) {
  const { say } = useReader();
  const { reading } = useEditorForm();
  const named = (list: string) =>
    namesAt(reading.value, list).map((name) => ({ value: name, label: name }));
  const parties = named("spec.parties");
  return (
    <div className="fields">
      <PathText path={under(path, "id")} label={say(editorWords.id)} isRequired />
      <PathSelect
        path={under(path, "obliged")}
        label={say(editorWords.obliged)}
        options={parties}
      />
      <PathSelect
        path={under(path, "beneficiary")}
        label={say(editorWords.beneficiary)}
        options={parties}
      />
      <PathSelect
        path={under(path, "service")}
        label={say(editorWords.service)}
        options={named("spec.services")}
        none="–"
      />
    </div>
  );
}

function What({ path }: { readonly path: string }) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const commitment = useValue(path);
  const subjects = useOptions(subjectOptions);
  const isMeasure = isPlainMap(commitment) && "measure" in commitment;
  const kind = subjectKinds.find((one) => one === valueAt(commitment, "scope.subject"));
  const swap = (next: string) => {
    const [from, to] = next === "measure" ? [aClock, aMeasure] : [aMeasure, aClock];
    const added = Object.entries(to).map(([key, value]) => [under(path, key), value] as const);
    const taken = Object.keys(from).filter((key) => !(key in to) && key !== "scope");
    put(...added, ...taken.map((key) => [under(path, key), undefined] as const));
  };
  return (
    <>
      <div className="fields">
        <SelectField
          label={say(editorWords.by)}
          value={isMeasure ? "measure" : "clock"}
          options={[
            { value: "clock", label: say(editorWords.clock) },
            { value: "measure", label: say(editorWords.measure) },
          ]}
          change={swap}
        />
        <PathSelect
          path={under(under(path, "scope"), "subject")}
          label={say(editorWords.subject)}
          options={subjects}
          none="–"
        />
      </div>
      <Scope path={path} kind={kind} />
      {isMeasure ? (
        <EditorMeasure path={under(path, "measure")} kind={kind} />
      ) : (
        <EditorClock path={path} kind={kind} />
      )}
    </>
  );
}

type ScopeProps = { readonly path: string; readonly kind: SubjectKind | undefined };

/** Which subjects it is about; asked once it is said what kind they are. */
function Scope({ path, kind }: ScopeProps) {
  const { say } = useReader();
  if (!kind) return null;
  const where = under(under(path, "scope"), "where");
  return <EditorCondition path={where} label={say(editorWords.where)} kind={kind} />;
}

function Objective({ path }: { readonly path: string }) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const objective = useValue(path);
  const periods = useOptions(eachOptions);
  const bounds = useOptions(boundOptions);
  const bound =
    bounds.find(({ value }) => valueAt(objective, value) !== undefined)?.value ?? "atLeast";
  const value = valueAt(objective, bound);
  return (
    <div className="fields">
      <SelectField
        label={say(editorWords.objective)}
        value={bound}
        options={bounds}
        change={(next) => put([under(path, next), value ?? "90%"], [under(path, bound), undefined])}
      />
      <PathScalar
        path={under(path, bound)}
        label={say(editorWords.value)}
        hint={say(editorWords.example, { text: "90%" })}
      />
      <PathSelect path={under(path, "each")} label={say(editorWords.each)} options={periods} />
      <PathNumber
        path={under(path, "minVolume")}
        label={say(editorWords.minVolume)}
        hint={say(editorWords.minVolumeHint)}
        least={0}
      />
    </div>
  );
}

function Following({ path }: { readonly path: string }) {
  const { say } = useReader();
  const { reading } = useEditorForm();
  const named = (list: string) =>
    namesAt(reading.value, list).map((name) => ({ value: name, label: name }));
  return (
    <div className="fields">
      <PathList
        path={under(path, "warnAt")}
        label={say(editorWords.warnAt)}
        hint={say(editorWords.warnHint)}
      />
      <PathSelect
        path={under(path, "escalate")}
        label={say(editorWords.escalate)}
        options={named("spec.escalations")}
        none="–"
      />
      <PathSelect
        path={under(path, "guard")}
        label={say(editorWords.guard)}
        options={named("spec.commitments")}
        none="–"
      />
    </div>
  );
}
