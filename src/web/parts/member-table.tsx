/** The members of a workspace, each to be changed, made owner or taken out. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import { useCaller } from "../caller.ts";
import { useAfter, useChange } from "../change.ts";
import { membersQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { roleWords } from "../role-words.ts";
import { clientOf } from "../server-client.ts";
import { personWords } from "../words/person.ts";
import { settingWords } from "../words/setting.ts";
import { Confirm } from "./confirm.tsx";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { Dialog } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { RoleField } from "./invite-dialog.tsx";
import { LimitFields, limitsOf, limitsText, sentLimits } from "./member-limits.tsx";
import { Problems } from "./problems.tsx";
import { Failed, Waiting } from "./states.tsx";

type Member = Answer<Routes["listMembers"]>["members"][number];
type Asked = { readonly deed: "change" | "remove" | "transfer"; readonly member: Member };

export function MemberTable() {
  const { say, language } = useReader();
  const answer = useQuery(membersQuestion(language));
  const [asked, setAsked] = useState<Asked>();
  const columns = useColumns(setAsked);
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const close = () => setAsked(undefined);
  return (
    <>
      <DataTable
        caption={say(settingWords.members)}
        columns={columns}
        rows={answer.data.members}
        rowKey={({ account }) => account}
        fileName="members"
      />
      {asked?.deed === "change" && <ChangeDialog member={asked.member} close={close} />}
      {asked && asked.deed !== "change" && <Certain {...asked} deed={asked.deed} close={close} />}
    </>
  );
}

function useColumns(ask: (asked: Asked) => void): readonly DataColumn<Member>[] {
  const { say } = useReader();
  const { actor, role } = useCaller();
  return [
    {
      key: "name",
      head: say(personWords.name),
      value: nameOf,
      cell: (member) => (
        <>
          {nameOf(member)}
          {actor === `account/${member.account}` && (
            <span className="soft"> ({say(personWords.you)})</span>
          )}
          <span className="soft small block">{member.email}</span>
        </>
      ),
    },
    {
      key: "role",
      head: say(personWords.role),
      value: (member) => say(roleWords(member.role)),
      cell: (member) => (
        <>
          {say(roleWords(member.role))}
          <span className="soft small block">{limitsText(member)}</span>
        </>
      ),
    },
    { key: "team", head: say(personWords.team), value: ({ team }) => team },
    {
      key: "deeds",
      head: say(personWords.change),
      value: () => null,
      cell: (member) => <MemberDeeds member={member} ask={ask} mayTransfer={role === "owner"} />,
    },
  ];
}

type DeedsProps = {
  readonly member: Member;
  readonly ask: (asked: Asked) => void;
  readonly mayTransfer: boolean;
};

function MemberDeeds({ member, ask, mayTransfer }: DeedsProps) {
  const { say } = useReader();
  const { role } = useCaller();
  const name = nameOf(member);
  const isBeyond = member.role === "owner" && role !== "owner";
  const deeds = [
    { deed: "change", says: personWords.change, named: personWords.changeOf },
    ...(mayTransfer && member.role !== "owner"
      ? [{ deed: "transfer", says: personWords.transfer, named: personWords.transferOf } as const]
      : []),
    { deed: "remove", says: personWords.remove, named: personWords.removeOf },
  ] as const;
  return (
    <div className="row-deeds">
      {deeds.map(({ deed, says, named }) => (
        <button
          key={deed}
          type="button"
          className="button button-second button-small"
          aria-label={say(named, { name })}
          disabled={isBeyond}
          onClick={() => ask({ deed, member })}
        >
          {say(says)}
        </button>
      ))}
    </div>
  );
}

type ChangeProps = { readonly member: Member; readonly close: () => void };

function ChangeDialog({ member, close }: ChangeProps) {
  const { say, language } = useReader();
  const [role, setRole] = useState(member.role);
  const [team, setTeam] = useState(member.team ?? "");
  const [title, setTitle] = useState(member.title ?? "");
  const [limits, setLimits] = useState(limitsOf(member));
  const { run, isGoing, problems } = useChange();
  const save = async () => {
    const body = {
      ...(role === member.role ? {} : { role }),
      ...(role === "counterparty" ? sentLimits(limits) : {}),
      ...(title.trim() === "" ? {} : { title: title.trim() }),
      ...(team.trim() === "" ? {} : { team: team.trim() }),
    };
    const params = { account: member.account };
    const done = await run(() => clientOf(language).changeMember({ params, body }), {
      says: say(personWords.changed, { name: nameOf(member) }),
      stale: ["members", "people", "workspace"],
    });
    if (done) close();
  };
  return (
    <Dialog title={say(personWords.changeOf, { name: nameOf(member) })} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField label={say(personWords.name)} value={title} change={setTitle} />
        <RoleField role={role} change={setRole} />
        {role === "counterparty" && <LimitFields limits={limits} change={setLimits} />}
        <TextField label={say(personWords.team)} value={team} change={setTeam} />
        <Problems problems={problems} />
        <button type="submit" className="button" disabled={isGoing}>
          {say(settingWords.save)}
        </button>
      </form>
    </Dialog>
  );
}

type CertainProps = ChangeProps & { readonly deed: "remove" | "transfer" };

function Certain({ deed, member, close }: CertainProps) {
  const { say, language } = useReader();
  const after = useAfter();
  const name = nameOf(member);
  const params = { account: member.account };
  const isRemoval = deed === "remove";
  const run = async () => {
    const client = clientOf(language);
    if (isRemoval) await client.removeMember({ params });
    else await client.changeMember({ params, body: { role: "owner" } });
    const says = say(isRemoval ? personWords.removed : personWords.changed, { name });
    await after({ says, stale: ["members", "people"] });
  };
  return (
    <Confirm
      title={say(isRemoval ? personWords.removeOf : personWords.transferOf, { name })}
      text={say(isRemoval ? personWords.removeText : personWords.transferText)}
      deed={{
        says: say(isRemoval ? personWords.remove : personWords.transfer),
        run,
        isHarsh: isRemoval,
      }}
      close={close}
    />
  );
}

function nameOf({ title, email, account }: Member): string {
  return title ?? email ?? account;
}
