/** An address to be told of changes. */
import { useState } from "react";
import { useChange } from "../change.ts";
import { useReader } from "../reader.tsx";
import { listOf } from "../rule-draft.ts";
import { clientOf } from "../server-client.ts";
import { noticeWords } from "../words/notice.ts";
import { settingWords } from "../words/setting.ts";
import { Dialog } from "./dialog.tsx";
import { SelectField, TextField } from "./field.tsx";
import { Problems } from "./problems.tsx";

const kinds = ["standard", "slack", "teams"] as const;

type DialogProps = {
  readonly close: () => void;
  readonly tell: (secret: { readonly name: string; readonly text: string }) => void;
};

export function WebhookDialog({ close, tell }: DialogProps) {
  const { say, language } = useReader();
  const [kind, setKind] = useState<(typeof kinds)[number]>("standard");
  const [title, setTitle] = useState("");
  const [url, setUrl] = useState("");
  const [types, setTypes] = useState("*");
  const { run, isGoing, problems } = useChange();
  const save = async () => {
    const body = { kind, url: url.trim(), title: title.trim(), types: [...listOf(types)] };
    const params = { id: shortName(title) };
    const done = await run(() => clientOf(language).keepWebhook({ params, body }), {
      says: say(noticeWords.kept),
      stale: ["webhooks"],
    });
    if (!done) return;
    if (kind === "standard") tell({ name: body.title, text: done.secret });
    close();
  };
  return (
    <Dialog title={say(noticeWords.addAddress)} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={say(noticeWords.name)}
          value={title}
          change={setTitle}
          hint={say(noticeWords.nameHint)}
          isRequired
        />
        <SelectField
          label={say(noticeWords.kind)}
          value={kind}
          change={(value) => setKind(kinds.find((one) => one === value) ?? "standard")}
          options={kinds.map((value) => ({ value, label: say(noticeWords[value]) }))}
        />
        <TextField label={say(noticeWords.url)} type="url" value={url} change={setUrl} isRequired />
        {kind === "standard" && (
          <TextField
            label={say(noticeWords.types)}
            value={types}
            change={setTypes}
            hint={say(noticeWords.typesHint)}
          />
        )}
        <Problems problems={problems} />
        <button type="submit" className="button" disabled={isGoing}>
          {say(settingWords.save)}
        </button>
      </form>
    </Dialog>
  );
}

/** "#Ventas México" → "ventas-mexico": the id of an address. */
function shortName(title: string): string {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "webhook";
}
