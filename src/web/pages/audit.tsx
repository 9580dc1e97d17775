/** The audit: searched, exported, and its chain verified. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import type { AuditSearch } from "../audit-view.ts";
import { useCaller } from "../caller.ts";
import { useChange } from "../change.ts";
import { useNow } from "../now.ts";
import { DataTable } from "../parts/data-table.tsx";
import { DateField, TextField } from "../parts/field.tsx";
import { Moment } from "../parts/moment.tsx";
import { Problems } from "../parts/problems.tsx";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { auditQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { auditWords } from "../words/audit.ts";
import { settingWords } from "../words/setting.ts";
import { startOfDate } from "../zone-date.ts";

const route = getRouteApi(routePaths.audit);

export function AuditPage() {
  const search = route.useSearch();
  return (
    <SettingFrame title={settingWords.audit} needs="audit" lead={auditWords.lead}>
      <Chain />
      <Filter key={JSON.stringify(search)} search={search} />
      <Rows key={`rows ${JSON.stringify(search)}`} search={search} />
    </SettingFrame>
  );
}

/** A plain sentence, and when it was so. */
function Chain() {
  const { say, language, full } = useReader();
  const now = useNow();
  const [said, setSaid] = useState("");
  const { run, isGoing, problems } = useChange();
  const verify = async () => {
    const found = await run(() => clientOf(language).verifyAudit(), { stale: [] });
    if (!found) return;
    const at = full(now);
    const { rows, brokenAt } = found;
    setSaid(
      brokenAt === null
        ? say(auditWords.whole, { rows, at })
        : say(auditWords.broken, { row: brokenAt, at }),
    );
  };
  return (
    <section className="stack-small">
      <div className="row-deeds">
        <button type="button" className="button" disabled={isGoing} onClick={verify}>
          {say(auditWords.verify)}
        </button>
      </div>
      <p role="status">{isGoing ? say(auditWords.verifying) : said}</p>
      <Problems problems={problems} />
    </section>
  );
}

/** The filter stands in the address, so that what was found can be sent to somebody. */
function Filter({ search }: { readonly search: AuditSearch }) {
  const { say } = useReader();
  const go = useNavigate();
  const [typed, setTyped] = useState(search);
  const type = (key: keyof AuditSearch) => (value: string) => setTyped({ ...typed, [key]: value });
  const apply = (next: AuditSearch) => go({ to: routePaths.audit, search: next });
  return (
    <form
      className="stack-small"
      onSubmit={(event) => {
        event.preventDefault();
        apply(typed);
      }}
    >
      <div className="fields">
        <TextField
          label={say(auditWords.actor)}
          value={typed.actor ?? ""}
          change={type("actor")}
          hint={say(auditWords.actorHint)}
        />
        <TextField
          label={say(auditWords.deed)}
          value={typed.deed ?? ""}
          change={type("deed")}
          hint={say(auditWords.deedHint)}
        />
        <TextField
          label={say(auditWords.target)}
          value={typed.target ?? ""}
          change={type("target")}
          hint={say(auditWords.targetHint)}
        />
        <DateField label={say(auditWords.from)} value={typed.from ?? ""} change={type("from")} />
        <DateField label={say(auditWords.to)} value={typed.to ?? ""} change={type("to")} />
      </div>
      <div className="row-deeds">
        <button type="submit" className="button button-second">
          {say(auditWords.filter)}
        </button>
        {Object.keys(search).length > 0 && (
          <button type="button" className="button button-second" onClick={() => apply({})}>
            {say(auditWords.clear)}
          </button>
        )}
      </div>
    </form>
  );
}

type Row = Answer<Routes["searchAudit"]>["rows"][number];

const PAGE = 200;

function Rows({ search }: { readonly search: AuditSearch }) {
  const { say, language } = useReader();
  const { timeZone } = useCaller();
  const [before, setBefore] = useState<number>();
  const { from, to, ...texts } = search;
  const query = {
    ...texts,
    ...(from === undefined ? {} : { from: startOfDate(timeZone, from) }),
    ...(to === undefined ? {} : { to: startOfDate(timeZone, dayAfter(to)) }),
    ...(before === undefined ? {} : { before }),
    limit: PAGE,
  };
  const answer = useQuery(auditQuestion(language, query));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { rows } = answer.data;
  const last = rows.length === PAGE ? rows.at(-1)?.number : undefined;
  return (
    <>
      <AuditTable rows={rows} />
      {last !== undefined && (
        <button
          type="button"
          className="button button-second button-small"
          onClick={() => setBefore(last)}
        >
          {say(auditWords.older)}
        </button>
      )}
    </>
  );
}

function AuditTable({ rows }: { readonly rows: readonly Row[] }) {
  const { say } = useReader();
  return (
    <DataTable
      caption={say(auditWords.rows)}
      rows={rows}
      rowKey={({ number }) => String(number)}
      fileName="audit"
      empty={say(auditWords.none)}
      columns={[
        { key: "number", head: say(auditWords.number), value: ({ number }) => number },
        {
          key: "at",
          head: say(auditWords.at),
          value: ({ at }) => at,
          cell: ({ at }) => <Moment at={at} />,
        },
        { key: "deed", head: say(auditWords.deed), value: ({ deed }) => deed },
        { key: "target", head: say(auditWords.target), value: ({ target }) => target },
        {
          key: "actor",
          head: say(auditWords.actor),
          value: ({ actorName, actor }) => (actorName ? `${actorName} (${actor})` : actor),
          cell: (row) => <Actor {...row} />,
        },
        {
          key: "facts",
          head: say(auditWords.facts),
          value: ({ facts }) => JSON.stringify(facts),
          cell: ({ facts }) => <Facts facts={facts} />,
        },
        {
          key: "hash",
          head: say(auditWords.hash),
          value: ({ hash }) => hash,
          cell: ({ hash }) => <code title={hash}>{hash.slice(0, 8)}</code>,
        },
      ]}
    />
  );
}

/** By name; who left is known by their account alone. */
function Actor({ actor, actorName }: Pick<Row, "actor" | "actorName">) {
  const { say } = useReader();
  if (actorName !== null) return <span title={actor}>{actorName}</span>;
  return (
    <>
      {actor.startsWith("account/") && <span>{say(auditWords.left)}</span>}
      <code className="small block audit-long">{actor}</code>
    </>
  );
}

function Facts({ facts }: { readonly facts: unknown }) {
  const { say } = useReader();
  const text = JSON.stringify(facts, undefined, 1);
  if (text.length < 60)
    return <code className="small audit-long">{text.replace(/\s+/g, " ")}</code>;
  return (
    <details className="words">
      <summary>{say(auditWords.facts)}</summary>
      <pre>{text}</pre>
    </details>
  );
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
