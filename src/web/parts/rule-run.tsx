/** What a rule would have done last month, with nothing done. */
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import type { RuleSpec } from "../../engine/automation.ts";
import { useChange } from "../change.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { ruleWords } from "../words/rule.ts";
import { DataTable } from "./data-table.tsx";
import { Moment } from "./moment.tsx";
import { Problems } from "./problems.tsx";

type Run = Answer<Routes["dryRunRule"]>;

type RunProps = { readonly document: RuleSpec };

export function RuleRun({ document }: RunProps) {
  const { say, language } = useReader();
  const [found, setFound] = useState<Run>();
  const { run, isGoing, problems } = useChange();
  const attempt = async () => {
    const answer = await run(() => clientOf(language).dryRunRule({ body: { document } }), {
      stale: [],
    });
    setFound(answer);
  };
  return (
    <section className="setting-section">
      <div className="row-deeds">
        <button type="button" className="button button-second" disabled={isGoing} onClick={attempt}>
          {say(ruleWords.dryRun)}
        </button>
      </div>
      <div role="status">
        {isGoing && <p>{say(ruleWords.trying)}</p>}
        {!isGoing && found && <Summary found={found} />}
      </div>
      <Problems problems={problems} />
      {found && <Tables found={found} />}
    </section>
  );
}

function Summary({ found: { fired, nobody, isCut } }: { readonly found: Run }) {
  const { say } = useReader();
  return (
    <>
      <p>
        <strong>{say(ruleWords.fired, { count: fired })}</strong>
      </p>
      {nobody > 0 && <p>{say(ruleWords.nobodyHad, { count: nobody })}</p>}
      {isCut && <p className="soft small">{say(ruleWords.cut)}</p>}
    </>
  );
}

const reasons: Readonly<Record<string, keyof typeof ruleWords>> = {
  territory: "territory",
  language: "language",
  absent: "absent",
  full: "full",
  closed: "closed",
  turn: "turn",
  load: "loadMore",
};

function Tables({ found }: { readonly found: Run }) {
  const { say } = useReader();
  const given = Object.entries(found.given).map(([id, pieces]) => ({ id, pieces }));
  const othersOf = ({ deeds }: Run["firings"][number]) =>
    deeds
      .flatMap(({ because = {} }) => Object.entries(because))
      .map(([id, why]) => `${id}: ${say(ruleWords[reasons[why] ?? "turn"])}`)
      .join("; ") || null;
  return (
    <>
      {given.length > 0 && (
        <DataTable
          caption={say(ruleWords.given)}
          rows={given}
          rowKey={({ id }) => id}
          fileName="rule-given"
          columns={[
            { key: "id", head: say(ruleWords.person), value: ({ id }) => id },
            {
              key: "pieces",
              head: say(ruleWords.pieces),
              value: ({ pieces }) => pieces,
              isNumber: true,
            },
          ]}
        />
      )}
      {found.firings.length > 0 && (
        <DataTable
          caption={say(ruleWords.firings)}
          rows={found.firings}
          rowKey={({ subject, event }) => `${subject} ${event}`}
          fileName="rule-firings"
          columns={[
            { key: "subject", head: say(ruleWords.subject), value: ({ subject }) => subject },
            {
              key: "at",
              head: say(ruleWords.at),
              value: ({ at }) => at,
              cell: ({ at }) => <Moment at={at} />,
            },
            {
              key: "to",
              head: say(ruleWords.to),
              value: ({ deeds }) => deeds.flatMap(({ to }) => to ?? []).join(", ") || "–",
            },
            { key: "why", head: say(ruleWords.why), value: othersOf },
          ]}
        />
      )}
    </>
  );
}
