/** The three pages about what is not agreed: disputes, corrections, credits. */
import { linkOptions } from "@tanstack/react-router";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { disputeWords } from "../words/dispute.ts";
import { Tabs } from "./tabs.tsx";

type TabsProps = { readonly current: "disputes" | "corrections" | "credits" };

export function DisputeTabs({ current }: TabsProps) {
  const { say } = useReader();
  const tabs = [
    {
      key: "disputes",
      says: say(disputeWords.title),
      link: linkOptions({ to: routePaths.disputes }),
    },
    {
      key: "corrections",
      says: say(disputeWords.corrections),
      link: linkOptions({ to: routePaths.corrections }),
    },
    {
      key: "credits",
      says: say(disputeWords.credits),
      link: linkOptions({ to: routePaths.credits }),
    },
  ];
  return <Tabs label={say(disputeWords.parts)} tabs={tabs} current={current} />;
}
