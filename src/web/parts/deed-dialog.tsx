/** The dialogs of deeds: what each asks for, and what it leaves behind. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Correction } from "../../engine/correction.ts";
import { reasonCodes } from "../../engine/reason-code.ts";
import { channels, type DeedName } from "../deed.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import type { Clock } from "../standing.ts";
import { channelWords, deedVerbs, deedWords, detailWords } from "../words/deed.ts";
import { Confirm } from "./confirm.tsx";
import { AssignDialog } from "./deed-assign.tsx";
import { AreaField, SelectField } from "./field.tsx";
import { useToast } from "./toast.tsx";

type DialogProps = {
  readonly deed: DeedName;
  readonly clocks: readonly Clock[];
  readonly close: () => void;
};

export function DeedDialog({ deed, clocks, close }: DialogProps) {
  const [clock] = clocks;
  if (!clock) return null;
  if (deed === "assign") return <AssignDialog clocks={clocks} close={close} />;
  if (deed === "attempt") return <AttemptDialog clock={clock} close={close} />;
  if (deed === "reject") return <RejectDialog clock={clock} close={close} />;
  return <WaiveDialog clock={clock} close={close} />;
}

type OneProps = { readonly clock: Clock; readonly close: () => void };

/** Says what was done, and lets every list see it. */
function useDone() {
  const { say, language } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  const renew = () => queries.invalidateQueries();
  return { say, language, tell, renew, server: clientOf(language) };
}

function AttemptDialog({ clock, close }: OneProps) {
  const { say, tell, renew, server } = useDone();
  const { subject, title } = clock;
  const name = title ?? subject;
  const [channel, setChannel] = useState<string>(channels[0]);
  const [note, setNote] = useState("");
  const run = async () => {
    await server.recordAttempt({ body: { subject, channel, ...(note === "" ? {} : { note }) } });
    tell(say(deedWords.doneAttempt, { name }));
    renew();
  };
  return (
    <Confirm
      title={`${say(deedVerbs.attempt)}: ${name}`}
      text={<p className="soft">{say(deedWords.attemptText)}</p>}
      deed={{ says: say(deedVerbs.attempt), run }}
      close={close}
    >
      <SelectField
        label={say(deedWords.channel)}
        value={channel}
        change={setChannel}
        options={channels.map((value) => ({ value, label: say(channelWords[value]) }))}
      />
      <AreaField label={say(deedWords.note)} value={note} change={setNote} rows={2} />
    </Confirm>
  );
}

const rejections = Object.entries(reasonCodes).filter(([, { kind }]) => kind === "rejection");

function RejectDialog({ clock, close }: OneProps) {
  const { say, language, tell, renew, server } = useDone();
  const { subject, title } = clock;
  const name = title ?? subject;
  const [reason, setReason] = useState(rejections[0]?.[0] ?? "");
  const [detail, setDetail] = useState("");
  const [note, setNote] = useState("");
  const details = reasonCodes[reason]?.details ?? [];
  const run = async () => {
    const more = { ...(detail === "" ? {} : { detail }), ...(note === "" ? {} : { note }) };
    await server.rejectLead({ body: { subject, reason, ...more } });
    tell(say(deedWords.doneReject, { name }));
    renew();
  };
  const detailOptions = details.map((value) => {
    const says = detailWords[value];
    return { value, label: says ? say(says) : value };
  });
  return (
    <Confirm
      title={`${say(deedVerbs.reject)}: ${name}`}
      text={<p className="soft">{say(deedWords.rejectText)}</p>}
      deed={{ says: say(deedVerbs.reject), run }}
      close={close}
    >
      <SelectField
        label={say(deedWords.reason)}
        value={reason}
        change={(code) => {
          setReason(code);
          setDetail("");
        }}
        options={rejections.map(([value, { says }]) => ({ value, label: says[language] }))}
      />
      <SelectField
        label={say(deedWords.detail)}
        value={detail}
        change={setDetail}
        options={[{ value: "", label: say(deedWords.noDetail) }, ...detailOptions]}
      />
      <AreaField label={say(deedWords.note)} value={note} change={setNote} rows={2} />
    </Confirm>
  );
}

function WaiveDialog({ clock, close }: OneProps) {
  const { say, tell, renew, server } = useDone();
  const { agreement, commitment, subject, cycle, title, beneficiary } = clock;
  const party = beneficiary ?? "";
  const name = title ?? subject;
  const [reason, setReason] = useState("");
  const act = { by: party, reason, approvals: [party] };
  const run = async () => {
    const place = { agreement, commitment, subject, cycle };
    const { correction } = await server.waiveClock({ body: { clock: place, ...act } });
    const { id } = correction as Correction;
    const undo = async () => {
      await server.revokeCorrection({ body: { agreement, revokes: id, ...act } });
      tell(say(deedWords.undone));
      renew();
    };
    tell(say(deedWords.doneWaive, { name }), undo);
    renew();
  };
  return (
    <Confirm
      title={`${say(deedVerbs.waive)}: ${name}`}
      text={<p className="soft">{say(deedWords.waiveText, { party })}</p>}
      deed={{ says: say(deedVerbs.waive), run, isDisabled: reason.trim() === "" }}
      close={close}
    >
      <AreaField
        label={say(deedWords.reason)}
        value={reason}
        change={setReason}
        rows={2}
        isRequired
      />
    </Confirm>
  );
}
