/** An absence to be recorded, with what falls due meanwhile and who would take it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import { useCaller } from "../caller.ts";
import { useChange } from "../change.ts";
import { useNow } from "../now.ts";
import { nameOf, type Person } from "../person-json.ts";
import { absenceQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { personWords } from "../words/person.ts";
import { dateIn, startOfDate } from "../zone-date.ts";
import { DataTable } from "./data-table.tsx";
import { Dialog } from "./dialog.tsx";
import { CheckField, DateField } from "./field.tsx";
import { Moment } from "./moment.tsx";
import { Problems } from "./problems.tsx";

type DialogProps = { readonly person: Person; readonly close: () => void };

export function AbsenceDialog({ person, close }: DialogProps) {
  const { say, language } = useReader();
  const { timeZone } = useCaller();
  const now = useNow();
  const today = dateIn(timeZone, now);
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState("");
  const [reassign, setReassign] = useState(true);
  const { run, isGoing, problems } = useChange();
  const isWhole = from !== "" && to > from && to > today;
  const absence = {
    owner: person.id,
    from: startOfDate(timeZone, from || today),
    to: startOfDate(timeZone, to || today),
  };
  const plan = useQuery({ ...absenceQuestion(language, absence), enabled: isWhole });
  const clocks = plan.data?.clocks ?? [];
  const given = clocks.filter((one) => one.to !== null).length;
  const save = async () => {
    const body = { ...absence, reassign: reassign && given > 0 };
    const done = await run(() => clientOf(language).recordAbsence({ body }), {
      says: say(personWords.recorded, { count: body.reassign ? given : 0 }),
      stale: ["people", "clocks", "counts"],
    });
    if (done) close();
  };
  return (
    <Dialog title={say(personWords.recordOf, { name: nameOf(person) })} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <SpanFields {...{ from, setFrom, to, setTo, today }} isWrong={to !== "" && !isWhole} />
        {isWhole && <Plan isLooking={plan.isFetching} clocks={clocks} />}
        {given > 0 && (
          <CheckField
            label={say(personWords.reassign, { count: given })}
            value={reassign}
            change={setReassign}
          />
        )}
        <Problems problems={problems} />
        <button type="submit" className="button" disabled={!isWhole || isGoing || !plan.data}>
          {say(personWords.save)}
        </button>
      </form>
    </Dialog>
  );
}

type SpanProps = {
  readonly from: string;
  readonly setFrom: (from: string) => void;
  readonly to: string;
  readonly setTo: (to: string) => void;
  readonly today: string;
  readonly isWrong: boolean;
};

function SpanFields({ from, setFrom, to, setTo, today, isWrong }: SpanProps) {
  const { say } = useReader();
  return (
    <div className="fields">
      <DateField label={say(personWords.from)} value={from} change={setFrom} isRequired />
      <DateField
        label={say(personWords.to)}
        value={to}
        change={setTo}
        least={today}
        problem={isWrong ? say(personWords.toWrong) : undefined}
        isRequired
      />
    </div>
  );
}

type PlanProps = {
  readonly isLooking: boolean;
  readonly clocks: Answer<Routes["planAbsence"]>["clocks"];
};

function Plan({ isLooking, clocks }: PlanProps) {
  const { say } = useReader();
  return (
    <>
      <p role="status">
        {say(isLooking ? personWords.planning : personWords.plan, { count: clocks.length })}
      </p>
      {clocks.length > 0 && (
        <DataTable
          caption={say(personWords.work)}
          rows={clocks}
          rowKey={({ subject, commitment }) => `${subject} ${commitment}`}
          fileName="absence"
          columns={[
            {
              key: "work",
              head: say(personWords.work),
              value: ({ title, subject }) => title ?? subject,
            },
            {
              key: "due",
              head: say(personWords.due),
              value: ({ dueAt }) => dueAt,
              cell: ({ dueAt }) => (dueAt ? <Moment at={dueAt} /> : "–"),
            },
            {
              key: "to",
              head: say(personWords.would),
              value: ({ toName, to }) => toName ?? to ?? say(personWords.nobody),
            },
          ]}
        />
      )}
    </>
  );
}
