/** Adding an exclusion: an interval, what recurs, or what meets a condition; seen beforehand. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { emptyExclusion, exclusionOf } from "../exclusion-draft.ts";
import { useLatestDocument } from "../latest-document.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { correctionWords } from "../words/correction.ts";
import { Confirm } from "./confirm.tsx";
import { CorrectionEffect } from "./correction-effect.tsx";
import { ExclusionFields } from "./exclusion-fields.tsx";
import { SelectField, TextField } from "./field.tsx";
import { useToast } from "./toast.tsx";

type ExcludeProps = { readonly agreement: string; readonly close: () => void };

export function CorrectionExclude({ agreement, close }: ExcludeProps) {
  const { say, language } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  const parties = (useLatestDocument(agreement)?.spec.parties ?? []).map(({ id }) => id);
  const [draft, setDraft] = useState(emptyExclusion);
  const [given, setGiven] = useState<Given>({ by: "", approval: "", reason: "" });
  const set = (changed: Partial<Given>) => setGiven({ ...given, ...changed });
  const [by = "", approval = ""] = [given.by || parties[0], given.approval || parties[1]];
  const exclusion = exclusionOf(draft);
  const { reason } = given;
  const isReady = exclusion !== undefined && reason.trim() !== "" && approval !== "";
  const body = isReady ? { agreement, by, reason, approvals: [approval], exclusion } : undefined;
  const run = async () => {
    if (!body) return;
    await clientOf(language).excludeTime({ body });
    tell(say(correctionWords.doneExclude));
    await queries.invalidateQueries();
  };
  return (
    <Confirm
      title={say(correctionWords.exclude)}
      text={<p className="soft">{say(correctionWords.excludeText)}</p>}
      deed={{ says: say(correctionWords.exclude), run, isDisabled: !isReady }}
      close={close}
    >
      <ExclusionFields draft={draft} change={setDraft} />
      <Parties parties={parties} by={by} approval={approval} set={set} />
      <TextField
        label={say(correctionWords.reason)}
        value={reason}
        change={(text) => set({ reason: text })}
        isRequired
      />
      <CorrectionEffect asked={body ? { kind: "exclusion", ...body } : undefined} />
    </Confirm>
  );
}

/** Who asks for it, who agreed, and why. */
type Given = { readonly by: string; readonly approval: string; readonly reason: string };

type PartiesProps = {
  readonly parties: readonly string[];
  readonly by: string;
  readonly approval: string;
  readonly set: (changed: Partial<Given>) => void;
};

/** Who asks for it, and who agreed. */
function Parties({ parties, by, approval, set }: PartiesProps) {
  const { say } = useReader();
  const options = parties.map((value) => ({ value, label: value }));
  return (
    <>
      <SelectField
        label={say(correctionWords.author)}
        value={by}
        change={(value) => set({ by: value })}
        options={options}
      />
      <SelectField
        label={say(correctionWords.approvals)}
        value={approval}
        change={(value) => set({ approval: value })}
        options={options}
      />
    </>
  );
}
