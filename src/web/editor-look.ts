/** How the text of an agreement looks: the tokens of our own design, inside the editor's root. */
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const wavy = (colour: string) => ({
  backgroundImage: "none",
  textDecoration: `underline wavy ${colour}`,
  textUnderlineOffset: "0.2em",
  textDecorationSkipInk: "none",
});

/** As exact as the rule of CodeMirror's own that it replaces. */
const selection = [
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground",
  ".cm-selectionBackground",
].join(", ");

export const look = EditorView.theme({
  "&": {
    height: "100%",
    color: "var(--ink)",
    backgroundColor: "var(--surface)",
    fontSize: "0.8125rem",
  },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", paddingBlock: "0.75rem" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": {
    color: "var(--soft)",
    backgroundColor: "var(--sunken)",
    borderRight: "1px solid var(--line)",
  },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--track-ground) 55%, #0000)" },
  [selection]: { backgroundColor: "color-mix(in srgb, var(--focus) 28%, transparent) !important" },
  ".cm-lintRange-error": wavy("var(--overdue)"),
  ".cm-lintRange-warning": wavy("var(--risk)"),
  ".cm-lintRange-info": wavy("var(--soft)"),
  ".cm-tooltip": {
    color: "var(--ink)",
    backgroundColor: "var(--surface)",
    border: "1px solid var(--line)",
    borderRadius: "var(--round)",
    boxShadow: "var(--shadow)",
    fontFamily: "var(--sans)",
    maxWidth: "28rem",
  },
  ".cm-tooltip .hover": { margin: "0", padding: "0.5rem 0.75rem" },
  ".cm-tooltip-autocomplete ul": { maxHeight: "16rem" },
  ".cm-tooltip-autocomplete ul li": { padding: "0.2rem 0.75rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    color: "var(--on-accent)",
    backgroundColor: "var(--accent)",
  },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.8", fontSize: "0.75rem" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-diagnostic": { padding: "0.5rem 0.75rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--overdue)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--risk)" },
  ".cm-panels": {
    color: "var(--ink)",
    backgroundColor: "var(--sunken)",
    fontFamily: "var(--sans)",
  },
});

export const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
    { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--paused)" },
    { tag: tags.string, color: "var(--met)" },
    { tag: [tags.keyword, tags.atom, tags.typeName], color: "var(--corrected)" },
  ]),
);
