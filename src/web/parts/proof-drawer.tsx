/** The drawer of a clock: where it stands, its timeline, and the proof in words. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import { useKeys } from "../keyboard.ts";
import { proofQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { subjectOf } from "../standing.ts";
import { clockWords } from "../words/clock.ts";
import { shellWords } from "../words/shell.ts";
import { todayWords } from "../words/today.ts";
import { ClockProof } from "./clock-proof.tsx";
import { Icon } from "./icon.tsx";
import { ProofClause, ProofMatter } from "./proof-matter.tsx";
import { Failed, Waiting } from "./states.tsx";
import { SubjectHistory } from "./subject-history.tsx";

type Proof = Answer<Routes["explainClock"]>;

type DrawerProps = { readonly clock: string; readonly close: () => void; readonly zone: string };

export function ProofDrawer({ clock, close, zone }: DrawerProps) {
  const { say, language } = useReader();
  const heading = useRef<HTMLHeadingElement>(null);
  const subject = subjectOf(clock);
  const proof = useQuery(proofQuestion(language, { subject }));
  const leave = () => {
    close();
    document.querySelector<HTMLElement>(`.row-open a`)?.focus();
  };
  useKeys({ Escape: leave });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another clock takes the focus again
  useEffect(() => heading.current?.focus(), [clock]);
  return (
    <aside className="drawer" aria-labelledby="drawer-title">
      <div className="drawer-head">
        <h2 id="drawer-title" ref={heading} tabIndex={-1}>
          {subject}
        </h2>
        <button type="button" className="quiet" aria-label={say(shellWords.close)} onClick={leave}>
          <Icon shape="close" />
        </button>
      </div>
      {proof.isError && <Failed error={proof.error} again={() => proof.refetch()} />}
      {proof.isPending && <Waiting />}
      {proof.data && <ProofBody proof={proof.data} clock={clock} zone={zone} />}
    </aside>
  );
}

type BodyProps = { readonly proof: Proof; readonly clock: string; readonly zone: string };

function ProofBody({ proof, clock, zone }: BodyProps) {
  const { say } = useReader();
  const all = proof.commitments.flatMap(({ commitment, candidates, clocks }) => {
    const used = candidates.find(({ outcome }) => outcome === "used") ?? candidates[0];
    return clocks.map((one) => ({ commitment, agreement: used?.agreement ?? "", clock: one }));
  });
  const chosen = all.find((one) => one.clock.id === clock);
  const [first, ...rest] = chosen ? [chosen, ...all.filter((one) => one !== chosen)] : all;
  return (
    <>
      {first && <ProofMatter clock={first.clock.id} />}
      {first ? <ClockProof {...first} zone={zone} isWhole /> : <p>{say(todayWords.gone)}</p>}
      {first && <ProofClause agreement={first.agreement} commitment={first.commitment} />}
      {rest.length > 0 && <h3>{say(todayWords.others)}</h3>}
      {rest.map((one) => (
        <ClockProof key={one.clock.id} {...one} zone={zone} />
      ))}
      <SubjectHistory subject={proof.subject} />
      <details className="words">
        <summary>{say(clockWords.inWords)}</summary>
        <pre>{proof.words.join("\n")}</pre>
      </details>
    </>
  );
}
