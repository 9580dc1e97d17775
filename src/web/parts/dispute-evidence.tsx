/** The evidence as it was frozen: clocks, facts with their hashes, rules, the computation. */
import { type DisputeCaseJson, evidenceOf, itemsOf, periodOf } from "../dispute-json.ts";
import { useReader } from "../reader.tsx";
import { openText } from "../time-text.ts";
import { claimVerdictWords, disputeWords } from "../words/dispute.ts";
import { DataTable } from "./data-table.tsx";
import { Moment } from "./moment.tsx";

type OfDispute = { readonly dispute: DisputeCaseJson };

export function DisputeEvidence({ dispute }: OfDispute) {
  const { say } = useReader();
  const { hash, isWhole } = dispute;
  const seal = isWhole ? disputeWords.whole : disputeWords.touched;
  return (
    <section className="dispute-evidence">
      <h2>{say(disputeWords.evidence)}</h2>
      <p className={isWhole ? "soft" : "problems"}>{say(seal, { hash: hash.slice(0, 12) })}</p>
      <Computation dispute={dispute} />
      <Items dispute={dispute} />
      <Facts dispute={dispute} />
      <Rules dispute={dispute} />
    </section>
  );
}

function Computation({ dispute }: OfDispute) {
  const { say } = useReader();
  const period = periodOf(evidenceOf(dispute).computation);
  if (!period) return null;
  const { met, breached, excused } = period;
  const counts = [
    { says: disputeWords.kept, count: met },
    { says: disputeWords.missed, count: breached },
    { says: disputeWords.excused, count: excused },
  ];
  return (
    <>
      <h3>{say(disputeWords.computation)}</h3>
      <dl className="facts">
        {counts.map(({ says, count }) => (
          <div key={says.en}>
            <dt>{say(says)}</dt>
            <dd className="number">{count}</dd>
          </div>
        ))}
      </dl>
      <p>{say(disputeWords.share, { met, all: met + breached })}</p>
    </>
  );
}

function Items({ dispute }: OfDispute) {
  const { say, language } = useReader();
  const items = itemsOf(evidenceOf(dispute));
  return (
    <DataTable
      caption={say(disputeWords.items)}
      rows={items}
      rowKey={({ subject, cycle }) => `${subject} ${cycle}`}
      fileName={`${dispute.id}-clocks`}
      columns={[
        { key: "subject", head: say(disputeWords.subject), value: ({ subject }) => subject },
        {
          key: "verdict",
          head: say(disputeWords.verdict),
          value: ({ verdict }) => say(claimVerdictWords[verdict]),
        },
        {
          key: "spent",
          head: say(disputeWords.spent),
          value: ({ spent }) => spent.openMs,
          cell: ({ spent }) => openText(spent.openMs, language),
          isNumber: true,
        },
      ]}
    />
  );
}

function Facts({ dispute }: OfDispute) {
  const { say } = useReader();
  const { events } = evidenceOf(dispute);
  return (
    <DataTable
      caption={say(disputeWords.events)}
      rows={events}
      rowKey={({ event, hash }) => `${event.source} ${event.id} ${hash}`}
      fileName={`${dispute.id}-facts`}
      columns={[
        { key: "type", head: say(disputeWords.event), value: ({ event }) => event.type },
        {
          key: "when",
          head: say(disputeWords.when),
          value: ({ event }) => new Date(event.occurredAt).toISOString(),
          cell: ({ event }) => <Moment at={new Date(event.occurredAt).toISOString()} />,
        },
        {
          key: "source",
          head: say(disputeWords.source),
          value: ({ event }) => `${event.source} · ${event.id}`,
        },
        {
          key: "hash",
          head: say(disputeWords.hash),
          value: ({ hash }) => hash,
          cell: ({ hash }) => <code title={hash}>{hash.slice(0, 12)}</code>,
        },
      ]}
    />
  );
}

function Rules({ dispute }: OfDispute) {
  const { say } = useReader();
  const { revision, calendars, timeZoneData } = evidenceOf(dispute);
  const rules = [
    { name: say(disputeWords.revision, { number: revision.number }), hash: revision.hash },
    ...calendars,
  ];
  return (
    <>
      <h3>{say(disputeWords.rules)}</h3>
      <ul className="dispute-rules">
        {rules.map(({ name, hash }) => (
          <li key={name}>
            {name} · <code title={hash}>{hash.slice(0, 12)}</code>
          </li>
        ))}
        <li className="soft">tzdata {timeZoneData}</li>
      </ul>
    </>
  );
}
