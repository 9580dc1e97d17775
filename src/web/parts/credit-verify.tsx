/** Whether the ledger is as it was written: asked for, and answered in one sentence. */
import { useState } from "react";
import { useReader } from "../reader.tsx";
import { clientOf, saysOf } from "../server-client.ts";
import { creditWords } from "../words/credit.ts";

export function CreditVerify() {
  const { say, language } = useReader();
  const [told, setTold] = useState("");
  const verify = async () => {
    try {
      const { ledger } = await clientOf(language).verifyChains();
      const { rows, brokenAt } = ledger;
      setTold(
        brokenAt === null
          ? say(creditWords.holds, { rows })
          : say(creditWords.broken, { row: brokenAt }),
      );
    } catch (error) {
      setTold(saysOf(error));
    }
  };
  return (
    <div className="credit-verify no-print">
      <button type="button" className="button button-second" onClick={verify}>
        {say(creditWords.verify)}
      </button>
      <p role="status">{told}</p>
    </div>
  );
}
