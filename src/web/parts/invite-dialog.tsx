/** Somebody invited by mail, or by a link to copy where the server sends none. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Role, roles } from "../../api/permission.ts";
import { useCaller } from "../caller.ts";
import { useChange } from "../change.ts";
import { agreementsQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { roleWords } from "../role-words.ts";
import { clientOf } from "../server-client.ts";
import { personWords } from "../words/person.ts";
import { CopyText } from "./copy-text.tsx";
import { Dialog } from "./dialog.tsx";
import { CheckField, SelectField, TextField } from "./field.tsx";
import { Problems, problemAt } from "./problems.tsx";

export function InviteDialog({ close }: { readonly close: () => void }) {
  const { say, language } = useReader();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [agreements, setAgreements] = useState<readonly string[]>([]);
  const [link, setLink] = useState<string>();
  const { run, isGoing, problems } = useChange();
  const invite = async () => {
    const limited = role === "counterparty" ? { agreements: [...agreements] } : {};
    const body = { email, role, ...limited };
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
          {role === "counterparty" && (
            <AgreementChoice chosen={agreements} change={setAgreements} />
          )}
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

type ChoiceProps = {
  readonly chosen: readonly string[];
  readonly change: (chosen: readonly string[]) => void;
};

/** The agreements a counterparty is limited to. */
export function AgreementChoice({ chosen, change }: ChoiceProps) {
  const { say, language } = useReader();
  const { data } = useQuery(agreementsQuestion(language));
  return (
    <fieldset className="choice">
      <legend>{say(personWords.agreements)}</legend>
      <p className="soft small">{say(personWords.agreementsHint)}</p>
      {data?.agreements.map(({ id, title }) => (
        <CheckField
          key={id}
          label={title}
          value={chosen.includes(id)}
          change={(isOn) => change(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
    </fieldset>
  );
}
