/** How each promised volume goes this period: what was expected by today, and where it may end. */
import { type BusinessDays, projectCount } from "../../engine/pace.ts";
import { useNow } from "../now.ts";
import { objectiveNumber, type PeriodJson } from "../period-json.ts";
import { useReader } from "../reader.tsx";
import { useVolumes } from "../use-volumes.ts";
import { planWords } from "../words/planner.ts";

const DAY = 86_400_000;

export function PlanPace() {
  const { say } = useReader();
  const volumes = useVolumes() ?? [];
  if (volumes.length === 0) return null;
  return (
    <section className="plan-pace">
      <h2>{say(planWords.pace)}</h2>
      {volumes.map(({ period }) => (
        <Pace key={`${period.agreement} ${period.commitment}`} period={period} />
      ))}
    </section>
  );
}

function Pace({ period }: { readonly period: PeriodJson }) {
  const { say, language } = useReader();
  const now = useNow();
  const { commitment, objective } = period;
  const wanted = objectiveNumber(objective) ?? 0;
  const value = period.value ?? 0;
  const days = period.pace ?? weekdaysOf(period, now);
  const linear = days.total === 0 ? wanted : (wanted * days.elapsed) / days.total;
  const expected = Math.round(period.pace?.expected ?? linear);
  const signed = new Intl.NumberFormat(language, { signDisplay: "exceptZero" });
  const difference = signed.format(value - expected).replace("-", "\u2212");
  const projection = projectCount(value, days);
  return (
    <div>
      <p>
        <span className="chip">
          <span className="chip-word number">{difference}</span>
        </span>{" "}
        {say(planWords.paceLine, {
          commitment,
          value,
          expected,
          wanted,
          elapsed: days.elapsed,
          total: days.total,
          days: say(period.pace ? planWords.businessDays : planWords.weekdays),
        })}
      </p>
      <p className="soft">
        {projection ? say(planWords.projection, projection) : say(planWords.tooEarly)}
      </p>
    </div>
  );
}

/** Where an agreement says nothing of its pace: days from Monday to Friday, those that are over. */
function weekdaysOf({ from, to }: PeriodJson, now: number): BusinessDays {
  let [elapsed, total] = [0, 0];
  const day = new Date(from);
  for (; day.getTime() < Date.parse(to); day.setDate(day.getDate() + 1)) {
    if ([0, 6].includes(day.getDay())) continue;
    total += 1;
    if (day.getTime() + DAY <= now) elapsed += 1;
  }
  return { elapsed, total };
}
