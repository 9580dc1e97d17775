/** A condition as rows: field, test, value; groups of which any, all or none holds. */
import { useState } from "react";
import type { SubjectKind } from "../../engine/agreement.ts";
import { isPlainMap } from "../../language/form.ts";
import { knownFields } from "../../language/known-fields.ts";
import { under } from "../../language/path.ts";
import { namesAt } from "../editor-change.ts";
import {
  type ConditionRow,
  rowsOf,
  type TestName,
  testNames,
  valueForTest,
  withTest,
} from "../editor-condition.ts";
import { useReader } from "../reader.tsx";
import { editorWords, testWords } from "../words/editor.ts";
import { PathList, PathScalar, PathSelect } from "./editor-fields.tsx";
import { useEditorForm, useValue } from "./editor-form-context.tsx";
import { AddButton } from "./editor-list.tsx";
import { SelectField, TextField } from "./field.tsx";

type ConditionProps = {
  readonly path: string;
  readonly label: string;
  readonly kind?: SubjectKind | undefined;
};

/** One that is not there yet is a button. */
export function EditorCondition({ path, label, kind }: ConditionProps) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const value = useValue(path);
  if (!isPlainMap(value)) {
    const says = say(editorWords.addCondition, { label });
    return <AddButton says={says} add={() => put([path, { status: { exists: true } }])} />;
  }
  return (
    <fieldset className="condition">
      <legend>{label}</legend>
      <Rows path={path} kind={kind} />
      <button type="button" className="quiet take" onClick={() => put([path, undefined])}>
        {say(editorWords.take, { name: label })}
      </button>
    </fieldset>
  );
}

type RowsProps = { readonly path: string; readonly kind: SubjectKind | undefined };

function Rows({ path, kind }: RowsProps) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const value = useValue(path);
  const fields = isPlainMap(value) ? Object.keys(value) : [];
  const free = knownFields(kind).find((field) => !fields.includes(field)) ?? "field";
  const first = fields.includes("status") ? free : "status";
  return (
    <>
      <ul className="condition-rows">
        {rowsOf(value, path).map((row) => (
          <li key={row.path}>
            <Row row={row} holder={path} kind={kind} />
          </li>
        ))}
      </ul>
      <p className="adds">
        <AddButton
          says={say(editorWords.addTest)}
          add={() => put([under(path, first), { exists: true }])}
        />
        {(["any", "not"] as const)
          .filter((joint) => !fields.includes(joint))
          .map((joint) => (
            <AddButton
              key={joint}
              says={say(joint === "any" ? editorWords.addAny : editorWords.addNot)}
              add={() => put([under(path, joint), groupOf(joint)])}
            />
          ))}
      </p>
    </>
  );
}

function groupOf(joint: "any" | "not"): unknown {
  const test = { status: { exists: true } };
  return joint === "any" ? [test] : test;
}

type RowProps = {
  readonly row: ConditionRow;
  readonly kind: SubjectKind | undefined;
};

function Row({ row, ...props }: RowProps & { readonly holder: string }) {
  const { say } = useReader();
  const { reading } = useEditorForm();
  if (row.is === "group") return <Group row={row} kind={props.kind} />;
  if (row.is === "term") {
    const terms = namesAt(reading.value, "spec.definitions");
    const options = terms.map((term) => ({ value: term, label: term }));
    return <PathSelect path={row.path} label={say(editorWords.isTerm)} options={options} />;
  }
  return <Test row={row} {...props} />;
}

const groupWords = {
  any: editorWords.anyHolds,
  all: editorWords.allHold,
  not: editorWords.notHolds,
} as const;

function Group({ row, kind }: RowProps) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const { path } = row;
  const value = useValue(path);
  if (row.is !== "group") return null;
  const parts = Array.isArray(value) ? value.map((_, index) => under(path, index)) : [path];
  const label = say(groupWords[row.joint]);
  return (
    <fieldset className="condition">
      <legend>{label}</legend>
      {parts.map((part) => (
        <div key={part} className="condition-part">
          <Rows path={part} kind={kind} />
        </div>
      ))}
      {Array.isArray(value) && (
        <AddButton
          says={say(editorWords.addChoice)}
          add={() => put([under(path, value.length), { status: { exists: true } }])}
        />
      )}
      <button type="button" className="quiet take" onClick={() => put([path, undefined])}>
        {say(editorWords.take, { name: label })}
      </button>
    </fieldset>
  );
}

type TestProps = {
  readonly row: Extract<ConditionRow, { readonly is: "test" }>;
  readonly holder: string;
  readonly kind: SubjectKind | undefined;
};

function Test({ row, holder, kind }: TestProps) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const entry = useValue(row.fieldPath);
  const { test, path } = row;
  return (
    <div className="condition-test">
      <FieldName row={row} holder={holder} offers={knownFields(kind)} />
      <SelectField
        label={say(editorWords.test)}
        value={test}
        options={testNames.map((name) => ({ value: name, label: say(testWords[name]) }))}
        change={(next) => put([row.fieldPath, withTest(entry, test, next as TestName)])}
      />
      <TestValue row={row} />
      <button
        type="button"
        className="quiet take"
        onClick={() => put([path, undefined])}
        aria-label={say(editorWords.take, { name: `${row.field} ${say(testWords[test])}` })}
      >
        ×
      </button>
    </div>
  );
}

/** A field keeps its old name until the new one is written whole. */
function FieldName({
  row,
  holder,
  offers,
}: Omit<TestProps, "kind"> & { offers: readonly string[] }) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const [typed, setTyped] = useState<string>();
  const entry = useValue(row.fieldPath);
  const rename = () => {
    setTyped(undefined);
    if (typed === undefined || typed === "" || typed === row.field) return;
    put([under(holder, typed), entry], [row.fieldPath, undefined]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is typed is taken when it is left
    <div onBlur={rename} onKeyDown={(event) => event.key === "Enter" && rename()}>
      <TextField
        label={say(editorWords.field)}
        value={typed ?? row.field}
        offers={offers}
        change={setTyped}
      />
    </div>
  );
}

function TestValue({ row: { test, path } }: Pick<TestProps, "row">) {
  const { say } = useReader();
  const label = say(editorWords.value);
  if (test === "in" || test === "notIn") {
    return <PathList path={path} label={label} hint={say(editorWords.commas)} isScalar />;
  }
  if (test !== "exists" && test !== "changed") return <PathScalar path={path} label={label} />;
  return <FlagValue path={path} label={label} />;
}

function FlagValue({ path, label }: { readonly path: string; readonly label: string }) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const value = useValue(path);
  return (
    <SelectField
      label={label}
      value={String(value ?? valueForTest("exists", undefined))}
      options={[
        { value: "true", label: say(editorWords.yes) },
        { value: "false", label: say(editorWords.no) },
      ]}
      change={(next) => put([path, next === "true"])}
    />
  );
}
