/** What stands beside a commitment's figures: its guard, and how fresh its sources are. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { AgreementDocument } from "../../engine/agreement.ts";
import { routePaths } from "../paths.ts";
import { revisionQuestion, workspaceQuestion } from "../questions.ts";
import { type CommitmentPlace, sourcesQuestion } from "../questions-commitment.ts";
import { useReader } from "../reader.tsx";
import { commitmentWords } from "../words/commitment.ts";
import { Icon } from "./icon.tsx";
import { Moment } from "./moment.tsx";

type AsideProps = CommitmentPlace & { readonly revision: number };

export function CommitmentAside(place: AsideProps) {
  const { language } = useReader();
  const { data: workspace } = useQuery(workspaceQuestion(language));
  return (
    <div className="aside">
      <Guard {...place} />
      {workspace?.caller.permissions.includes("write") && <Sources />}
    </div>
  );
}

/** The commitment that tells whether this one is kept at another's cost. */
function Guard({ agreement, commitment, revision }: AsideProps) {
  const { say, language } = useReader();
  const { data } = useQuery(revisionQuestion(language, agreement, revision));
  const document = data?.document as AgreementDocument | undefined;
  const own = document?.spec.commitments.find(({ id }) => id === commitment);
  const guard = own && "guard" in own ? own.guard : undefined;
  if (guard === undefined) return null;
  return (
    <p>
      {say(commitmentWords.guard)}{" "}
      <Link to={routePaths.commitment} params={{ agreement, commitment: guard }}>
        {guard}
      </Link>
    </p>
  );
}

function Sources() {
  const { say, language } = useReader();
  const { data } = useQuery(sourcesQuestion(language));
  const sources = data?.sources ?? [];
  if (sources.length === 0) return null;
  return (
    <ul className="sources" aria-label={say(commitmentWords.sources)}>
      {sources.map(({ source, lastAt, isSilent }) => (
        <li key={source} className={isSilent ? "source-silent" : "soft"}>
          {isSilent && <Icon shape="atRisk" />}
          <span>
            <strong>{source}</strong>{" "}
            {say(isSilent ? commitmentWords.silentSince : commitmentWords.lastFact)}{" "}
            {lastAt === null ? say(commitmentWords.noFact) : <Moment at={lastAt} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
