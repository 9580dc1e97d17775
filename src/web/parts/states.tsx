/** What a page shows while there is nothing else to show: waiting, failed, empty. */
import type { ReactNode } from "react";
import { useReader } from "../reader.tsx";
import { saysOf } from "../server-client.ts";
import { shellWords } from "../words/shell.ts";

export function Waiting() {
  const { say } = useReader();
  return (
    <p className="waiting" role="status">
      {say(shellWords.loading)}
    </p>
  );
}

export function Failed({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const { say } = useReader();
  return (
    <section className="empty" role="alert">
      <h2>{say(shellWords.failed)}</h2>
      <p>{saysOf(error)}</p>
      <button type="button" className="button" onClick={again}>
        {say(shellWords.again)}
      </button>
    </section>
  );
}

type EmptyProps = { readonly title: string; readonly text: string; readonly children?: ReactNode };

export function Empty({ title, text, children }: EmptyProps) {
  return (
    <section className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}
