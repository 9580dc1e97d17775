/** Taking a correction back: appended too, with a reason and an approval. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Correction } from "../../engine/correction.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { correctionWords } from "../words/correction.ts";
import { Confirm } from "./confirm.tsx";
import { CorrectionEffect } from "./correction-effect.tsx";
import { TextField } from "./field.tsx";
import { useToast } from "./toast.tsx";

type RevokeProps = {
  readonly agreement: string;
  readonly correction: Correction;
  readonly close: () => void;
};

export function CorrectionRevoke({ agreement, correction, close }: RevokeProps) {
  const { say, language } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const approvals = correction.approvals.length > 0 ? correction.approvals : [correction.by];
  const body = {
    agreement,
    revokes: correction.id,
    by: correction.by,
    reason,
    approvals: [...approvals],
  };
  const isReady = reason.trim() !== "";
  const run = async () => {
    await clientOf(language).revokeCorrection({ body });
    tell(say(correctionWords.doneRevoke));
    await queries.invalidateQueries();
  };
  return (
    <Confirm
      title={`${say(correctionWords.revoke)}: ${correction.id}`}
      text={<p className="soft">{say(correctionWords.revokeText)}</p>}
      deed={{ says: say(correctionWords.revoke), run, isDisabled: !isReady, isHarsh: true }}
      close={close}
    >
      <TextField label={say(correctionWords.reason)} value={reason} change={setReason} isRequired />
      <CorrectionEffect asked={isReady ? { kind: "revocation", ...body } : undefined} />
    </Confirm>
  );
}
