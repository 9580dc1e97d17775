/** Giving one record, or many, to somebody: with the load that follows before it is done. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import { groupsQuestion, loadQuestion } from "../questions-today.ts";
import { useReader } from "../reader.tsx";
import { clientOf, saysOf } from "../server-client.ts";
import type { Clock } from "../standing.ts";
import { deedVerbs, deedWords } from "../words/deed.ts";
import { todayWords } from "../words/today.ts";
import { Confirm } from "./confirm.tsx";
import { TextField } from "./field.tsx";
import { useToast } from "./toast.tsx";

type Assignment = Answer<Routes["assignOwner"]>;

type AssignProps = { readonly clocks: readonly Clock[]; readonly close: () => void };

export function AssignDialog({ clocks, close }: AssignProps) {
  const { say, language } = useReader();
  const [text, setText] = useState("");
  const { data: groups = [] } = useQuery(groupsQuestion(language, "owner"));
  const owners = groups.flatMap(({ key }) => key ?? []);
  const owner = text.trim() === "" ? null : text.trim();
  const isKnown = owner === null || owners.includes(owner);
  const subjects = [...new Set(clocks.map(({ subject }) => subject))];
  const assign = useAssign(subjects);
  const [first] = clocks;
  const what = subjects.length === 1 ? (first?.title ?? first?.subject) : subjects.length;
  return (
    <Confirm
      title={`${say(deedVerbs.assign)}: ${what}`}
      text={null}
      deed={{ says: say(deedVerbs.assign), run: () => assign(owner) }}
      close={close}
    >
      <TextField
        label={say(deedWords.newOwner)}
        hint={say(deedWords.newOwnerHint)}
        value={text}
        change={setText}
        offers={owners}
        autoComplete="off"
        problem={isKnown ? undefined : say(deedWords.unknownOwner)}
      />
      <Preview subjects={subjects} owner={useDeferredValue(isKnown ? owner : null)} />
    </Confirm>
  );
}

type PreviewProps = { readonly subjects: readonly string[]; readonly owner: string | null };

function Preview({ subjects, owner }: PreviewProps) {
  const { say, language } = useReader();
  const asked = { subjects: [...subjects], owner };
  const { data } = useQuery({
    ...loadQuestion(language, asked),
    placeholderData: (before) => before,
  });
  if (!data) return null;
  return (
    <div className="load" role="status">
      <p>
        {data.moved.length === 0
          ? say(deedWords.already)
          : say(deedWords.moved, { count: data.moved.length })}
      </p>
      {data.load.length > 0 && <LoadTable load={data.load} />}
    </div>
  );
}

function LoadTable({ load }: Pick<Assignment, "load">) {
  const { say, language } = useReader();
  const number = new Intl.NumberFormat(language);
  return (
    <table>
      <caption className="hidden">{say(deedWords.load)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(todayWords.owner)}</th>
          <th scope="col" className="number">
            {say(deedWords.loadBefore)}
          </th>
          <th scope="col" className="number">
            {say(deedWords.loadAfter)}
          </th>
        </tr>
      </thead>
      <tbody>
        {load.map(({ owner, before, after }) => (
          <tr key={owner}>
            <th scope="row">{owner}</th>
            <td className="number">{number.format(before)}</td>
            <td className="number">{number.format(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Gives them, and offers the way back: each to whose it was. */
function useAssign(subjects: readonly string[]) {
  const { say, language } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  const give = (to: string | null, whose: readonly string[]) =>
    clientOf(language).assignOwner({ body: { subjects: [...whose], owner: to } });
  return async (owner: string | null) => {
    const { moved } = await give(owner, subjects);
    const back = async () => {
      try {
        for (const [before, own] of Map.groupBy(moved, (one) => one.owner)) {
          await give(
            before,
            own.map(({ subject }) => subject),
          );
        }
        tell(say(deedWords.undone));
        await queries.invalidateQueries();
      } catch (error) {
        tell(saysOf(error));
      }
    };
    const facts = { count: moved.length, owner: owner ?? say(deedWords.nobody) };
    tell(say(deedWords.doneAssign, facts), moved.length > 0 ? back : undefined);
    await queries.invalidateQueries();
  };
}
