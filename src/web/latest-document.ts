/** The text of an agreement as its latest revision has it. */
import { useQuery } from "@tanstack/react-query";
import type { AgreementDocument } from "../engine/agreement.ts";
import { agreementQuestion, revisionQuestion } from "./questions.ts";
import { useReader } from "./reader.tsx";

/** Undefined until it is known, and where no agreement is named. */
export function useLatestDocument(agreement: string): AgreementDocument | undefined {
  const { language } = useReader();
  const isNamed = agreement !== "";
  const detail = useQuery({ ...agreementQuestion(language, agreement), enabled: isNamed });
  const latest = Math.max(1, ...(detail.data?.revisions ?? []).map(({ number }) => number));
  const revision = useQuery({
    ...revisionQuestion(language, agreement, latest),
    enabled: detail.data !== undefined,
  });
  return revision.data?.document as AgreementDocument | undefined;
}
