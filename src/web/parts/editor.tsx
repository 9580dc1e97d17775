/** Form, text, problems and draft of one agreement; the text is the source of all. */
import { redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { type ToldProblem, tellProblem } from "../../api/problem-document.ts";
import type { AcuerdoDocument } from "../../engine/agreement.ts";
import { isOmitted } from "../../engine/level.ts";
import { Refusal } from "../../engine/problem.ts";
import type { Instant } from "../../engine/time.ts";
import { describe } from "../../language/describe.ts";
import { editedText, entriesAt, valueAt } from "../editor-change.ts";
import { type DraftKeeper, type Saved, useDraft } from "../editor-draft.ts";
import { type Folds, isInside, useFolds } from "../editor-fold.ts";
import { problemsOfText, type Reading, readText } from "../editor-reading.ts";
import { jumpTo, markProblems, offsetIn, putText } from "../editor-view.ts";
import { useNow } from "../now.ts";
import { useReader } from "../reader.tsx";
import { useOthers } from "../use-others.ts";
import { editorWords } from "../words/editor.ts";
import { EditorAmendment } from "./editor-amendment.tsx";
import { EditorCode } from "./editor-code.tsx";
import { EditorForm } from "./editor-form.tsx";
import { EditorFormContext, type EditorForm as Form, type Put } from "./editor-form-context.tsx";
import { EditorProblems } from "./editor-problems.tsx";
import { EditorPublish } from "./editor-publish.tsx";
import { EditorConflict, EditorSaving } from "./editor-saving.tsx";
import { useToast } from "./toast.tsx";

type EditorProps = {
  readonly agreement: string;
  readonly start: Saved;
  readonly permissions: readonly string[];
  /** The commitment to begin with. */
  readonly commitment?: string | undefined;
  /** The detail of rejections to mend the definition for. */
  readonly amend?: string | undefined;
};

/** What is open at first: its title and purpose, and its commitments, a sentence each. */
const firstOpen = ["metadata", "spec.commitments"];

export function Editor({ agreement, start, permissions, commitment, amend }: EditorProps) {
  const { language } = useReader();
  const [text, setText] = useState(start.text);
  const [view, setView] = useState<EditorView>();
  const [isPublishing, setPublishing] = useState(false);
  const mayWrite = permissions.includes("write");
  const reading = useMemo(() => readText(text), [text]);
  const others = useOthers(reading);
  const keeper = useDraft({ agreement, language, text, start, isAllowed: mayWrite });
  const isServers = text === keeper.saved.text;
  const problems = useProblems(text, others, isServers ? keeper.saved.problems : noProblems);
  useEffect(() => {
    if (view) markProblems(view, problems);
  }, [view, problems]);
  const first = useState(() => pathOf(commitment, reading))[0];
  const folds = useFolds(firstOpen, first);
  const form = useForm({ view, reading, problems, others, folds });
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const isNew = keeper.saved.version > 0;
  const stop = useStop({ isKept: keeper.isKept, isNew, errors, permissions });
  return (
    <>
      <Bar view={view} keeper={keeper} stop={stop} publish={() => setPublishing(true)} />
      <EditorConflict
        keeper={keeper}
        text={text}
        take={(theirs) => view && putText(view, theirs)}
      />
      {amend !== undefined && mayWrite && (
        <EditorAmendment agreement={agreement} detail={amend} form={form} />
      )}
      <div className="editor">
        <FormSide form={form} isReadOnly={!mayWrite} view={view} />
        <div className="text-side">
          <EditorCode text={start.text} isReadOnly={!mayWrite} changed={setText} opened={setView} />
          <EditorProblems
            problems={problems}
            jump={(place) => {
              if (place?.path !== undefined) folds.reveal(place.path);
              if (view) jumpTo(view, offsetIn(view, place?.line, place?.column));
            }}
          />
        </div>
      </div>
      {isPublishing && reading.sound && (
        <EditorPublish
          agreement={agreement}
          text={text}
          version={keeper.saved.version}
          document={reading.sound}
          published={keeper.rest}
          close={() => setPublishing(false)}
        />
      )}
    </>
  );
}

type BarProps = {
  readonly view: EditorView | undefined;
  readonly keeper: DraftKeeper;
  readonly stop: string | undefined;
  readonly publish: () => void;
};

function Bar({ view, keeper, stop, publish }: BarProps) {
  const { say } = useReader();
  return (
    <div className="editor-bar">
      <History view={view} />
      <EditorSaving keeper={keeper} />
      <span className="editor-bar-end">
        {stop && <span className="soft small">{stop}</span>}
        <button type="button" className="button" disabled={stop !== undefined} onClick={publish}>
          {say(editorWords.publishOpen)}
        </button>
      </span>
    </div>
  );
}

const noProblems: readonly ToldProblem[] = [];

function pathOf(commitment: string | undefined, { value }: Reading): string | undefined {
  const list = "spec.commitments";
  const found = entriesAt(value, list).find(({ entry }) => valueAt(entry, "id") === commitment);
  return commitment === undefined ? undefined : found?.path;
}

/** Why it cannot be published now; undefined where it can. */
function useStop(asked: {
  readonly isKept: boolean;
  readonly isNew: boolean;
  readonly errors: number;
  readonly permissions: readonly string[];
}): string | undefined {
  const { say } = useReader();
  if (!asked.permissions.includes("publish")) return say(editorWords.mayNotPublish);
  if (asked.errors > 0) return say(editorWords.stopErrors, { errors: asked.errors });
  if (!asked.isKept) return say(editorWords.stopUnsaved);
  return asked.isNew ? undefined : say(editorWords.stopSame);
}

/** Checks wait until typing rests for a moment. */
const REST = 250;

/** What our own check finds as one types, and what the server found besides in the same text. */
function useProblems(
  text: string,
  others: readonly AcuerdoDocument[] | undefined,
  known: readonly ToldProblem[],
): readonly ToldProblem[] {
  const { language } = useReader();
  const now = useNow();
  const [checked, setChecked] = useState<readonly ToldProblem[]>(noProblems);
  const at = Math.floor(now / 60_000) * 60_000;
  useEffect(() => {
    if (!others) return;
    const check = () => {
      const found = problemsOfText(text, { others, now: at as Instant });
      setChecked(found.map((one) => tellProblem(one, language)));
    };
    const timer = setTimeout(check, REST);
    return () => clearTimeout(timer);
  }, [text, others, language, at]);
  return useMemo(() => {
    const codes = checked.map(({ code }) => code);
    return [...checked, ...known.filter(({ code }) => !codes.includes(code))];
  }, [checked, known]);
}

type FormAsked = {
  readonly view: EditorView | undefined;
  readonly reading: Reading;
  readonly problems: readonly ToldProblem[];
  readonly others: readonly AcuerdoDocument[] | undefined;
  readonly folds: Folds;
};

function useForm({ view, reading, problems, others, folds }: FormAsked): Form {
  const { language } = useReader();
  const tell = useToast();
  return useMemo(() => {
    const documents = others ?? [];
    const put = (...puts: readonly Put[]) => {
      if (!view) return;
      try {
        putText(view, textAfter(view.state.doc.toString(), puts));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        tell(error.problems.map(({ says }) => says[language]).join(" "));
      }
    };
    return {
      reading,
      problems,
      put,
      add: (path, entry) => {
        put([path, entry]);
        folds.reveal(path);
      },
      take: (path) => {
        put([path, undefined]);
        folds.take(path);
      },
      folds,
      jump: (path) => view && jumpTo(view, reading.offsetOf(path)),
      calendars: documents.flatMap(({ kind, metadata }) =>
        kind === "Calendar" ? [metadata.name] : [],
      ),
      sentencesOf: (id) => sentencesOf(reading, documents, id),
    };
  }, [view, reading, problems, others, folds, language, tell]);
}

function textAfter(text: string, puts: readonly Put[]): string {
  return puts.reduce((now, [path, next]) => editedText(readText(now), path, next) ?? now, text);
}

function sentencesOf(
  { sound }: Reading,
  documents: readonly AcuerdoDocument[],
  id: string,
): Readonly<Record<"es" | "en", string>> | undefined {
  const found = sound?.spec?.commitments?.find((one) => one.id === id);
  if (!sound || !found || isOmitted(found)) return undefined;
  const options = { agreement: sound, documents };
  return { es: describe(found, "es", options), en: describe(found, "en", options) };
}

function History({ view }: { readonly view: EditorView | undefined }) {
  const { say } = useReader();
  return (
    <>
      <Step view={view} says={say(editorWords.undo)} left={undoDepth} step={undo} />
      <Step view={view} says={say(editorWords.redo)} left={redoDepth} step={redo} />
    </>
  );
}

type StepProps = {
  readonly view: EditorView | undefined;
  readonly says: string;
  readonly left: typeof undoDepth;
  readonly step: typeof undo;
};

/** Rendered at every change of the text, so that it knows whether there is a step to take. */
function Step({ view, says, left, step }: StepProps) {
  const isNone = !view || left(view.state) === 0;
  return (
    <button type="button" className="quiet" disabled={isNone} onClick={() => view && step(view)}>
      {says}
    </button>
  );
}

type SideProps = {
  readonly form: Form;
  readonly isReadOnly: boolean;
  readonly view: EditorView | undefined;
};

/** One history for both sides: undoing in the form undoes in the text. */
function FormSide({ form, isReadOnly, view }: SideProps) {
  const { say } = useReader();
  const { isWhole } = form.reading;
  const side = useRef<HTMLDivElement>(null);
  useInSight(side, form.folds.wanted);
  const keys = (event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (!isUndo || !view) return;
    event.preventDefault();
    (event.shiftKey ? redo : undo)(view);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the fields inside
    <div className="form-side" onKeyDown={keys} ref={side}>
      {!isWhole && <p className="conflict">{say(editorWords.notWhole)}</p>}
      {isReadOnly && <p className="soft">{say(editorWords.readOnly)}</p>}
      <fieldset className="form" disabled={isReadOnly} hidden={!isWhole}>
        <legend className="hidden">{say(editorWords.form)}</legend>
        <EditorFormContext value={form}>{isWhole && <EditorForm />}</EditorFormContext>
      </fieldset>
    </div>
  );
}

/** Where form and text stand side by side: below each other, the eye stays where the keys went. */
const isBeside = () => matchMedia("(min-width: 64.01rem)").matches;

/** Scrolls the innermost part of the form that shows what is wanted into sight. */
function useInSight(side: RefObject<HTMLDivElement | null>, wanted: Folds["wanted"]): void {
  useEffect(() => {
    if (!wanted || !isBeside()) return;
    const folds = [...(side.current?.querySelectorAll<HTMLElement>("[data-paths]") ?? [])];
    const shows = ({ dataset }: HTMLElement) =>
      (JSON.parse(dataset.paths ?? "[]") as string[]).some((path) => isInside(wanted.path, path));
    folds.findLast(shows)?.scrollIntoView({ block: "nearest" });
  }, [side, wanted]);
}
