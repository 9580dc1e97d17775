/** Several words in one field, with commas between: what is typed stays while it is typed. */
import { useState } from "react";
import { listOf } from "../rule-draft.ts";
import { TextField } from "./field.tsx";

type ListProps = {
  readonly label: string;
  readonly value: readonly string[];
  readonly change: (value: readonly string[]) => void;
  readonly hint?: string;
  readonly isRequired?: boolean;
};

export function ListField({ label, value, change, hint, isRequired = false }: ListProps) {
  const [text, setText] = useState(value.join(", "));
  return (
    <TextField
      label={label}
      value={text}
      change={(next) => {
        setText(next);
        change(listOf(next));
      }}
      hint={hint}
      isRequired={isRequired}
    />
  );
}
