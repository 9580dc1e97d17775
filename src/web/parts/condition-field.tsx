/** The rows of a condition over a value of its own, where there is no text of an agreement. */
import type { SubjectKind } from "../../engine/agreement.ts";
import { editedValue } from "../editor-change.ts";
import type { Folds } from "../editor-fold.ts";
import type { Reading } from "../editor-reading.ts";
import { EditorCondition } from "./editor-condition.tsx";
import { type EditorForm, EditorFormContext } from "./editor-form-context.tsx";

type FieldProps = {
  readonly label: string;
  /** Undefined while nothing has to hold. */
  readonly value: unknown;
  readonly change: (value: unknown) => void;
  readonly kind?: SubjectKind | undefined;
};

/** Where the condition stands in the value that its rows read: with a key to spare above it. */
const PLACE = "own.condition";

export function ConditionField({ label, value, change, kind }: FieldProps) {
  const whole = { own: value === undefined ? {} : { condition: value } };
  const put: EditorForm["put"] = (...puts) => {
    const after = puts.reduce<unknown>(
      (before, [path, next]) => editedValue(before, path, next),
      whole,
    ) as { readonly own?: { readonly condition?: unknown } };
    change(after.own?.condition);
  };
  const form: EditorForm = {
    reading: { ...nothing, value: whole },
    problems: [],
    put,
    add: (path, entry) => put([path, entry]),
    take: (path) => put([path, undefined]),
    folds: unfolded,
    jump: () => undefined,
    calendars: [],
    sentencesOf: () => undefined,
  };
  return (
    <EditorFormContext value={form}>
      <EditorCondition path={PLACE} label={label} kind={kind} />
    </EditorFormContext>
  );
}

/** All of it is in sight. */
const unfolded: Folds = {
  isOpen: () => true,
  turn: () => undefined,
  reveal: () => undefined,
  take: () => undefined,
  wanted: undefined,
};

const nothing: Reading = {
  text: "",
  index: 0,
  isWhole: true,
  value: undefined,
  sound: undefined,
  offsetOf: () => 0,
};
