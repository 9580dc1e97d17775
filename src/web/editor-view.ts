/**
 * The text of an agreement in CodeMirror. It stands in a shadow root, where styles may be adopted:
 * the policy of our pages lets no script write a style into the document.
 */
import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { type Diagnostic, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { ToldProblem } from "../api/problem-document.ts";
import type { Language } from "../engine/agreement.ts";
import { differenceOf } from "./editor-change.ts";
import { colours, look } from "./editor-look.ts";
import { readText } from "./editor-reading.ts";
import { offersAt, wordsAt } from "./editor-schema.ts";
import { spotAt } from "./editor-spot.ts";
import { phrasesOf } from "./words/editor.ts";

/** What is said to the reader: another language changes it, and leaves text and history alone. */
export type Spoken = { readonly label: string; readonly language: Language };

type Settings = Spoken & {
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly changed: (text: string) => void;
};

const spoken = new Compartment();

export function openCode(place: HTMLElement, settings: Settings): EditorView {
  const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  const { text, isReadOnly, changed } = settings;
  const state = EditorState.create({
    doc: text,
    extensions: [
      history(),
      lineNumbers(),
      drawSelection(),
      highlightActiveLine(),
      indentOnInput(),
      indentUnit.of("  "),
      bracketMatching(),
      closeBrackets(),
      yaml(),
      colours,
      look,
      EditorView.lineWrapping,
      EditorState.readOnly.of(isReadOnly),
      spoken.of(spokenIn(settings)),
      keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) changed(update.state.doc.toString());
      }),
    ],
  });
  return new EditorView({ state, parent: root, root });
}

function spokenIn({ language, label }: Spoken): Extension {
  return [
    EditorState.phrases.of(phrasesOf(language)),
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    autocompletion({ override: [(asked) => completionsAt(asked, language)], icons: false }),
    hoverTooltip((view, position) => hoverAt(view, position, language)),
  ];
}

export function speak(view: EditorView, settings: Spoken): void {
  view.dispatch({ effects: spoken.reconfigure(spokenIn(settings)) });
}

/** Puts another text in as one step that can be undone, changing no more than what differs. */
export function putText(view: EditorView, text: string): void {
  const before = view.state.doc.toString();
  if (before !== text) view.dispatch({ changes: differenceOf(before, text) });
}

/** Leads to a place of the text, and to the keys. */
export function jumpTo(view: EditorView, offset: number): void {
  const anchor = Math.min(offset, view.state.doc.length);
  const effects = EditorView.scrollIntoView(anchor, { y: "center" });
  view.dispatch({ selection: { anchor }, effects });
  view.focus();
}

/** The offset of a line and column, both from 1; the end of the line for a column beyond it. */
export function offsetIn(view: EditorView, line = 1, column = 1): number {
  const found = view.state.doc.line(Math.min(line, view.state.doc.lines));
  return Math.min(found.from + column - 1, found.to);
}

/** Marks problems under the words they are about. */
export function markProblems(view: EditorView, problems: readonly ToldProblem[]): void {
  const marks = problems.map(({ severity, says, place, code }): Diagnostic => {
    const from = offsetIn(view, place?.line, place?.column);
    const line = view.state.doc.lineAt(from);
    const word = /^[^\s,[\]{}]+/.exec(line.text.slice(from - line.from))?.[0] ?? "";
    const to = Math.min(from + Math.max(word.length, 1), line.to);
    return { from, to, severity, message: `${says} (${code})` };
  });
  view.dispatch(setDiagnostics(view.state, marks));
}

function completionsAt(asked: CompletionContext, language: Language): CompletionResult | null {
  const text = asked.state.doc.toString();
  const spot = spotAt(text, asked.pos);
  if (!asked.explicit && spot.word === "") return null;
  const isFollowed = /^\s*:/.test(text.slice(asked.pos, asked.pos + 3));
  const options = offersAt(spot, readText(text).value, language).map(({ label, says, isKey }) => ({
    label,
    ...(says === undefined ? {} : { detail: says }),
    apply: isKey && !isFollowed ? `${label}: ` : label,
  }));
  return options.length === 0 ? null : { from: spot.from, options, validFor: /^[\w.-]*$/ };
}

function hoverAt(view: EditorView, position: number, language: Language) {
  const line = view.state.doc.lineAt(position);
  const word = keyAround(line.text, position - line.from);
  if (!word) return null;
  const spot = spotAt(view.state.doc.toString(), line.from + word.to);
  const says = wordsAt([...spot.path, spot.word], language);
  if (says === undefined) return null;
  const create = () => {
    const dom = document.createElement("p");
    dom.className = "hover";
    dom.textContent = says;
    return { dom };
  };
  return { pos: line.from + word.from, end: line.from + word.to, create };
}

function keyAround(line: string, at: number) {
  for (const found of line.matchAll(/[\w.-]+(?=:(\s|$))/g)) {
    const [from, to] = [found.index, found.index + found[0].length];
    if (from <= at && at <= to) return { from, to };
  }
  return undefined;
}
