/** The public links of an agreement: made, copied once, revoked. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import type { Language } from "../../engine/agreement.ts";
import { useNow } from "../now.ts";
import { linksQuestion } from "../questions-dispute.ts";
import { type Reader, useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { linkWords } from "../words/correction.ts";
import { Confirm } from "./confirm.tsx";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { NumberField, SelectField, TextField } from "./field.tsx";
import { Moment } from "./moment.tsx";
import { Failed, Waiting } from "./states.tsx";
import { useToast } from "./toast.tsx";

type Link = Answer<Routes["listLinks"]>["links"][number];

export function AgreementLinks({ agreement }: { readonly agreement: string }) {
  const { say, language } = useReader();
  const [isMaking, setMaking] = useState(false);
  const [address, setAddress] = useState("");
  const answer = useQuery(linksQuestion(language, agreement));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  return (
    <section className="links">
      <h2>{say(linkWords.title)}</h2>
      <p className="soft">{say(linkWords.text)}</p>
      <button type="button" className="button" onClick={() => setMaking(true)}>
        {say(linkWords.make)}
      </button>
      <div role="status">
        {address !== "" && (
          <TextField
            label={say(linkWords.address)}
            hint={say(linkWords.once)}
            value={address}
            change={() => undefined}
          />
        )}
      </div>
      <Links agreement={agreement} links={answer.data.links} />
      {isMaking && (
        <MakeLink agreement={agreement} made={setAddress} close={() => setMaking(false)} />
      )}
    </section>
  );
}

type MakeProps = {
  readonly agreement: string;
  readonly made: (address: string) => void;
  readonly close: () => void;
};

const MONTH = 30;

/** Each language as its speakers call it. */
const languages = [
  { value: "es", label: "Español" },
  { value: "en", label: "English" },
] as const satisfies readonly { readonly value: Language; readonly label: string }[];

function MakeLink({ agreement, made, close }: MakeProps) {
  const { say, language } = useReader();
  const queries = useQueryClient();
  const [own, setOwn] = useState<string>(language);
  const [days, setDays] = useState<number | undefined>(MONTH);
  const run = async () => {
    const body = { language: own as Language, days: days ?? MONTH };
    const { address } = await clientOf(language).makeLink({ params: { agreement }, body });
    made(address);
    await queries.invalidateQueries({ queryKey: ["links"] });
  };
  return (
    <Confirm
      title={say(linkWords.make)}
      text={<p className="soft">{say(linkWords.text)}</p>}
      deed={{ says: say(linkWords.make), run, isDisabled: days === undefined }}
      close={close}
    >
      <SelectField
        label={say(linkWords.language)}
        value={own}
        change={setOwn}
        options={languages}
      />
      <NumberField
        label={say(linkWords.days)}
        unit={say(linkWords.day)}
        value={days}
        change={setDays}
        least={1}
        most={366}
      />
    </Confirm>
  );
}

type LinksProps = { readonly agreement: string; readonly links: readonly Link[] };

function Links({ agreement, links }: LinksProps) {
  const reader = useReader();
  const { say, language } = reader;
  const now = useNow();
  const tell = useToast();
  const queries = useQueryClient();
  const [revoking, setRevoking] = useState<Link>();
  const run = async () => {
    if (!revoking) return;
    await clientOf(language).revokeLink({ params: { agreement, id: revoking.id } });
    tell(say(linkWords.done));
    await queries.invalidateQueries({ queryKey: ["links"] });
  };
  return (
    <>
      <DataTable
        caption={say(linkWords.title)}
        rows={links}
        rowKey={({ id }) => id}
        fileName={`links-${agreement}`}
        empty={say(linkWords.none)}
        columns={columnsFor(reader, now, setRevoking)}
      />
      {revoking && (
        <Confirm
          title={say(linkWords.revoke)}
          text={<p>{say(linkWords.revokeText)}</p>}
          deed={{ says: say(linkWords.revoke), run, isHarsh: true }}
          close={() => setRevoking(undefined)}
        />
      )}
    </>
  );
}

function standingOf({ revokedAt, expiresAt }: Link, now: number) {
  if (revokedAt !== null) return linkWords.revoked;
  return Date.parse(expiresAt) <= now ? linkWords.expired : linkWords.holds;
}

function columnsFor(
  { say }: Reader,
  now: number,
  revoke: (link: Link) => void,
): readonly DataColumn<Link>[] {
  return [
    { key: "id", head: "Id", value: ({ id }) => id },
    {
      key: "language",
      head: say(linkWords.language),
      value: (link) => languages.find(({ value }) => value === link.language)?.label ?? null,
    },
    {
      key: "standing",
      head: say(linkWords.standing),
      value: (link) => say(standingOf(link, now)),
    },
    {
      key: "expires",
      head: say(linkWords.expires),
      value: ({ expiresAt }) => expiresAt,
      cell: ({ expiresAt }) => <Moment at={expiresAt} />,
    },
    {
      key: "read",
      head: say(linkWords.read),
      value: ({ lastReadAt }) => lastReadAt,
      cell: ({ lastReadAt }) =>
        lastReadAt === null ? say(linkWords.never) : <Moment at={lastReadAt} />,
    },
    {
      key: "revoke",
      head: say(linkWords.revoke),
      value: () => null,
      cell: (link) =>
        standingOf(link, now) === linkWords.holds ? (
          <button
            type="button"
            className="button button-second button-small"
            onClick={() => revoke(link)}
          >
            {say(linkWords.revoke)}
          </button>
        ) : (
          "–"
        ),
    },
  ];
}
