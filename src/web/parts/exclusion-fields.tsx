/** What is left out: an interval, what recurs, or what meets a condition. */
import { type ExclusionDraft, exclusionKinds } from "../exclusion-draft.ts";
import { useReader } from "../reader.tsx";
import { categoryWords, correctionWords } from "../words/correction.ts";
import { ConditionField } from "./condition-field.tsx";
import { DateField, SelectField, TextField } from "./field.tsx";

type FieldsProps = {
  readonly draft: ExclusionDraft;
  readonly change: (draft: ExclusionDraft) => void;
};

export function ExclusionFields({ draft, change }: FieldsProps) {
  const { say } = useReader();
  const set = (changed: Partial<ExclusionDraft>) => change({ ...draft, ...changed });
  return (
    <>
      <TextField
        label={say(correctionWords.name)}
        value={draft.id}
        change={(id) => set({ id })}
        isRequired
      />
      <SelectField
        label={say(correctionWords.category)}
        value={draft.category}
        change={(value) => set({ category: value as ExclusionDraft["category"] })}
        options={Object.entries(categoryWords).map(([value, says]) => ({
          value,
          label: say(says),
        }))}
      />
      <SelectField
        label={say(correctionWords.what)}
        value={draft.kind}
        change={(value) => set({ kind: value as ExclusionDraft["kind"] })}
        options={exclusionKinds.map((value) => ({ value, label: say(correctionWords[value]) }))}
      />
      <What draft={draft} set={set} />
    </>
  );
}

type WhatProps = {
  readonly draft: ExclusionDraft;
  readonly set: (changed: Partial<ExclusionDraft>) => void;
};

function What({ draft: { kind, from, to, rule, condition }, set }: WhatProps) {
  const { say } = useReader();
  if (kind === "where") {
    return (
      <ConditionField
        label={say(correctionWords.condition)}
        value={condition}
        change={(next) => set({ condition: next })}
      />
    );
  }
  if (kind === "rrule") {
    return (
      <TextField
        label={say(correctionWords.rule)}
        hint={say(correctionWords.ruleHint)}
        value={rule}
        change={(text) => set({ rule: text })}
      />
    );
  }
  return (
    <div className="credit-span">
      <DateField
        label={say(correctionWords.from)}
        value={from}
        change={(day) => set({ from: day })}
      />
      <DateField label={say(correctionWords.to)} value={to} change={(day) => set({ to: day })} />
    </div>
  );
}
