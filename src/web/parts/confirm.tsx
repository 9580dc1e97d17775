/** Asks before a deed that has no way back, does it, and says what the server would not do. */
import { type FormEvent, type ReactNode, useState } from "react";
import type { ToldProblem } from "../../api/problem-document.ts";
import { useReader } from "../reader.tsx";
import { problemsOf } from "../server-client.ts";
import { partsWords } from "../words/parts.ts";
import { Dialog } from "./dialog.tsx";
import { Problems } from "./problems.tsx";

/** `says` is the verb of the button: what will happen, never "OK". */
export type Deed = {
  readonly says: string;
  readonly run: () => Promise<unknown> | undefined;
  readonly isHarsh?: boolean;
  /** While something it needs is missing. */
  readonly isDisabled?: boolean;
};

type ConfirmProps = {
  readonly title: string;
  readonly text: ReactNode;
  readonly deed: Deed;
  readonly close: () => void;
  readonly children?: ReactNode;
};

export function Confirm({ title, text, deed, close, children }: ConfirmProps) {
  const { say } = useReader();
  const [isGoing, setGoing] = useState(false);
  const [problems, setProblems] = useState<readonly ToldProblem[]>([]);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    setGoing(true);
    try {
      await deed.run();
      close();
    } catch (error) {
      setProblems(problemsOf(error));
      setGoing(false);
    }
  };
  return (
    <Dialog title={title} close={close}>
      <form className="confirm" onSubmit={go}>
        <div>{text}</div>
        {children}
        <Problems problems={problems} />
        <div className="confirm-foot">
          <button type="button" className="button button-second" onClick={close}>
            {say(partsWords.cancel)}
          </button>
          <button
            type="submit"
            className={deed.isHarsh ? "button button-harsh" : "button"}
            disabled={isGoing || deed.isDisabled}
          >
            {deed.says}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
