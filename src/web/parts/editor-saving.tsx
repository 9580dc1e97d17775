/** How the draft is kept: saved, being saved, or written by somebody else meanwhile. */
import { useActorName } from "../actor-name.ts";
import type { DraftKeeper } from "../editor-draft.ts";
import { useNow } from "../now.ts";
import { useReader } from "../reader.tsx";
import { editorWords } from "../words/editor.ts";

type SavingProps = {
  readonly keeper: DraftKeeper;
  readonly text: string;
  /** Puts their text in, as a step that can be undone. */
  readonly take: (text: string) => void;
};

export function EditorSaving({ keeper }: Pick<SavingProps, "keeper">) {
  const { say, moment } = useReader();
  const now = useNow();
  const { saved, saving, isKept } = keeper;
  const says = () => {
    if (saving.is === "saving") return say(editorWords.saving);
    if (saving.is === "failed") return say(editorWords.saveFailed, { says: saving.says });
    if (saving.is === "conflict") return say(editorWords.notSaved);
    if (!isKept) return say(editorWords.unsaved);
    if (saved.at === undefined) return say(editorWords.unchanged);
    return say(editorWords.saved, { at: moment(saved.at, now) });
  };
  return (
    <>
      <span className="soft small" role="status">
        {says()}
      </span>
      {saving.is === "failed" && (
        <button
          type="button"
          className="button button-second button-small"
          onClick={keeper.saveNow}
        >
          {say(editorWords.saveAgain)}
        </button>
      )}
    </>
  );
}

/** Two wrote at once: nothing is lost, and who goes on says with which text. */
export function EditorConflict({ keeper, text, take }: SavingProps) {
  const { say, moment } = useReader();
  const now = useNow();
  const nameOf = useActorName();
  const { saving, settle } = keeper;
  if (saving.is !== "conflict") return null;
  const { theirs } = saving;
  const facts = { who: nameOf(theirs.updatedBy), at: moment(theirs.updatedAt, now) };
  const isSame = theirs.text === text;
  return (
    <div className="conflict" role="alert">
      <p>{say(isSame ? editorWords.conflictSame : editorWords.conflict, facts)}</p>
      <p className="adds">
        <button
          type="button"
          className="button button-second button-small"
          onClick={() => {
            take(theirs.text);
            settle(theirs);
          }}
        >
          {say(editorWords.takeTheirs)}
        </button>
        <button
          type="button"
          className="button button-second button-small"
          onClick={() => settle(theirs)}
        >
          {say(editorWords.keepMine)}
        </button>
      </p>
      <details>
        <summary>{say(editorWords.seeTheirs)}</summary>
        <pre className="yaml">{theirs.text}</pre>
      </details>
    </div>
  );
}
