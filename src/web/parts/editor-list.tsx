/** The entries of a list of the agreement, each in a frame of its own, to add to and take from. */
import type { ReactNode } from "react";
import { entriesAt } from "../editor-change.ts";
import { useReader } from "../reader.tsx";
import { editorWords } from "../words/editor.ts";
import { useEditorForm } from "./editor-form-context.tsx";

type ListProps = {
  readonly path: string;
  /** What one entry is called: its own name, or its place. */
  readonly nameOf: (entry: unknown, key: string) => string;
  readonly children: (entry: { readonly path: string; readonly entry: unknown }) => ReactNode;
};

export function EditorList({ path, nameOf, children }: ListProps) {
  const { say } = useReader();
  const { reading, put } = useEditorForm();
  return (
    <ul className="entries">
      {entriesAt(reading.value, path).map((one) => {
        const name = nameOf(one.entry, one.key);
        return (
          <li key={one.path}>
            <fieldset>
              <legend>{name}</legend>
              {children(one)}
              <button
                type="button"
                className="quiet take"
                onClick={() => put([one.path, undefined])}
              >
                {say(editorWords.take, { name })}
              </button>
            </fieldset>
          </li>
        );
      })}
    </ul>
  );
}

type AddProps = { readonly says: string; readonly add: () => void };

export function AddButton({ says, add }: AddProps) {
  return (
    <button type="button" className="button button-second button-small" onClick={add}>
      {says}
    </button>
  );
}
