/**
 * A dialog of the platform: focus stays inside, Escape closes, and it goes back to where it was.
 */
import { type ReactNode, useEffect, useRef } from "react";
import { useReader } from "../reader.tsx";
import { shellWords } from "../words/shell.ts";
import { Icon } from "./icon.tsx";

type DialogProps = {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
  readonly kind?: "palette";
};

export function Dialog({ title, close, children, kind }: DialogProps) {
  const { say } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={kind ? `dialog dialog-${kind}` : "dialog"}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className="dialog-head">
        <h2>{title}</h2>
        <button type="button" className="quiet" aria-label={say(shellWords.close)} onClick={close}>
          <Icon shape="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
