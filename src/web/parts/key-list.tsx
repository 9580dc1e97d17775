import { modText } from "../keyboard.ts";
import { useReader } from "../reader.tsx";
import { shellWords } from "../words/shell.ts";
import { Dialog } from "./dialog.tsx";

const keys = [
  ["J", shellWords.keyNext],
  ["K", shellWords.keyBefore],
  ["Enter", shellWords.keyOpen],
  ["E", shellWords.keyAttempt],
  ["R", shellWords.keyReject],
  ["A", shellWords.keyAssign],
  ["Esc", shellWords.keyClose],
  [`${modText}K`, shellWords.keyPalette],
  ["?", shellWords.keyHelp],
] as const;

export function KeyList({ close }: { readonly close: () => void }) {
  const { say } = useReader();
  return (
    <Dialog title={say(shellWords.keys)} close={close}>
      <dl className="keys">
        {keys.map(([key, says]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(says)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
