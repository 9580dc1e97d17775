/** Addresses outside: chats and signed webhooks, each with its secret to be changed. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import { useAfter } from "../change.ts";
import { useNow } from "../now.ts";
import { webhooksQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { noticeWords } from "../words/notice.ts";
import { personWords } from "../words/person.ts";
import { settingWords } from "../words/setting.ts";
import { Confirm } from "./confirm.tsx";
import { CopyText } from "./copy-text.tsx";
import { DataTable } from "./data-table.tsx";
import { Failed, Waiting } from "./states.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";

type Webhook = Answer<Routes["listWebhooks"]>["webhooks"][number];
type Secret = { readonly name: string; readonly text: string };
type Asked = { readonly deed: "rotate" | "remove"; readonly webhook: Webhook };

export function WebhookList() {
  const { say, language } = useReader();
  const answer = useQuery(webhooksQuestion(language));
  const [isAdding, setAdding] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const [secret, setSecret] = useState<Secret>();
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { webhooks } = answer.data;
  return (
    <>
      <div className="page-head">
        <h2>{say(noticeWords.addresses)}</h2>
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {say(noticeWords.addAddress)}
        </button>
      </div>
      {secret && (
        <CopyText label={say(noticeWords.secret, { name: secret.name })} text={secret.text} />
      )}
      {webhooks.length === 0 ? (
        <p className="soft">{say(noticeWords.noAddresses)}</p>
      ) : (
        <WebhookTable webhooks={webhooks} ask={setAsked} />
      )}
      {isAdding && <WebhookDialog close={() => setAdding(false)} tell={setSecret} />}
      {asked && <Certain {...asked} close={() => setAsked(undefined)} tell={setSecret} />}
    </>
  );
}

type TableProps = {
  readonly webhooks: readonly Webhook[];
  readonly ask: (asked: Asked) => void;
};

function WebhookTable({ webhooks, ask }: TableProps) {
  const { say, moment } = useReader();
  const now = useNow();
  const stateOf = ({ failures, pausedBecause: why, formerUntil }: Webhook) => {
    if (why !== null) return say(noticeWords.paused, { why });
    const until = Date.parse(formerUntil ?? "");
    const fares = failures === 0 ? noticeWords.fine : noticeWords.failures;
    const said = say(fares, { count: failures });
    return until > now
      ? `${said} · ${say(noticeWords.twoSecrets, { at: moment(until, now) })}`
      : said;
  };
  const typesOf = ({ types }: Webhook) =>
    types.map((type) => (type === "*" ? say(noticeWords.allTypes) : type)).join(", ");
  return (
    <DataTable
      caption={say(noticeWords.addresses)}
      rows={webhooks}
      rowKey={({ id }) => id}
      fileName="addresses"
      columns={[
        {
          key: "name",
          head: say(noticeWords.address),
          value: nameOf,
          cell: (webhook) => (
            <>
              {nameOf(webhook)}
              <span className="soft small block">{webhook.host}</span>
            </>
          ),
        },
        { key: "kind", head: say(noticeWords.kind), value: ({ kind }) => say(noticeWords[kind]) },
        { key: "types", head: say(noticeWords.types), value: typesOf },
        { key: "state", head: say(noticeWords.state), value: stateOf },
        {
          key: "deeds",
          head: say(personWords.change),
          value: () => null,
          cell: (webhook) => <WebhookDeeds webhook={webhook} ask={ask} />,
        },
      ]}
    />
  );
}

type DeedsProps = { readonly webhook: Webhook; readonly ask: TableProps["ask"] };

/** The address of a chat is its secret: there is none of ours to change. */
function WebhookDeeds({ webhook, ask }: DeedsProps) {
  const { say } = useReader();
  const name = nameOf(webhook);
  return (
    <div className="row-deeds">
      {webhook.kind === "standard" && (
        <button
          type="button"
          className="button button-second button-small"
          aria-label={say(noticeWords.rotateOf, { name })}
          onClick={() => ask({ deed: "rotate", webhook })}
        >
          {say(noticeWords.rotate)}
        </button>
      )}
      <button
        type="button"
        className="button button-second button-small"
        aria-label={say(noticeWords.removeOf, { name })}
        onClick={() => ask({ deed: "remove", webhook })}
      >
        {say(settingWords.remove)}
      </button>
    </div>
  );
}

type CertainProps = Asked & {
  readonly close: () => void;
  readonly tell: (secret: Secret) => void;
};

function Certain({ deed, webhook, close, tell }: CertainProps) {
  const { say, language } = useReader();
  const after = useAfter();
  const name = nameOf(webhook);
  const params = { id: webhook.id };
  const isRemoval = deed === "remove";
  const go = async () => {
    const client = clientOf(language);
    if (isRemoval) await client.removeWebhook({ params });
    else tell({ name, text: (await client.rotateSecret({ params })).secret });
    const says = isRemoval ? { says: say(noticeWords.removed) } : {};
    await after({ ...says, stale: ["webhooks"] });
  };
  return (
    <Confirm
      title={say(isRemoval ? noticeWords.removeOf : noticeWords.rotateOf, { name })}
      text={say(isRemoval ? noticeWords.removeText : noticeWords.rotateText)}
      deed={{
        says: say(isRemoval ? settingWords.remove : noticeWords.rotate),
        run: go,
        isHarsh: isRemoval,
      }}
      close={close}
    />
  );
}

function nameOf({ title, id }: Webhook): string {
  return title ?? id;
}
