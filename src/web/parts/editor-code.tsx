/** The place of the text in the page. */
import type { EditorView } from "@codemirror/view";
import { useEffect, useRef, useState } from "react";
import { openCode, speak } from "../editor-view.ts";
import { useReader } from "../reader.tsx";
import { editorWords } from "../words/editor.ts";

type CodeProps = {
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly changed: (text: string) => void;
  readonly opened: (view: EditorView) => void;
};

/** `text` is what it begins with; afterwards the view holds the text, and its history. */
export function EditorCode(props: CodeProps) {
  const { say, language } = useReader();
  const place = useRef<HTMLDivElement>(null);
  const [first] = useState({ ...props, language, label: say(editorWords.text) });
  const view = useRef<EditorView>(undefined);
  useEffect(() => {
    if (!place.current) return;
    const opened = openCode(place.current, first);
    view.current = opened;
    first.opened(opened);
    return () => opened.destroy();
  }, [first]);
  useEffect(() => {
    if (view.current) speak(view.current, { language, label: say(editorWords.text) });
  }, [language, say]);
  return <div ref={place} className="code" />;
}
