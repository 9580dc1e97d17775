/** Opening a dispute: the period, the clock objected to, what it should have been, and why. */

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { AgreementDocument } from "../../engine/agreement.ts";
import { routePaths } from "../paths.ts";
import { type PeriodJson, periodsOf } from "../period-json.ts";
import { usePeriodDate } from "../period-zone.ts";
import {
  agreementQuestion,
  agreementsQuestion,
  periodsQuestion,
  revisionQuestion,
} from "../questions.ts";
import { disputableQuestion } from "../questions-dispute.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { claimVerdictWords, disputeWords } from "../words/dispute.ts";
import { Confirm } from "./confirm.tsx";
import { AreaField, SelectField, TextField } from "./field.tsx";
import { useToast } from "./toast.tsx";

type OpenProps = { readonly clock: string | undefined; readonly close: () => void };

const verdicts = ["excused", "met", "breached"] as const;
type Verdict = (typeof verdicts)[number];

/** "ticket/1/support/answer/2" as what it names. */
function placeOf(clock: string | undefined) {
  const parts = clock?.split("/") ?? [];
  const [agreement = "", commitment = "", cycle = "1"] = parts.slice(-3);
  return { subject: parts.slice(0, -3).join("/"), agreement, commitment, cycle: Number(cycle) };
}

export function DisputeOpen({ clock, close }: OpenProps) {
  const { say, language } = useReader();
  const { opened, leave } = useOpened(close);
  const place = placeOf(clock);
  const [chosen, setAgreement] = useState(place.agreement);
  const [period, setPeriod] = useState("");
  const [by, setBy] = useState("");
  const [subject, setSubject] = useState(place.subject);
  const [verdict, setVerdict] = useState<Verdict>("excused");
  const [reason, setReason] = useState("");
  const known = useQuery(agreementsQuestion(language)).data?.agreements ?? [];
  const agreement = chosen || (known[0]?.id ?? "");
  const { parties, periods } = useDisputable(agreement);
  const own = periods.filter((one) => !place.commitment || one.commitment === place.commitment);
  const named = own.find((one) => keyOf(one) === period) ?? own[0];
  const clocks = useQuery(disputableQuestion(language, agreement, named?.commitment ?? ""));
  const party = by || (parties[0] ?? "");
  const run = async () => {
    if (!named) return;
    const { commitment, from } = named;
    const claim = { subject, cycle: place.cycle, verdict };
    const { id } = await clientOf(language).openDispute({
      body: { agreement, commitment, from, by: party, reason, claims: [claim] },
    });
    await opened(id);
  };
  const isReady = named !== undefined && subject.includes("/") && reason.trim() !== "";
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
      <PeriodField own={own} value={named ? keyOf(named) : ""} change={setPeriod} />
      <ClaimFields
        offers={(clocks.data?.clocks ?? []).map((one) => one.subject)}
        subject={subject}
        setSubject={setSubject}
        verdict={verdict}
        setVerdict={setVerdict}
      />
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

type ClaimProps = {
  readonly offers: readonly string[];
  readonly subject: string;
  readonly setSubject: (subject: string) => void;
  readonly verdict: string;
  readonly setVerdict: (verdict: Verdict) => void;
};

/** Which clock, and what it should have been. */
function ClaimFields({ offers, subject, setSubject, verdict, setVerdict }: ClaimProps) {
  const { say } = useReader();
  return (
    <>
      <TextField
        label={say(disputeWords.subject)}
        hint={say(disputeWords.subjectHint)}
        value={subject}
        change={setSubject}
        offers={offers}
        isRequired
      />
      <SelectField
        label={say(disputeWords.wanted)}
        value={verdict}
        change={(value) => setVerdict(value as Verdict)}
        options={verdicts.map((value) => ({ value, label: say(claimVerdictWords[value]) }))}
      />
    </>
  );
}

function keyOf({ commitment, from }: { readonly commitment: string; readonly from: string }) {
  return `${commitment} ${from}`;
}

/** Who may object under an agreement, and to which periods. */
function useDisputable(agreement: string) {
  const { language } = useReader();
  const isNamed = agreement !== "";
  const detail = useQuery({ ...agreementQuestion(language, agreement), enabled: isNamed });
  const latest = Math.max(1, ...(detail.data?.revisions ?? []).map(({ number }) => number));
  const revision = useQuery({
    ...revisionQuestion(language, agreement, latest),
    enabled: detail.data !== undefined,
  });
  const answer = useQuery({ ...periodsQuestion(language, agreement), enabled: isNamed });
  const document = revision.data?.document as AgreementDocument | undefined;
  const periods = answer.data ? periodsOf(answer.data) : [];
  return {
    parties: document?.spec.disputes?.who ?? [],
    periods: periods.filter(({ measure, status }) => measure === "clock" && status !== "final"),
  };
}
