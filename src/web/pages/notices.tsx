/** Notifications: channels, who would be told, and what could not be delivered. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, linkOptions } from "@tanstack/react-router";
import type { Answer, Routes } from "../../api/routes.ts";
import type { Language } from "../../engine/agreement.ts";
import { durationWords } from "../../language/words-time.ts";
import { useChange } from "../change.ts";
import { noticeTabs } from "../notice-view.ts";
import { DataTable } from "../parts/data-table.tsx";
import { Moment } from "../parts/moment.tsx";
import { Problems } from "../parts/problems.tsx";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { WebhookList } from "../parts/webhook-list.tsx";
import { routePaths } from "../paths.ts";
import { deadQuestion, noticeRunQuestion } from "../questions-setting.ts";
import { type Reader, useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { noticeWords, viaWords } from "../words/notice.ts";
import { settingWords } from "../words/setting.ts";

const route = getRouteApi(routePaths.notices);

export function NoticesPage() {
  const { say } = useReader();
  const { tab } = route.useSearch();
  return (
    <SettingFrame title={settingWords.notices} needs="admin" lead={noticeWords.lead}>
      <Tabs
        label={say(noticeWords.tabs)}
        current={tab}
        tabs={noticeTabs.map((key) => ({
          key,
          says: say(noticeWords[key]),
          link: linkOptions({ to: routePaths.notices, search: { tab: key } }),
        }))}
      />
      {tab === "channels" && <Channels />}
      {tab === "preview" && <Preview />}
      {tab === "dead" && <Dead />}
    </SettingFrame>
  );
}

function Channels() {
  const { say } = useReader();
  return (
    <>
      <section className="setting-section">
        <WebhookList />
      </section>
      <section className="setting-section">
        <h2>{say(noticeWords.always)}</h2>
        <ul className="stack-small">
          {(["alwaysInbox", "alwaysMail", "grouping", "quiet"] as const).map((key) => (
            <li key={key}>{say(noticeWords[key])}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

type Said = { readonly say: Reader["say"]; readonly language: Language };

/** "75%", "breach", "-1bh", "+30bm": when a step is taken, as agreements write it. */
function whenOf({ say, language }: Said, at: string): string {
  if (at === "breach") return say(noticeWords.atBreach);
  const time = durationWords(at.slice(1), language);
  if (at.startsWith("-")) return say(noticeWords.beforeDue, { time });
  return at.startsWith("+")
    ? say(noticeWords.afterBreach, { time })
    : say(noticeWords.share, { at });
}

/** Every notice comes to the inbox, whatever else its step asks for. */
function viaOf(say: Reader["say"], via: readonly string[]): string {
  const said = (name: string) => {
    const word = viaWords[name];
    return word ? say(word) : name;
  };
  return (via.length > 0 ? via : ["inbox"]).map(said).join(", ");
}

function Preview() {
  const { say, language } = useReader();
  const answer = useQuery(noticeRunQuestion(language));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { told, clocks, isCut } = answer.data;
  return (
    <>
      <p>{say(noticeWords.previewText, { clocks })}</p>
      {isCut && <p className="soft small">{say(noticeWords.previewCut)}</p>}
      <DataTable
        caption={say(noticeWords.preview)}
        rows={told}
        rowKey={(row) => JSON.stringify(row)}
        fileName="would-be-told"
        empty={say(noticeWords.previewNone)}
        columns={[
          {
            key: "who",
            head: say(noticeWords.who),
            value: ({ who }) => (who === "" ? say(noticeWords.nobody) : who),
          },
          {
            key: "promise",
            head: say(noticeWords.promise),
            value: ({ agreement, commitment }) => `${commitment} · ${agreement}`,
            cell: ({ agreement, commitment }) => (
              <span className="cell-long">{`${commitment} · ${agreement}`}</span>
            ),
          },
          { key: "step", head: say(noticeWords.step), value: ({ step }) => step, isNumber: true },
          {
            key: "when",
            head: say(noticeWords.when),
            value: ({ at }) => whenOf({ say, language }, at),
          },
          { key: "via", head: say(noticeWords.via), value: ({ via }) => viaOf(say, via) },
          {
            key: "times",
            head: say(noticeWords.times),
            value: ({ times }) => times,
            isNumber: true,
          },
        ]}
      />
    </>
  );
}

type DeadOne = Answer<Routes["listDeadDeliveries"]>["deliveries"][number];

function Dead() {
  const { say, language } = useReader();
  const answer = useQuery(deadQuestion(language));
  const { run, isGoing, problems } = useChange();
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { deliveries } = answer.data;
  if (deliveries.length === 0) {
    return <Empty title={say(noticeWords.deadNone)} text={say(noticeWords.deadNoneText)} />;
  }
  const replay = (ids: string[]) =>
    run(() => clientOf(language).replayDeliveries({ body: { ids } }), {
      says: say(noticeWords.replayed, { count: ids.length }),
      stale: ["dead"],
    });
  return (
    <>
      <Problems problems={problems} />
      <button
        type="button"
        className="button button-second"
        disabled={isGoing}
        onClick={() => replay(deliveries.map(({ id }) => id))}
      >
        {say(noticeWords.replayAll)}
      </button>
      <DeadTable deliveries={deliveries} replay={replay} />
    </>
  );
}

type DeadProps = {
  readonly deliveries: readonly DeadOne[];
  readonly replay: (ids: string[]) => void;
};

function DeadTable({ deliveries, replay }: DeadProps) {
  const { say } = useReader();
  return (
    <DataTable
      caption={say(noticeWords.dead)}
      rows={deliveries}
      rowKey={({ id }) => id}
      fileName="not-delivered"
      columns={[
        {
          key: "recipient",
          head: say(noticeWords.recipient),
          value: ({ recipient, channel }) => `${recipient} (${channel})`,
        },
        { key: "reason", head: say(noticeWords.reason), value: ({ error }) => error },
        {
          key: "attempts",
          head: say(noticeWords.attempts),
          value: ({ attempts }) => attempts,
          isNumber: true,
        },
        {
          key: "at",
          head: say(noticeWords.deadAt),
          value: ({ deadAt }) => deadAt,
          cell: ({ deadAt }) => <Moment at={deadAt} />,
        },
        {
          key: "replay",
          head: say(noticeWords.replay),
          value: () => null,
          cell: ({ id, recipient }) => (
            <button
              type="button"
              className="button button-second button-small"
              aria-label={say(noticeWords.replayOf, { name: recipient })}
              onClick={() => replay([id])}
            >
              {say(noticeWords.replay)}
            </button>
          ),
        },
      ]}
    />
  );
}
