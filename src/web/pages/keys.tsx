/** API keys: made with scopes, shown once, revoked. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import { useAfter } from "../change.ts";
import { useNow } from "../now.ts";
import { Confirm } from "../parts/confirm.tsx";
import { type DataColumn, DataTable } from "../parts/data-table.tsx";
import { KeyDialog } from "../parts/key-dialog.tsx";
import { Moment } from "../parts/moment.tsx";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { keysQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { keyWords } from "../words/key.ts";
import { settingWords } from "../words/setting.ts";

type Key = Answer<Routes["listApiKeys"]>["keys"][number];

export function KeysPage() {
  const { say } = useReader();
  const [isMaking, setMaking] = useState(false);
  return (
    <SettingFrame
      title={settingWords.keys}
      needs="admin"
      lead={keyWords.lead}
      beside={
        <button type="button" className="button" onClick={() => setMaking(true)}>
          {say(keyWords.create)}
        </button>
      }
    >
      <KeyTable />
      {isMaking && <KeyDialog close={() => setMaking(false)} />}
    </SettingFrame>
  );
}

function KeyTable() {
  const { say, language } = useReader();
  const answer = useQuery(keysQuestion(language));
  const [revoking, setRevoking] = useState<Key>();
  const columns = useColumns(setRevoking);
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { keys } = answer.data;
  if (keys.length === 0) return <Empty title={say(keyWords.none)} text={say(keyWords.noneText)} />;
  return (
    <>
      <DataTable
        caption={say(keyWords.keys)}
        rows={keys}
        rowKey={({ id }) => id}
        fileName="keys"
        columns={columns}
      />
      {revoking && <Revoke apiKey={revoking} close={() => setRevoking(undefined)} />}
    </>
  );
}

function useColumns(revoke: (key: Key) => void): readonly DataColumn<Key>[] {
  const { say } = useReader();
  const now = useNow();
  const stateOf = ({ revokedAt, expiresAt }: Key) => {
    if (revokedAt !== null) return keyWords.revoked;
    return expiresAt !== null && Date.parse(expiresAt) <= now ? keyWords.expired : keyWords.inForce;
  };
  return [
    {
      key: "title",
      head: say(keyWords.title),
      value: ({ title }) => title,
      cell: ({ title, prefix }) => (
        <>
          {title}
          <code className="soft small block">{prefix}…</code>
        </>
      ),
    },
    {
      key: "scopes",
      head: say(keyWords.scopes),
      value: ({ scopes }) => scopes.join(", "),
    },
    time(say(keyWords.createdAt), "createdAt", ""),
    time(say(keyWords.lastUsed), "lastUsedAt", say(keyWords.unused)),
    time(say(keyWords.expires), "expiresAt", say(keyWords.never)),
    { key: "state", head: say(keyWords.state), value: (key) => say(stateOf(key)) },
    {
      key: "revoke",
      head: say(keyWords.revoke),
      value: () => null,
      cell: (key) =>
        key.revokedAt === null && (
          <button
            type="button"
            className="button button-second button-small"
            aria-label={say(keyWords.revokeOf, { name: key.title })}
            onClick={() => revoke(key)}
          >
            {say(keyWords.revoke)}
          </button>
        ),
    },
  ];
}

function time(head: string, key: "createdAt" | "lastUsedAt" | "expiresAt", none: string) {
  return {
    key,
    head,
    value: (row: Key) => row[key],
    cell: (row: Key) => {
      const at = row[key];
      return at === null ? none : <Moment at={at} />;
    },
  };
}

function Revoke({ apiKey, close }: { readonly apiKey: Key; readonly close: () => void }) {
  const { say, language } = useReader();
  const after = useAfter();
  const { id, title: name } = apiKey;
  const run = async () => {
    await clientOf(language).revokeApiKey({ params: { id } });
    await after({ says: say(keyWords.revokedTold, { name }), stale: ["keys"] });
  };
  return (
    <Confirm
      title={say(keyWords.revokeOf, { name })}
      text={say(keyWords.revokeText)}
      deed={{ says: say(keyWords.revoke), run, isHarsh: true }}
      close={close}
    />
  );
}
