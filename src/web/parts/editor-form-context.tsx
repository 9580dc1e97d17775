/** What the fields of the editor's form share: the agreement as it reads, and how it is changed. */
import { createContext, useContext } from "react";
import type { ToldProblem } from "../../api/problem-document.ts";
import type { Language } from "../../engine/agreement.ts";
import { valueAt } from "../editor-change.ts";
import type { Folds } from "../editor-fold.ts";
import type { Reading } from "../editor-reading.ts";

/** A value for a path; `undefined` takes away what stands there. */
export type Put = readonly [path: string, next: unknown];

export type EditorForm = {
  readonly reading: Reading;
  readonly problems: readonly ToldProblem[];
  readonly put: (...puts: readonly Put[]) => void;
  /** Puts an entry where there is none yet, and opens it. */
  readonly add: (path: string, entry: unknown) => void;
  /** Takes an entry away. */
  readonly take: (path: string) => void;
  readonly folds: Folds;
  /** Leads to where a path is written. */
  readonly jump: (path: string) => void;
  /** The calendars of the workspace, by name. */
  readonly calendars: readonly string[];
  readonly sentencesOf: (commitment: string) => Readonly<Record<Language, string>> | undefined;
};

export const EditorFormContext = createContext<EditorForm | undefined>(undefined);

export function useEditorForm(): EditorForm {
  const form = useContext(EditorFormContext);
  assertForm(form);
  return form;
}

function assertForm(form: EditorForm | undefined): asserts form is EditorForm {
  if (!form) throw new Error("a field stands outside its editor");
}

export function useValue(path: string): unknown {
  return valueAt(useEditorForm().reading.value, path);
}
