/** Short notes of what was done, with the way back where there is one. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { useReader } from "../reader.tsx";
import { partsWords } from "../words/parts.ts";
import { shellWords } from "../words/shell.ts";
import { Icon } from "./icon.tsx";

/** Says a sentence politely; `undo` puts a button beside it. */
export type Tell = (sentence: string, undo?: () => void) => void;

type Note = { readonly id: number; readonly sentence: string; readonly undo?: () => void };

const TellContext = createContext<Tell>(() => undefined);

export function useToast(): Tell {
  return useContext(TellContext);
}

/** More would hide the page. */
const MOST = 3;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const tell = useCallback<Tell>((sentence, undo) => {
    setNotes((before) => {
      const id = (before.at(-1)?.id ?? 0) + 1;
      return [...before, { id, sentence, ...(undo ? { undo } : {}) }].slice(-MOST);
    });
  }, []);
  const drop = useCallback(
    (id: number) => setNotes((before) => before.filter((note) => note.id !== id)),
    [],
  );
  return (
    <TellContext value={tell}>
      {children}
      <div className="toasts" role="status">
        {notes.map((note) => (
          <Toast key={note.id} note={note} drop={drop} />
        ))}
      </div>
    </TellContext>
  );
}

/** Long enough to read; what can be undone stays for longer, and while it is looked at. */
const PLAIN = 6_000;
const UNDOABLE = 20_000;

type ToastProps = { readonly note: Note; readonly drop: (id: number) => void };

function Toast({ note, drop }: ToastProps) {
  const { say } = useReader();
  const [isHeld, hold] = useState(false);
  const { id, sentence, undo } = note;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => drop(id), undo ? UNDOABLE : PLAIN);
    return () => clearTimeout(timer);
  }, [isHeld, undo, id, drop]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while it is looked at
    <div
      className="toast"
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <span>{sentence}</span>
      {undo && (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            drop(id);
            undo();
          }}
        >
          {say(partsWords.undo)}
        </button>
      )}
      <button
        type="button"
        className="quiet"
        aria-label={say(shellWords.close)}
        onClick={() => drop(id)}
      >
        <Icon shape="close" />
      </button>
    </div>
  );
}
