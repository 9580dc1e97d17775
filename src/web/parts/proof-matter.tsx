/** What a clock is about: whose it is, what can be done, the record; and the clause in words. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ClockPlace, Correction } from "../../engine/correction.ts";
import { deedKeys } from "../deed.ts";
import { useKeys } from "../keyboard.ts";
import { routePaths } from "../paths.ts";
import { agreementQuestion, subjectQuestion } from "../questions.ts";
import { correctionsQuestion } from "../questions-today.ts";
import { useReader } from "../reader.tsx";
import { type Clock, subjectOf } from "../standing.ts";
import { clockWords, correctedWords } from "../words/clock.ts";
import { disputeWords } from "../words/dispute.ts";
import { todayWords } from "../words/today.ts";
import { DeedButtons } from "./deed-buttons.tsx";
import { useDeeds } from "./deeds.tsx";
import { Moment } from "./moment.tsx";

export function ProofMatter({ clock }: { readonly clock: string }) {
  const { say, language } = useReader();
  const { data } = useQuery(subjectQuestion(language, subjectOf(clock)));
  const own = data?.clocks.find(({ id }) => id === clock);
  const address = addressOf(data?.attributes);
  useOpenKeys(own);
  return (
    <div className="matter">
      {own && (
        <p>
          <strong>{own.title ?? own.subject}</strong>{" "}
          <span className="soft">
            {own.owner === null
              ? say(todayWords.noOwner)
              : `${say(todayWords.owner)}: ${own.owner}`}
          </span>
        </p>
      )}
      {own && <Corrections clock={own} />}
      {own && <DeedButtons clock={own} />}
      {own && <DisputeLink clock={own} />}
      {address && (
        <a href={address} rel="noreferrer" target="_blank">
          {say(clockWords.elsewhere)}
        </a>
      )}
    </div>
  );
}

/** E, R and A act on the clock whose proof stands open, unless a row heard them first. */
function useOpenKeys(clock: Clock | undefined): void {
  const { act } = useDeeds();
  const press = (event: KeyboardEvent) => {
    const deed = deedKeys[event.key];
    if (!clock || !deed || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    act(deed, [clock]);
  };
  useKeys(Object.fromEntries(Object.keys(deedKeys).map((key) => [key, press])));
}

/** Only what was judged can be objected to. */
function DisputeLink({ clock: { id, verdict, dueAt } }: { readonly clock: Clock }) {
  const { say } = useReader();
  if (verdict !== "met" && verdict !== "breached") return null;
  return (
    <Link to={routePaths.disputes} search={{ clock: id, ...(dueAt ? { at: dueAt } : {}) }}>
      {say(disputeWords.dispute)}
    </Link>
  );
}

/** What was decided afterwards; what was measured stays beside it. */
function Corrections({ clock }: { readonly clock: Clock }) {
  const { say, language } = useReader();
  const { data } = useQuery(correctionsQuestion(language, clock.agreement));
  const all = (data?.corrections ?? []) as readonly Correction[];
  const revoked = all.flatMap((one) => (one.kind === "revocation" ? [one.revokes] : []));
  const own = all
    .filter((one) => "clock" in one)
    .filter(({ id, clock: place }) => !revoked.includes(id) && isOf(place, clock));
  return (
    <>
      {own.map(({ id, at, verdict, reason, approvals }) => (
        <p key={id} className="correction">
          <strong>{say(correctedWords[verdict])}</strong> <Moment at={new Date(at).toISOString()} />
          {` · ${reason} · ${approvals.join(", ")}`}
        </p>
      ))}
    </>
  );
}

function isOf(place: ClockPlace, { agreement, commitment, subject, cycle }: Clock): boolean {
  return (
    place.agreement === agreement &&
    place.commitment === commitment &&
    place.subject === subject &&
    place.cycle === cycle
  );
}

type ClauseProps = { readonly agreement: string; readonly commitment: string };

/** As the revision in force says it. */
export function ProofClause({ agreement, commitment }: ClauseProps) {
  const { say, language } = useReader();
  const { data } = useQuery(agreementQuestion(language, agreement));
  const sentence = data?.sentences.find((one) => one.commitment === commitment);
  if (!sentence) return null;
  return (
    <blockquote className="clause" aria-label={say(clockWords.clause)}>
      <p>{sentence.says}</p>
      <Link to={routePaths.commitment} params={{ agreement, commitment }}>
        {commitment}
      </Link>
    </blockquote>
  );
}

/** Where the record lies, if its source said so; nothing but a web address is followed. */
function addressOf(attributes: unknown): string | undefined {
  const { url } = (attributes ?? {}) as { readonly url?: unknown };
  return typeof url === "string" && /^https?:\/\//.test(url) ? url : undefined;
}
