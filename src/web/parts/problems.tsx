/** What a request was refused for, each problem with the field it is about. */
import type { ToldProblem } from "../../api/problem-document.ts";
import { useReader } from "../reader.tsx";
import { partsWords } from "../words/parts.ts";
import { Icon } from "./icon.tsx";

type ProblemsProps = {
  readonly problems: readonly ToldProblem[];
  /** How the fields are called on the page; others are called by their path. */
  readonly labels?: Readonly<Record<string, string>>;
};

export function Problems({ problems, labels = {} }: ProblemsProps) {
  const { say } = useReader();
  return (
    <div role="alert">
      {problems.length > 0 && (
        <section className="problems" aria-label={say(partsWords.problems)}>
          <ul>
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>
                <Icon shape={problem.severity === "error" ? "missed" : "atRisk"} />
                <span>
                  <PlaceOf problem={problem} labels={labels} />
                  {problem.says}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type PlaceProps = { readonly problem: ToldProblem; readonly labels: Record<string, string> };

function PlaceOf({ problem, labels }: PlaceProps) {
  const { say } = useReader();
  const { path, line } = problem.place ?? {};
  const label = path === undefined ? undefined : (labels[path] ?? path);
  const said = [label, line === undefined ? undefined : say(partsWords.line, { line })];
  const text = said.filter(Boolean).join(", ");
  return text === "" ? null : <strong>{text}: </strong>;
}

/** What is wrong with one field of what was sent, for the words beside it. */
export function problemAt(problems: readonly ToldProblem[], path: string): string | undefined {
  const found = problems.filter(
    ({ place, facts }) => place?.path === path || facts.path === `body.${path}`,
  );
  return found.length === 0 ? undefined : found.map(besideField).join(" ");
}

/** A request's problem names its field; beside the field the reason is enough. */
function besideField({ says, facts }: ToldProblem): string {
  const reasons = [facts.reasonEs, facts.reasonEn].map(String);
  return reasons.find((reason) => says.endsWith(`${reason}.`)) ?? says;
}
