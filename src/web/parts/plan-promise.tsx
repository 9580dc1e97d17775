/** From a plan to a promise: the volume commitment of an agreement, amended in a draft. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { routePaths } from "../paths.ts";
import type { PlanMade } from "../planner-plan.ts";
import { workspaceQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { clientOf, problemsOf } from "../server-client.ts";
import { useVolumes, type Volume } from "../use-volumes.ts";
import { planWords } from "../words/planner.ts";
import { Problems } from "./problems.tsx";
import { TitleText } from "./title-text.tsx";
import { useToast } from "./toast.tsx";

export function PlanPromise({ made }: { readonly made: PlanMade }) {
  const { say, language } = useReader();
  const volumes = useVolumes();
  const workspace = useQuery(workspaceQuestion(language));
  const mayDraft = workspace.data?.caller.permissions.includes("write") ?? false;
  const mql = made.plan.total.steps.mql;
  if (!volumes || mql === null || !mayDraft) return null;
  return (
    <section className="plan-promise">
      <h2>{say(planWords.promise)}</h2>
      {volumes.length === 0 && <p className="soft">{say(planWords.noPromise)}</p>}
      {volumes.map((volume) => (
        <Offer
          key={`${volume.period.agreement} ${volume.period.commitment}`}
          volume={volume}
          perMonth={mql / made.months}
        />
      ))}
    </section>
  );
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;
const WEEKS_A_MONTH = 365 / 12 / 7;

/** How many a period of that length takes; undefined of lengths that are nobody's plan. */
function perPeriod(each: unknown, perMonth: number): number | undefined {
  if (each === "week") return Math.ceil(perMonth / WEEKS_A_MONTH);
  const months = Object.entries(monthsIn).find(([name]) => name === each)?.[1];
  return months === undefined ? undefined : Math.ceil(perMonth * months);
}

type OfferProps = { readonly volume: Volume; readonly perMonth: number };

function Offer({ volume: { title, period }, perMonth }: OfferProps) {
  const { say } = useReader();
  const { agreement, commitment, objective } = period;
  const count = perPeriod(objective.each, perMonth);
  const [isDrafted, setDrafted] = useState(false);
  const bound = objective.atLeast === undefined ? ("above" as const) : ("atLeast" as const);
  const draft = useDraft({ agreement, commitment, bound }, () => setDrafted(true));
  if (count === undefined) return null;
  return (
    <div className="plan-offer">
      <p>
        <TitleText
          text={say(planWords.promiseText, {
            commitment,
            title,
            now: String(objective[bound] ?? "–"),
            count,
          })}
        />
      </p>
      <Problems problems={draft.error ? problemsOf(draft.error) : []} />
      <div className="review-files">
        <button
          type="button"
          className="button"
          disabled={draft.isPending}
          onClick={() => draft.mutate(count)}
        >
          {say(planWords.promiseDeed, { count })}
        </button>
        {isDrafted && (
          <Link className="button button-second" to={routePaths.editor} params={{ agreement }}>
            {say(planWords.openDraft)}
          </Link>
        )}
      </div>
      {isDrafted && <p className="soft small">{say(planWords.drafted)}</p>}
    </div>
  );
}

type DraftAsked = {
  readonly agreement: string;
  readonly commitment: string;
  readonly bound: "atLeast" | "above";
};

function useDraft({ agreement, commitment, bound }: DraftAsked, drafted: () => void) {
  const { say, language } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  const client = clientOf(language);
  return useMutation({
    mutationFn: async (count: number) => {
      const { text, version } = await textToAmend(client, agreement);
      const { amendObjective } = await import("../../language/amend.ts");
      const amended = amendObjective(text, { commitment, bound, value: String(count) });
      if (amended === undefined) throw say(planWords.amendFailed);
      await client.saveDraft({ params: { agreement }, body: { text: amended, version } });
      return count;
    },
    onSuccess: (count) => {
      tell(say(planWords.promised, { count }));
      queries.invalidateQueries({ queryKey: ["agreement"] });
      drafted();
    },
  });
}

type Client = ReturnType<typeof clientOf>;

/** The draft where somebody is writing one, else the text in force. */
async function textToAmend(client: Client, agreement: string) {
  const params = { agreement };
  const { revisions, hasDraft } = await client.getAgreement({ params });
  if (hasDraft) return client.getDraft({ params });
  const number = Math.max(0, ...revisions.map((one) => one.number));
  const { text } = await client.getRevision({ params: { agreement, number } });
  return { text, version: 0 };
}
