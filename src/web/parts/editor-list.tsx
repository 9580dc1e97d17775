/** The entries of a list of the agreement, each in a frame of its own, to add to and take from. */
import type { ReactNode } from "react";
import { entriesAt, valueAt } from "../editor-change.ts";
import { useReader } from "../reader.tsx";
import { editorWords } from "../words/editor.ts";
import { useEditorForm } from "./editor-form-context.tsx";
import { Fold } from "./editor-section.tsx";

type Entry = { readonly path: string; readonly entry: unknown };

type ListProps = {
  readonly path: string;
  /** What one entry is called: its own name, or its place. */
  readonly nameOf: (entry: unknown, key: string) => string;
  readonly children: (entry: Entry) => ReactNode;
};

/** Short ones, in sight all the time. */
export function EditorList(props: ListProps) {
  return (
    <Entries
      {...props}
      frame={({ name, fields }) => (
        <fieldset>
          <legend>{name}</legend>
          {fields}
        </fieldset>
      )}
    />
  );
}

type FoldsProps = ListProps & {
  /** One entry in a few words, while it is closed. */
  readonly saysOf?: (entry: unknown, key: string) => string | undefined;
};

/** Long ones, each to open and to close. */
export function EditorFolds({ saysOf, ...props }: FoldsProps) {
  return (
    <Entries
      {...props}
      frame={({ key, path, entry, name, fields }) => (
        <Fold
          className="form-entry"
          paths={[path]}
          summary={<h3>{name}</h3>}
          says={saysOf?.(entry, key)}
        >
          <fieldset aria-label={name}>{fields}</fieldset>
        </Fold>
      )}
    />
  );
}

/** `fields` end with the button that takes the entry away. */
type Framed = Entry & { readonly key: string; readonly name: string; readonly fields: ReactNode };

type EntriesProps = ListProps & { readonly frame: (framed: Framed) => ReactNode };

function Entries({ path, nameOf, children, frame }: EntriesProps) {
  const { reading } = useEditorForm();
  return (
    <ul className="entries">
      {entriesAt(reading.value, path).map(({ key, ...one }) => {
        const name = nameOf(one.entry, key);
        const fields = (
          <>
            {children(one)}
            <Take path={one.path} name={name} />
          </>
        );
        return <li key={one.path}>{frame({ ...one, key, name, fields })}</li>;
      })}
    </ul>
  );
}

function Take({ path, name }: { readonly path: string; readonly name: string }) {
  const { say } = useReader();
  const { take } = useEditorForm();
  return (
    <button type="button" className="quiet take" onClick={() => take(path)}>
      {say(editorWords.take, { name })}
    </button>
  );
}

export function nameOfEntry(entry: unknown, key: string): string {
  return String(valueAt(entry, "title") ?? valueAt(entry, "id") ?? key);
}

type AddProps = { readonly says: string; readonly add: () => void };

export function AddButton({ says, add }: AddProps) {
  return (
    <button type="button" className="button button-second button-small" onClick={add}>
      {says}
    </button>
  );
}
