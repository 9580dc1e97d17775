/** Members and invitations, and what each role may do. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  type Permission,
  permissions,
  permissionsOf,
  type Role,
  roles,
} from "../../api/permission.ts";
import { useChange } from "../change.ts";
import { DataTable } from "../parts/data-table.tsx";
import { InviteDialog } from "../parts/invite-dialog.tsx";
import { limitsText } from "../parts/member-limits.tsx";
import { MemberTable } from "../parts/member-table.tsx";
import { Moment } from "../parts/moment.tsx";
import { Problems } from "../parts/problems.tsx";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { Waiting } from "../parts/states.tsx";
import { invitationsQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { roleWords } from "../role-words.ts";
import { clientOf } from "../server-client.ts";
import { personWords } from "../words/person.ts";
import { settingWords } from "../words/setting.ts";

export function MembersPage() {
  const { say } = useReader();
  const [isInviting, setInviting] = useState(false);
  return (
    <SettingFrame
      title={settingWords.members}
      needs="admin"
      lead={personWords.membersLead}
      beside={
        <button type="button" className="button" onClick={() => setInviting(true)}>
          {say(personWords.invite)}
        </button>
      }
    >
      <section className="setting-section">
        <MemberTable />
      </section>
      <section className="setting-section">
        <h2>{say(personWords.openInvitations)}</h2>
        <Invitations />
      </section>
      <section className="setting-section">
        <h2>{say(personWords.rights)}</h2>
        <Rights />
      </section>
      {isInviting && <InviteDialog close={() => setInviting(false)} />}
    </SettingFrame>
  );
}

function Invitations() {
  const { say, language } = useReader();
  const { data } = useQuery(invitationsQuestion(language));
  const { run, problems } = useChange();
  if (!data) return <Waiting />;
  if (data.invitations.length === 0) {
    return <p className="soft">{say(personWords.noInvitations)}</p>;
  }
  const withdraw = (id: string) =>
    run(() => clientOf(language).withdrawInvitation({ params: { id } }), {
      says: say(personWords.withdrawn),
      stale: ["invitations"],
    });
  return (
    <>
      <Problems problems={problems} />
      <DataTable
        caption={say(personWords.openInvitations)}
        rows={data.invitations}
        rowKey={({ id }) => id}
        fileName="invitations"
        columns={[
          { key: "email", head: say(personWords.email), value: ({ email }) => email },
          {
            key: "role",
            head: say(personWords.role),
            value: ({ role }) => say(roleWords(role)),
            cell: (invited) => (
              <>
                {say(roleWords(invited.role))}
                <span className="soft small block">{limitsText(invited)}</span>
              </>
            ),
          },
          {
            key: "expires",
            head: say(personWords.expires),
            value: ({ expiresAt }) => expiresAt,
            cell: ({ expiresAt }) => <Moment at={expiresAt} />,
          },
          {
            key: "withdraw",
            head: say(personWords.withdraw),
            value: () => null,
            cell: ({ id, email }) => (
              <button
                type="button"
                className="button button-second button-small"
                aria-label={say(personWords.withdrawOf, { name: email })}
                onClick={() => withdraw(id)}
              >
                {say(personWords.withdraw)}
              </button>
            ),
          },
        ]}
      />
    </>
  );
}

const rightWords = { ...personWords, record: personWords.recordRight };

/** From the table that the server judges by. */
function Rights() {
  const { say } = useReader();
  const ofRole = (role: Role) => ({
    key: role,
    head: say(roleWords(role)),
    value: (permission: Permission) =>
      say(permissionsOf[role].includes(permission) ? settingWords.yes : settingWords.no),
  });
  return (
    <div className="rights">
      <DataTable
        caption={say(personWords.rights)}
        rows={permissions}
        rowKey={(permission) => permission}
        fileName="rights"
        columns={[
          {
            key: "right",
            head: say(personWords.right),
            value: (permission) => say(rightWords[permission]),
          },
          ...roles.map(ofRole),
        ]}
      />
      <p className="soft small">{say(personWords.rightsNote)}</p>
    </div>
  );
}
