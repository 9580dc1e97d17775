/** Fields that stand for a path of the agreement: each writes its value into the text. */
import { useState } from "react";
import { isInside } from "../editor-fold.ts";
import { readLength, readList, readScalar, scalarText } from "../editor-value.ts";
import { useReader } from "../reader.tsx";
import { editorWords, unitWords } from "../words/editor.ts";
import { useEditorForm, useValue } from "./editor-form-context.tsx";
import {
  AreaField,
  DateField,
  NumberField,
  type Option,
  SelectField,
  TextField,
} from "./field.tsx";

type PathProps = {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
};

/** The problems of a path in one text, for the words beside its field. */
function useProblemAt(path: string): string | undefined {
  const found = useEditorForm().problems.filter(({ place }) => isInside(place?.path ?? "", path));
  return found.length === 0 ? undefined : found.map(({ says }) => says).join(" ");
}

/** An empty field takes its value away, but what is required stays, and is told of. */
function kept(text: string, isRequired: boolean | undefined): string | undefined {
  return text === "" && !isRequired ? undefined : text;
}

export function PathText(props: PathProps & { readonly offers?: readonly string[] }) {
  const { path, isRequired } = props;
  const { put } = useEditorForm();
  const value = useValue(path);
  const problem = useProblemAt(path);
  if (isNested(value)) return <InYaml {...props} />;
  return (
    <TextField
      {...props}
      value={String(value ?? "")}
      problem={problem}
      change={(text) => put([path, kept(text, isRequired)])}
    />
  );
}

/** Text that may be a number or a flag: "90%", 250, true. */
export function PathScalar(props: PathProps) {
  const { path } = props;
  const { put } = useEditorForm();
  const value = useValue(path);
  const problem = useProblemAt(path);
  if (isNested(value)) return <InYaml {...props} />;
  return (
    <TextField
      {...props}
      value={scalarText(value)}
      problem={problem}
      change={(text) => put([path, text === "" ? undefined : readScalar(text)])}
    />
  );
}

export function PathArea(props: PathProps) {
  const { path, isRequired } = props;
  const { put } = useEditorForm();
  const value = useValue(path);
  const problem = useProblemAt(path);
  return (
    <AreaField
      {...props}
      rows={2}
      value={String(value ?? "")}
      problem={problem}
      change={(text) => put([path, kept(text, isRequired)])}
    />
  );
}

export function PathNumber(props: PathProps & { readonly unit?: string; readonly least?: number }) {
  const { path } = props;
  const { put } = useEditorForm();
  const value = useValue(path);
  const problem = useProblemAt(path);
  return (
    <NumberField
      {...props}
      value={typeof value === "number" ? value : undefined}
      problem={problem}
      change={(number) => put([path, number])}
    />
  );
}

export function PathDate(props: PathProps) {
  const { path } = props;
  const { put } = useEditorForm();
  const value = useValue(path);
  const problem = useProblemAt(path);
  return (
    <DateField
      {...props}
      value={String(value ?? "")}
      problem={problem}
      change={(text) => put([path, kept(text, false)])}
    />
  );
}

type SelectProps = PathProps & {
  readonly options: readonly Option[];
  /** The words for "nothing", where nothing may be chosen. */
  readonly none?: string;
};

export function PathSelect({ none, options, ...props }: SelectProps) {
  const { path } = props;
  const { put } = useEditorForm();
  const value = useValue(path);
  const problem = useProblemAt(path);
  if (isNested(value)) return <InYaml {...props} />;
  const written = String(value ?? "");
  const isKnown = options.some((option) => option.value === written);
  const isEmpty = written === "" || none !== undefined;
  const shown = [
    ...(isEmpty ? [{ value: "", label: none ?? "" }] : []),
    ...options,
    ...(isKnown || written === "" ? [] : [{ value: written, label: written }]),
  ];
  return (
    <SelectField
      {...props}
      options={shown}
      value={written}
      problem={problem}
      change={(text) => put([path, text === "" ? undefined : text])}
    />
  );
}

/** Several texts, with commas between. */
export function PathList(props: PathProps & { readonly isScalar?: boolean }) {
  const { path, isScalar } = props;
  const { put } = useEditorForm();
  const value = useValue(path);
  const problem = useProblemAt(path);
  const [typed, setTyped] = useState("");
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  if (entries.some(isNested)) return <InYaml {...props} />;
  const written = entries.map(scalarText).join(", ");
  const change = (text: string) => {
    setTyped(text);
    const list = readList(text).map((one) => (isScalar ? readScalar(one) : one));
    put([path, list.length === 0 ? undefined : list]);
  };
  const isTyping = readList(typed).join(", ") === written;
  return (
    <TextField {...props} value={isTyping ? typed : written} problem={problem} change={change} />
  );
}

const units = ["m", "h", "d", "w", "bm", "bh", "bd"] as const;

/** A length of time: how much, and of which time. */
export function PathLength(props: PathProps) {
  const { path, label } = props;
  const { say } = useReader();
  const { put } = useEditorForm();
  const value = useValue(path);
  const problem = useProblemAt(path);
  const length = readLength(value);
  if (value !== undefined && !length) return <PathText {...props} />;
  const { amount, unit } = length ?? { amount: undefined, unit: "bh" };
  return (
    <div className="length">
      <NumberField
        label={label}
        least={0}
        step="any"
        value={amount}
        problem={problem}
        change={(number) => put([path, number === undefined ? undefined : `${number}${unit}`])}
      />
      <SelectField
        label={say(editorWords.unit)}
        value={unit}
        options={units.map((one) => ({ value: one, label: say(unitWords[one]) }))}
        change={(next) => put([path, `${amount ?? 1}${next}`])}
      />
    </div>
  );
}

/** What the form has no field for: it is said, and its line is one step away. */
export function InYaml({ path, label }: { readonly path: string; readonly label: string }) {
  const { say } = useReader();
  const { jump } = useEditorForm();
  return (
    <p className="in-yaml">
      <span>{label}</span>
      <button type="button" className="link" onClick={() => jump(path)}>
        {say(editorWords.inYaml)}
      </button>
    </p>
  );
}

function isNested(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
