/** The reader's own inbox and tasks. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Answer, Routes } from "../../api/routes.ts";
import { useCaller } from "../caller.ts";
import { useChange } from "../change.ts";
import { noticeText, noticeWhy, subjectIn } from "../notice-text.ts";
import { DataTable } from "../parts/data-table.tsx";
import { Moment } from "../parts/moment.tsx";
import { Problems } from "../parts/problems.tsx";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { targetOf } from "../paths.ts";
import { inboxQuestion, tasksQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { noticeWords } from "../words/notice.ts";
import { settingWords } from "../words/setting.ts";

export function InboxPage() {
  const { say } = useReader();
  const { actor } = useCaller();
  return (
    <SettingFrame title={settingWords.inbox} needs="read">
      {actor.startsWith("key/") && <p className="soft">{say(noticeWords.keyless)}</p>}
      <section className="setting-section">
        <h2>{say(noticeWords.tasks)}</h2>
        <Tasks />
      </section>
      <section className="setting-section">
        <h2>{say(noticeWords.notices)}</h2>
        <Notices />
      </section>
    </SettingFrame>
  );
}

function Tasks() {
  const { say, language } = useReader();
  const { may } = useCaller();
  const answer = useQuery(tasksQuestion(language));
  const { run, problems } = useChange();
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { tasks } = answer.data;
  if (tasks.length === 0) return <p className="soft">{say(noticeWords.noTasks)}</p>;
  const done = (id: string) =>
    run(() => clientOf(language).doneTask({ body: { id } }), {
      says: say(noticeWords.doneTold),
      stale: ["tasks"],
    });
  return (
    <>
      <Problems problems={problems} />
      <ul className="lines">
        {tasks.map(({ id, title, subject, dueAt }) => (
          <li key={id}>
            <span>
              {subject ? (
                <Link {...targetOf({ kind: "subject", name: subject })}>{title}</Link>
              ) : (
                title
              )}
            </span>
            {dueAt && <Moment at={dueAt} />}
            {may("write") && (
              <button
                type="button"
                className="quiet"
                aria-label={say(noticeWords.doneNamed, { name: title })}
                onClick={() => done(id)}
              >
                {say(noticeWords.done)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

type Notice = Answer<Routes["listNotices"]>["notices"][number];

function Notices() {
  const { say, language } = useReader();
  const answer = useQuery(inboxQuestion(language));
  const { run, isGoing, problems } = useChange();
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { notices, unread } = answer.data;
  if (notices.length === 0) {
    return <Empty title={say(noticeWords.empty)} text={say(noticeWords.emptyText)} />;
  }
  const read = (ids: string[]) =>
    run(() => clientOf(language).readNotices({ body: { ids } }), { stale: ["inbox"] });
  const fresh = notices.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  return (
    <>
      <div className="row-deeds">
        <p role="status">{say(noticeWords.unread, { count: unread })}</p>
        {fresh.length > 0 && (
          <button
            type="button"
            className="button button-second button-small"
            disabled={isGoing}
            onClick={() => read(fresh)}
          >
            {say(noticeWords.readAll)}
          </button>
        )}
      </div>
      <Problems problems={problems} />
      <NoticeTable notices={notices} read={read} />
    </>
  );
}

type TableProps = {
  readonly notices: readonly Notice[];
  readonly read: (ids: string[]) => void;
};

function NoticeTable({ notices, read }: TableProps) {
  const { say } = useReader();
  const textOf = ({ kind, notice }: Notice) => noticeText(say, kind, notice);
  return (
    <DataTable
      caption={say(noticeWords.notices)}
      rows={notices}
      rowKey={({ id }) => id}
      fileName="inbox"
      columns={[
        {
          key: "notice",
          head: say(noticeWords.notices),
          value: textOf,
          cell: (row) => <NoticeLine notice={row} says={textOf(row)} read={read} />,
        },
        {
          key: "why",
          head: say(noticeWords.why),
          value: ({ notice }) => noticeWhy(say, notice),
        },
        {
          key: "at",
          head: say(noticeWords.when),
          value: ({ happenedAt }) => happenedAt,
          cell: ({ happenedAt }) => <Moment at={happenedAt} />,
        },
        {
          key: "read",
          head: say(noticeWords.readOne),
          value: ({ readAt }) => readAt,
          cell: (row) =>
            row.readAt === null ? (
              <button
                type="button"
                className="button button-second button-small"
                aria-label={say(noticeWords.readNamed, { name: textOf(row) })}
                onClick={() => read([row.id])}
              >
                {say(noticeWords.readOne)}
              </button>
            ) : (
              <Moment at={row.readAt} />
            ),
        },
      ]}
    />
  );
}

type LineProps = {
  readonly notice: Notice;
  readonly says: string;
  readonly read: TableProps["read"];
};

/** To look at what a notice is about is to have read it. */
function NoticeLine({ notice, says, read }: LineProps) {
  const subject = subjectIn(notice.notice);
  const look = notice.readAt === null ? "notice-unread" : undefined;
  if (subject === undefined) return <span className={look}>{says}</span>;
  return (
    <Link
      {...targetOf({ kind: "subject", name: subject })}
      className={look}
      onClick={() => notice.readAt === null && read([notice.id])}
    >
      {says}
    </Link>
  );
}
