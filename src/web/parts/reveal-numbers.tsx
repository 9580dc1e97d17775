/** How long things took, what nobody answered, and when it goes worst: each opens its items. */
import type { Answer, Routes } from "../../api/routes.ts";
import { eventClause } from "../../language/words-event.ts";
import { useReader } from "../reader.tsx";
import { dateText, openText } from "../time-text.ts";
import { revealWords } from "../words/reveal.ts";
import type { Look } from "./reveal-hours.tsx";

export type Found = NonNullable<Answer<Routes["reveal"]>["found"]>;

type NumbersProps = { readonly found: Found; readonly look: Look; readonly zone: string };

export function RevealNumbers({ found, look, zone }: NumbersProps) {
  const { say, language } = useReader();
  const { untouched, subjects } = found;
  const place = { language, timeZone: zone };
  const dayOf = (at: string) => dateText(Date.parse(at), Date.parse(found.until), place);
  const stops = found.stop.map((type) => eventClause(type, language));
  const all = () => look({ show: "all", candidate: "attainable", hour: undefined });
  return (
    <>
      <p className="prose">
        {say(revealWords.span, {
          from: dayOf(found.from),
          until: dayOf(found.until),
          count: subjects,
          start: eventClause(found.start, language),
          stop: listed(stops, language),
        })}{" "}
        {found.isCut && say(revealWords.cut, { count: subjects })}
      </p>
      <dl className="reveal-numbers">
        {(["median", "ninth"] as const).map((name) => (
          <Length key={name} name={name} ms={found[name]} open={all} />
        ))}
        <Figure
          name={say(revealWords.untouched)}
          value={new Intl.NumberFormat(language).format(untouched.all)}
          open={() => look({ show: "untouched", candidate: "attainable", hour: undefined })}
          note={untouched.all > 0 ? say(revealWords.untouchedText, untouched) : undefined}
        />
        <Worst worst={found.worst} look={look} />
      </dl>
    </>
  );
}

function listed(stops: readonly string[], language: "es" | "en"): string {
  return new Intl.ListFormat(language, { type: "disjunction" }).format(stops);
}

type NumberProps = {
  readonly name: string;
  readonly value: string;
  readonly open: () => void;
  readonly note?: string | undefined;
};

type LengthProps = {
  readonly name: "median" | "ninth";
  /** Milliseconds of open time; null where so many were never answered. */
  readonly ms: number | null;
  readonly open: () => void;
};

const neverWords = { median: revealWords.neverMedian, ninth: revealWords.neverNinth } as const;

function Length({ name, ms, open }: LengthProps) {
  const { say, language } = useReader();
  const says = say(revealWords[name]);
  if (ms !== null) return <Figure name={says} value={openText(ms, language)} open={open} />;
  return (
    <div>
      <dt>{says}</dt>
      <dd>
        <button type="button" className="quiet reveal-hour" onClick={open}>
          {say(neverWords[name])}
        </button>
      </dd>
    </div>
  );
}

function Figure({ name, value, open, note }: NumberProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <button type="button" className="figure" onClick={open}>
          {value}
        </button>
        {note && <span className="soft small">{note}</span>}
      </dd>
    </div>
  );
}

function Worst({ worst, look }: { readonly worst: Found["worst"]; readonly look: Look }) {
  const { say, language } = useReader();
  const days = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  /** The fifth of January 1970 was a Monday. */
  const dayOf = (weekday: number) => days.format(Date.UTC(1970, 0, 4 + weekday));
  return (
    <div>
      <dt>{say(revealWords.worst)}</dt>
      <dd>
        {worst.length === 0 && <span className="soft">{say(revealWords.noWorst)}</span>}
        <ul>
          {worst.map(({ weekday, hour, missed, judged }) => (
            <li key={`${weekday} ${hour}`}>
              <button
                type="button"
                className="quiet reveal-hour"
                onClick={() =>
                  look({ show: "missed", candidate: "attainable", hour: (weekday - 1) * 24 + hour })
                }
              >
                {say(revealWords.worstHour, { day: dayOf(weekday), hour, missed, judged })}
              </button>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
