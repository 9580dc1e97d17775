/** When work comes: hour by weekday, a table that is read as one. Deeper means more. */
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";

type Cell = {
  readonly weekday: number;
  readonly hour: number;
  readonly clocks: number;
  readonly breached: number;
};

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const DEPTHS = 5;

/** A Monday, from which the names of the days are counted. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;

export function HeatMap({ cells }: { readonly cells: readonly Cell[] }) {
  const { say, language, timeZone } = useReader();
  const most = Math.max(1, ...cells.map(({ clocks }) => clocks));
  const day = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  return (
    <section className="chart">
      <h2>{say(agreementWords.heat)}</h2>
      <p className="soft small">{say(agreementWords.heatText, { zone: timeZone })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <section className="scroll" tabIndex={0} aria-label={say(agreementWords.heat)}>
        <table className="heat">
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden">{say(agreementWords.day)}</span>
              </th>
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((weekday) => (
              <tr key={weekday}>
                <th scope="row">{day.format(MONDAY + (weekday - 1) * DAY)}</th>
                {hours.map((hour) => (
                  <HeatCell
                    key={hour}
                    cell={cells.find((one) => one.weekday === weekday && one.hour === hour)}
                    most={most}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function HeatCell({ cell, most }: { readonly cell: Cell | undefined; readonly most: number }) {
  if (!cell || cell.clocks === 0) return <td />;
  const depth = Math.ceil((cell.clocks / most) * DEPTHS);
  const isBad = cell.breached * 2 > cell.clocks;
  return (
    <td
      className={`heat-${depth}${isBad ? " heat-bad" : ""}`}
      title={`${cell.breached}/${cell.clocks}`}
    >
      {cell.clocks}
    </td>
  );
}
