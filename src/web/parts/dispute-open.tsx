/** Opening a dispute: the period, what is objected to in it, in whose name, and why. */

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { claimsOfDraft, type DisputeMatter, emptyDispute } from "../dispute-draft.ts";
import { useLatestDocument } from "../latest-document.ts";
import { routePaths } from "../paths.ts";
import { type PeriodJson, periodsOf } from "../period-json.ts";
import { usePeriodDate } from "../period-zone.ts";
import { agreementsQuestion, periodsQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { disputeWords } from "../words/dispute.ts";
import { Confirm } from "./confirm.tsx";
import { DisputeClaims } from "./dispute-claims.tsx";
import { AreaField, SelectField } from "./field.tsx";
import { useToast } from "./toast.tsx";

type OpenProps = { readonly matter: DisputeMatter; readonly close: () => void };

export function DisputeOpen({ matter, close }: OpenProps) {
  const { say, language } = useReader();
  const { opened, leave } = useOpened(close);
  const [chosen, setAgreement] = useState(matter.agreement);
  const [period, setPeriod] = useState("");
  const [by, setBy] = useState("");
  const [draft, setDraft] = useState(emptyDispute(matter));
  const [reason, setReason] = useState("");
  const known = useQuery(agreementsQuestion(language)).data?.agreements ?? [];
  const agreement = chosen || (known[0]?.id ?? "");
  const { isForeseen, parties, periods } = useDisputable(agreement, matter);
  const named = periods.find((one) => keyOf(one) === period) ?? periods[0];
  const claims = claimsOfDraft(draft);
  const party = by || (parties[0] ?? "");
  const run = async () => {
    if (!named) return;
    const { commitment, from } = named;
    const { id } = await clientOf(language).openDispute({
      body: { agreement, commitment, from, by: party, reason, claims: [...claims] },
    });
    await opened(id);
  };
  const isPast = named?.status === "final";
  const isReady = named !== undefined && !isPast && claims.length > 0 && reason.trim() !== "";
  return (
    <Confirm
      title={say(disputeWords.open)}
      text={null}
      deed={{ says: say(disputeWords.open), run, isDisabled: !isReady }}
      close={leave}
    >
      <SelectField
        label={say(disputeWords.agreement)}
        value={agreement}
        change={setAgreement}
        options={known.map(({ id, title }) => ({ value: id, label: title }))}
      />
      {!isForeseen && <p role="status">{say(disputeWords.notForeseen)}</p>}
      <PeriodField own={periods} value={named ? keyOf(named) : ""} change={setPeriod} />
      {isPast && <Past agreement={agreement} />}
      {named && !isPast && <DisputeClaims period={named} draft={draft} change={setDraft} />}
      <SelectField
        label={say(disputeWords.by)}
        value={party}
        change={setBy}
        options={parties.map((value) => ({ value, label: value }))}
      />
      <AreaField label={say(disputeWords.reason)} value={reason} change={setReason} isRequired />
    </Confirm>
  );
}

/** Why a final period cannot be objected to any more, and what is left. */
function Past({ agreement }: { readonly agreement: string }) {
  const { say } = useReader();
  return (
    <p role="status">
      {say(disputeWords.past)}{" "}
      <Link to={routePaths.corrections} search={{ agreement }}>
        {say(disputeWords.corrections)}
      </Link>
    </p>
  );
}

/** Says so, lets every list see it, and goes there once the form is closed. */
function useOpened(close: () => void) {
  const { say } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const made = useRef<string>(undefined);
  const opened = async (id: string) => {
    tell(say(disputeWords.doneOpen, { id }));
    made.current = id;
    await queries.invalidateQueries();
  };
  const leave = () => {
    const { current } = made;
    if (current === undefined) close();
    else navigate({ to: routePaths.dispute, params: { dispute: current } });
  };
  return { opened, leave };
}

type PeriodProps = {
  readonly own: readonly PeriodJson[];
  readonly value: string;
  readonly change: (period: string) => void;
};

function PeriodField({ own, value, change }: PeriodProps) {
  const { say } = useReader();
  const periodDate = usePeriodDate();
  return (
    <SelectField
      label={say(disputeWords.period)}
      value={value}
      change={change}
      options={own.map((one) => ({
        value: keyOf(one),
        label: `${one.commitment} · ${periodDate(one)}`,
      }))}
    />
  );
}

function keyOf({ commitment, from }: { readonly commitment: string; readonly from: string }) {
  return `${commitment} ${from}`;
}

/**
 * Who may object under an agreement, and to which periods: those that are not final; first the one
 * that is named, even where it is.
 */
function useDisputable(agreement: string, matter: DisputeMatter) {
  const { language } = useReader();
  const document = useLatestDocument(agreement);
  const answer = useQuery({ ...periodsQuestion(language, agreement), enabled: agreement !== "" });
  const isMatter = ({ from, to }: PeriodJson) => from <= matter.at && matter.at < to;
  const own = (answer.data ? periodsOf(answer.data) : []).filter(
    (one) => !matter.commitment || one.commitment === matter.commitment,
  );
  const wanted = own.filter(isMatter);
  const open = own.filter((one) => one.status !== "final" && !isMatter(one));
  return {
    isForeseen: !document || document.spec.disputes !== undefined,
    parties: document?.spec.disputes?.who ?? [],
    periods: [...wanted, ...open],
  };
}
