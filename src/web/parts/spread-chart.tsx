/** How long a commitment's clocks took: one bar for each length that people think in. */
import type { Answer, Routes } from "../../api/routes.ts";
import { useReader } from "../reader.tsx";
import { openText } from "../time-text.ts";
import { agreementWords } from "../words/agreement.ts";

type Work = Answer<Routes["commitmentWork"]>;

export function SpreadChart({ work }: { readonly work: Work }) {
  const { say, language } = useReader();
  const { p50Ms, p90Ms, bins, clocks } = work;
  const bars = bins.map(({ uptoMs, clocks: upto }, index) => ({
    uptoMs,
    clocks: upto - (bins[index - 1]?.clocks ?? 0),
  }));
  const most = Math.max(1, ...bars.map((bar) => bar.clocks));
  return (
    <section className="chart">
      <h2>{say(agreementWords.spread)}</h2>
      <p className="soft">
        {p50Ms === null || p90Ms === null
          ? say(agreementWords.noWork)
          : say(agreementWords.spreadText, {
              half: openText(p50Ms, language),
              most: openText(p90Ms, language),
              count: clocks,
            })}
      </p>
      {clocks > 0 && (
        <table className="spread">
          <caption className="hidden">{say(agreementWords.spread)}</caption>
          <thead className="hidden">
            <tr>
              <th scope="col">{say(agreementWords.upTo)}</th>
              <th scope="col">{say(agreementWords.clocks)}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ uptoMs, clocks: count }) => (
              <tr key={uptoMs}>
                <th scope="row">{openText(uptoMs, language)}</th>
                <td>
                  <meter min={0} max={most} value={count} aria-hidden="true" />
                  <span className="number">{count}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
