/** The first rows of a file as the facts they become, with what is wrong by row. */
import { useMemo } from "react";
import type { Event } from "../../engine/event.ts";
import type { MappingSpec } from "../../language/mapping.ts";
import { eventClause } from "../../language/words-event.ts";
import { readerOf } from "../bring-in.ts";
import type { ScannedFile } from "../csv-file.ts";
import { useReader } from "../reader.tsx";
import { momentText } from "../time-text.ts";
import { fileWords } from "../words/start.ts";
import { Icon } from "./icon.tsx";

type PreviewProps = {
  readonly scanned: ScannedFile;
  readonly spec: MappingSpec;
  readonly timeZone: string;
};

export function FilePreview({ scanned, spec, timeZone }: PreviewProps) {
  const { say, language } = useReader();
  const rows = useMemo(() => {
    const read = readerOf(scanned, spec, language);
    return scanned.sample.map(({ cells, line }) => ({ line, ...read(cells, line) }));
  }, [scanned, spec, language]);
  const caption = say(fileWords.preview, { count: rows.length });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="scroll" tabIndex={0} aria-label={caption}>
      <table className="file-preview">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {say(fileWords.line)}
            </th>
            <th scope="col">{say(fileWords.subject)}</th>
            <th scope="col">{say(fileWords.facts)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, events, says }) => (
            <tr key={line}>
              <td className="number">{line}</td>
              <th scope="row">{events?.[0]?.subject ?? "–"}</th>
              <td>
                {events ? <Facts events={events} timeZone={timeZone} /> : <Wrong says={says} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type FactsProps = { readonly events: readonly Event[]; readonly timeZone: string };

function Facts({ events, timeZone }: FactsProps) {
  const { language } = useReader();
  return (
    <ul>
      {events.map(({ id, type, occurredAt }) => (
        <li key={id}>
          {eventClause(type, language)}
          <span className="soft"> · {momentText(occurredAt, 0, { language, timeZone })}</span>
        </li>
      ))}
    </ul>
  );
}

function Wrong({ says }: { readonly says: string | undefined }) {
  return (
    <span className="field-problem">
      <Icon shape="missed" />
      <span>{says}</span>
    </span>
  );
}
