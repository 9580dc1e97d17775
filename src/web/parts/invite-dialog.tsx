/** Somebody invited by mail, or by a link to copy where the server sends none. */
import { useState } from "react";
import { type Role, roles } from "../../api/permission.ts";
import { useCaller } from "../caller.ts";
import { useChange } from "../change.ts";
import { useReader } from "../reader.tsx";
import { roleWords } from "../role-words.ts";
import { clientOf } from "../server-client.ts";
import { personWords } from "../words/person.ts";
import { CopyText } from "./copy-text.tsx";
import { Dialog } from "./dialog.tsx";
import { SelectField, TextField } from "./field.tsx";
import { LimitFields, type Limits, sentLimits } from "./member-limits.tsx";
import { Problems, problemAt } from "./problems.tsx";

export function InviteDialog({ close }: { readonly close: () => void }) {
  const { say, language } = useReader();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [limits, setLimits] = useState<Limits>({ agreements: [], customers: [] });
  const [link, setLink] = useState<string>();
  const { run, isGoing, problems } = useChange();
  const invite = async () => {
    const body = { email, role, ...(role === "counterparty" ? sentLimits(limits) : {}) };
    const done = await run(() => clientOf(language).invite({ body }), { stale: ["invitations"] });
    if (done) setLink(done.link ?? "");
  };
  return (
    <Dialog title={say(personWords.invite)} close={close}>
      {link === undefined ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            invite();
          }}
        >
          <TextField
            label={say(personWords.email)}
            type="email"
            autoComplete="off"
            value={email}
            change={setEmail}
            problem={problemAt(problems, "email")}
            isRequired
          />
          <RoleField role={role} change={setRole} />
          {role === "counterparty" && <LimitFields limits={limits} change={setLimits} />}
          <Problems problems={problems} />
          <button type="submit" className="button" disabled={isGoing}>
            {say(personWords.invite)}
          </button>
        </form>
      ) : (
        <Invited email={email} link={link} />
      )}
    </Dialog>
  );
}

function Invited({ email, link }: { readonly email: string; readonly link: string }) {
  const { say } = useReader();
  if (link === "") return <p role="status">{say(personWords.invited, { email })}</p>;
  return <CopyText label={say(personWords.invitedLink, { email })} text={link} />;
}

type RoleProps = { readonly role: Role; readonly change: (role: Role) => void };

/** Only an owner makes an owner; the server says the same. */
export function RoleField({ role, change }: RoleProps) {
  const { say } = useReader();
  const caller = useCaller();
  return (
    <SelectField
      label={say(personWords.role)}
      value={role}
      change={(value) => {
        const known = roles.find((one) => one === value);
        if (known) change(known);
      }}
      options={roles.map((one) => ({
        value: one,
        label: say(roleWords(one)),
        isDisabled: one === "owner" && caller.role !== "owner",
      }))}
    />
  );
}
