/** What is objected to: verdicts of clocks, each with what it should have been; or what counted. */
import { useQuery } from "@tanstack/react-query";
import {
  type ClockDraft,
  claimedVerdicts,
  type DisputeDraft,
  emptyClock,
} from "../dispute-draft.ts";
import type { PeriodJson } from "../period-json.ts";
import { itemsQuestion } from "../questions-commitment.ts";
import { useReader } from "../reader.tsx";
import type { Clock } from "../standing.ts";
import { claimVerdictWords, disputeWords } from "../words/dispute.ts";
import { ExclusionFields } from "./exclusion-fields.tsx";
import { SelectField, TextField } from "./field.tsx";

type ClaimsProps = {
  readonly period: PeriodJson;
  readonly draft: DisputeDraft;
  readonly change: (draft: DisputeDraft) => void;
};

export function DisputeClaims({ period, draft, change }: ClaimsProps) {
  const { say } = useReader();
  const ways = period.measure === "clock" ? (["clocks", "leftOut"] as const) : ["leftOut" as const];
  const about = ways.find((way) => way === draft.about) ?? "leftOut";
  const options = ways.map((value) => ({ value, label: say(disputeWords[value]) }));
  return (
    <>
      <SelectField
        label={say(disputeWords.about)}
        value={about}
        change={(value) => change({ ...draft, about: value as DisputeDraft["about"] })}
        options={options}
      />
      {about === "clocks" ? (
        <Clocks period={period} draft={draft} change={change} />
      ) : (
        <ExclusionFields
          draft={draft.exclusion}
          change={(exclusion) => change({ ...draft, about, exclusion })}
        />
      )}
    </>
  );
}

function Clocks({ period, draft, change }: ClaimsProps) {
  const { say, language } = useReader();
  const { agreement, commitment, from, to } = period;
  const place = { agreement, commitment };
  const missed = useQuery(itemsQuestion(language, place, { from, to, by: "source" }));
  const known = missed.data?.clocks ?? [];
  const { clocks } = draft;
  const put = (index: number, clock: ClockDraft) =>
    change({ ...draft, clocks: clocks.with(index, clock) });
  return (
    <>
      {clocks.map((clock, index) => (
        <ClockFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added, at the end
          key={index}
          clock={clock}
          known={known}
          put={(next) => put(index, next)}
        />
      ))}
      <button
        type="button"
        className="button button-second button-small"
        onClick={() => change({ ...draft, clocks: [...clocks, emptyClock] })}
      >
        {say(disputeWords.another)}
      </button>
    </>
  );
}

type ClockProps = {
  readonly clock: ClockDraft;
  /** The clocks that were missed in the period: offered, and nothing but an offer. */
  readonly known: readonly Clock[];
  readonly put: (clock: ClockDraft) => void;
};

function ClockFields({ clock, known, put }: ClockProps) {
  const { say } = useReader();
  const name = (subject: string) => {
    const cycle = known.find((one) => one.subject === subject)?.cycle ?? 1;
    put({ ...clock, subject, cycle });
  };
  return (
    <div className="fields">
      <TextField
        label={say(disputeWords.subject)}
        hint={say(disputeWords.subjectHint)}
        value={clock.subject}
        change={name}
        offers={known.map(({ subject }) => subject)}
      />
      <SelectField
        label={say(disputeWords.wanted)}
        value={clock.verdict}
        change={(value) => put({ ...clock, verdict: value as ClockDraft["verdict"] })}
        options={claimedVerdicts.map((value) => ({ value, label: say(claimVerdictWords[value]) }))}
      />
    </div>
  );
}
