/** A text that is shown once, to be taken away. */
import { useState } from "react";
import { useReader } from "../reader.tsx";
import { settingWords } from "../words/setting.ts";

type CopyProps = { readonly label: string; readonly text: string };

export function CopyText({ label, text }: CopyProps) {
  const { say } = useReader();
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(say(settingWords.copied));
    } catch {
      setSaid(say(settingWords.copyFailed));
    }
  };
  return (
    <div className="copy-text">
      <label>
        <span>{label}</span>
        <input readOnly value={text} onFocus={({ target }) => target.select()} />
      </label>
      <button type="button" className="button button-second" onClick={copy}>
        {say(settingWords.copy)}
      </button>
      <p role="status" className="soft small">
        {said}
      </p>
    </div>
  );
}
