/** Where a file is dropped, or chosen: the whole of it is the label of a real field. */
import { type DragEvent, useId, useState } from "react";
import { useReader } from "../reader.tsx";
import { fileWords } from "../words/start.ts";
import { Icon } from "./icon.tsx";

type DropProps = {
  readonly read: (file: File) => void;
  readonly problem: string | undefined;
  /** Once a file is there, another is seldom chosen. */
  readonly isSmall: boolean;
};

export function FileDrop({ read, problem, isSmall }: DropProps) {
  const { say } = useReader();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) read(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field within does the same by keys
    <div
      className={`file-drop${isSmall ? " file-drop-small" : ""}`}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>{say(isSmall ? fileWords.other : fileWords.drop)}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file, once mended, is chosen again.
          target.value = "";
          if (file) read(file);
        }}
      />
      {!isSmall && <p className="soft small">{say(fileWords.dropHint)}</p>}
      <div role="alert">
        {problem && (
          <p id={`${id}-problem`} className="field-problem">
            <Icon shape="missed" />
            <span>{problem}</span>
          </p>
        )}
      </div>
    </div>
  );
}
