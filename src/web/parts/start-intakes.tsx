/** The files that were brought in, each with its undo. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import { intakesQuestion } from "../questions-start.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { startWords } from "../words/start.ts";
import { Confirm } from "./confirm.tsx";
import { DataTable } from "./data-table.tsx";
import { Moment } from "./moment.tsx";
import { useToast } from "./toast.tsx";

type Intake = Answer<Routes["listIntakes"]>["intakes"][number];

export function StartIntakes({ mayTakeBack }: { readonly mayTakeBack: boolean }) {
  const { say, language } = useReader();
  const { data } = useQuery(intakesQuestion(language));
  const [asked, ask] = useState<Intake>();
  if (!data || data.intakes.length === 0) return null;
  const stateOf = ({ withdrawnAt }: Intake) =>
    say(withdrawnAt === null ? startWords.intakeStands : startWords.intakeGone);
  const undo = (intake: Intake) =>
    intake.withdrawnAt === null && mayTakeBack ? (
      <>
        {stateOf(intake)}{" "}
        <button type="button" className="quiet" onClick={() => ask(intake)}>
          {say(startWords.takeBack)}
        </button>
      </>
    ) : (
      stateOf(intake)
    );
  return (
    <>
      <DataTable
        caption={say(startWords.intakes)}
        fileName={say(startWords.intakes)}
        rows={data.intakes}
        rowKey={({ id }) => id}
        columns={[
          { key: "title", head: say(startWords.intakeTitle), value: ({ title }) => title },
          {
            key: "at",
            head: say(startWords.intakeAt),
            value: ({ createdAt }) => createdAt,
            cell: ({ createdAt }) => <Moment at={createdAt} />,
          },
          {
            key: "events",
            head: say(startWords.intakeEvents),
            value: ({ events }) => events,
            isNumber: true,
          },
          { key: "state", head: say(startWords.intakeState), value: stateOf, cell: undo },
        ]}
      />
      {asked && <TakeBack intake={asked} close={() => ask(undefined)} />}
    </>
  );
}

type TakeBackProps = {
  readonly intake: Pick<Intake, "id" | "title" | "events">;
  readonly close: () => void;
};

export function TakeBack({ intake, close }: TakeBackProps) {
  const { say, language } = useReader();
  const queries = useQueryClient();
  const tell = useToast();
  const { id, title, events } = intake;
  const run = async () => {
    await clientOf(language).withdrawIntake({ params: { intake: id } });
    await queries.invalidateQueries();
    tell(say(startWords.takenBack, { title }));
  };
  return (
    <Confirm
      title={say(startWords.takeBackTitle, { title })}
      text={say(startWords.takeBackText, { count: events })}
      deed={{ says: say(startWords.takeBack), run, isHarsh: true }}
      close={close}
    />
  );
}
