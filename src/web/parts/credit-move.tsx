/** Moving a credit on in the name of the side whose move it is. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CreditJson } from "../dispute-json.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { creditWords, moveWords, standingOfCredit } from "../words/credit.ts";
import { Confirm } from "./confirm.tsx";
import { TextField } from "./field.tsx";
import { useToast } from "./toast.tsx";

export type MoveName = keyof typeof moveWords;

type MoveProps = {
  readonly credit: CreditJson;
  readonly to: MoveName;
  readonly close: () => void;
};

export function CreditMove({ credit, to, close }: MoveProps) {
  const { say, language } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [invoice, setInvoice] = useState("");
  const by = to === "claimed" ? credit.to : credit.party;
  const amount = `${credit.amount} ${credit.currency}`;
  const isApplied = to === "applied";
  const run = async () => {
    const billed = isApplied ? { invoice } : {};
    const body = { credit: credit.credit, standing: to, by, reason, ...billed };
    await clientOf(language).moveCredit({ body });
    tell(say(creditWords.done, { amount, standing: say(standingOfCredit[to]) }));
    await queries.invalidateQueries();
  };
  const isReady = reason.trim() !== "" && (!isApplied || invoice.trim() !== "");
  return (
    <Confirm
      title={`${say(moveWords[to])}: ${amount}`}
      text={<p className="soft">{say(creditWords.moveText, { by })}</p>}
      deed={{ says: say(moveWords[to]), run, isDisabled: !isReady, isHarsh: to === "declined" }}
      close={close}
    >
      {isApplied && (
        <TextField
          label={say(creditWords.invoice)}
          value={invoice}
          change={setInvoice}
          isRequired
        />
      )}
      <TextField label={say(creditWords.reason)} value={reason} change={setReason} isRequired />
    </Confirm>
  );
}
