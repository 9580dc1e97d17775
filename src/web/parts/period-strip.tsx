/** The latest periods of a commitment as a row of shapes, the oldest first. */

import { useNow } from "../now.ts";
import { type PeriodJson, valueText } from "../period-json.ts";
import { usePeriodDate } from "../period-zone.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";
import { Icon } from "./icon.tsx";

const SHOWN = 6;

const looks = {
  met: { shape: "met", says: agreementWords.verdictMet },
  breached: { shape: "missed", says: agreementWords.verdictBreached },
  open: { shape: "onTrack", says: agreementWords.verdictOpen },
  notAssessable: { shape: "notAssessable", says: agreementWords.verdictNone },
} as const;

export function verdictWords(verdict: PeriodJson["verdict"]) {
  return looks[verdict].says;
}

export function verdictShape(verdict: PeriodJson["verdict"]) {
  return looks[verdict].shape;
}

/** `periods` come as the server gives them: the latest first. */
export function PeriodStrip({ periods }: { readonly periods: readonly PeriodJson[] }) {
  const { say, language } = useReader();
  const date = usePeriodDate();
  const now = useNow();
  if (periods.length === 0) {
    return <span className="soft small">{say(agreementWords.noPeriods)}</span>;
  }
  return (
    <ul className="strip">
      {periods
        .slice(0, SHOWN)
        .toReversed()
        .map((period) => {
          const { from, verdict, value } = period;
          const { shape, says } = looks[verdict];
          const said = value === null ? "" : ` ${valueText(period, language)}`;
          return (
            <li
              key={from}
              className={`strip-${verdict}`}
              title={`${date(period, now)}: ${say(says)}${said}`}
            >
              <Icon shape={shape} />
              <span className="hidden">{`${date(period, now)}: ${say(says)}${said}`}</span>
            </li>
          );
        })}
    </ul>
  );
}
