/** Where the two sides mean different leads: one detail that many rejections are about. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { DefinitionDrift } from "../../engine/lead-reason.ts";
import { queueOf } from "../lead-quality-json.ts";
import type { LeadSearch } from "../lead-quality-search.ts";
import { routePaths } from "../paths.ts";
import { agreementsQuestion } from "../questions.ts";
import { handoffsQuestion } from "../questions-lead-quality.ts";
import { useReader } from "../reader.tsx";
import { useReason } from "../reason-text.ts";
import { leadWords } from "../words/lead-quality.ts";
import { Icon } from "./icon.tsx";
import { TitleText } from "./title-text.tsx";

type DriftProps = { readonly drifts: readonly DefinitionDrift[]; readonly search: LeadSearch };

export function LeadDrift({ drifts, search }: DriftProps) {
  const { say, percent } = useReader();
  const reason = useReason();
  return drifts.map(({ detail, share: { numerator: part, denominator: all } }) => (
    <section className="notice" key={detail}>
      <Icon shape="atRisk" />
      <div>
        <p>
          {say(leadWords.drift, {
            share: percent(part / all),
            part,
            all,
            detail: reason.detail(detail),
          })}
        </p>
        <p className="notice-links">
          <Definition detail={detail} />
          <Link
            to={routePaths.leadQuality}
            search={{ ...search, stage: "rejected", family: "definitional", detail }}
            resetScroll={false}
          >
            {say(leadWords.driftLeads)}
          </Link>
        </p>
      </div>
    </section>
  ));
}

/** The agreement whose hand-overs came back most lately, where its definition is written. */
function Definition({ detail }: { readonly detail: string }) {
  const { say, language } = useReader();
  const returned = useInfiniteQuery(
    handoffsQuestion(language, { answer: "returned", subjectType: "lead" }),
  );
  const { data } = useQuery(agreementsQuestion(language));
  const [latest] = returned.data?.pages[0] ? queueOf(returned.data.pages[0]) : [];
  const agreement = data?.agreements.find(({ id }) => id === latest?.agreement);
  if (!agreement) return null;
  return (
    <Link to={routePaths.editor} params={{ agreement: agreement.id }} search={{ amend: detail }}>
      <TitleText text={say(leadWords.driftAgreement, { title: agreement.title })} />
    </Link>
  );
}
