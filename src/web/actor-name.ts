/** What a person who did something is called, as far as the reader may know. */
import { useQuery } from "@tanstack/react-query";
import { workspaceQuestion } from "./questions.ts";
import { membersQuestion } from "./questions-setting.ts";
import { useReader } from "./reader.tsx";
import { agreementWords } from "./words/agreement.ts";

const ACCOUNT = "account/";

/** Names accounts; what acts without one (a key, the product itself) is called as it stands. */
export function useActorName(): (actor: string) => string {
  const { say, language } = useReader();
  const caller = useQuery(workspaceQuestion(language)).data?.caller;
  const isAllowed = caller?.permissions.includes("admin") ?? false;
  const { data } = useQuery({ ...membersQuestion(language), enabled: isAllowed });
  return (actor) => {
    if (actor === caller?.actor) return say(agreementWords.you);
    if (!actor.startsWith(ACCOUNT)) return actor;
    const member = data?.members.find(({ account }) => actor === `${ACCOUNT}${account}`);
    return member?.title ?? member?.email ?? say(agreementWords.somebody);
  };
}
