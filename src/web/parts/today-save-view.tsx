/** Gives the list as it is filtered now a name. */
import { useState } from "react";
import { useReader } from "../reader.tsx";
import { saveView } from "../saved-views.ts";
import type { TodaySearch } from "../today-view.ts";
import { todayWords } from "../words/today.ts";
import { Confirm } from "./confirm.tsx";
import { TextField } from "./field.tsx";
import { useToast } from "./toast.tsx";

type SaveProps = { readonly search: TodaySearch; readonly close: () => void };

export function SaveView({ search, close }: SaveProps) {
  const { say } = useReader();
  const tell = useToast();
  const [text, setText] = useState("");
  const name = text.trim();
  const run = async () => {
    saveView({ name, search });
    tell(say(todayWords.viewSaved, { name }));
  };
  return (
    <Confirm
      title={say(todayWords.saveView)}
      text={null}
      deed={{ says: say(todayWords.save), run, isDisabled: name === "" }}
      close={close}
    >
      <TextField
        label={say(todayWords.viewName)}
        hint={say(todayWords.viewNameHint)}
        value={text}
        change={setText}
        isRequired
      />
    </Confirm>
  );
}
