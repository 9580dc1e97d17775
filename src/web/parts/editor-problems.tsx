/** What is wrong with the text, each with its line, which is one step away. */
import type { ToldProblem } from "../../api/problem-document.ts";
import { useReader } from "../reader.tsx";
import { editorWords } from "../words/editor.ts";
import { Icon } from "./icon.tsx";

type ProblemsProps = {
  readonly problems: readonly ToldProblem[];
  readonly jump: (place: ToldProblem["place"]) => void;
};

export function EditorProblems({ problems, jump }: ProblemsProps) {
  const { say } = useReader();
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  return (
    <section className="editor-problems" aria-label={say(editorWords.problems)}>
      <p className="small" role="status">
        {problems.length === 0
          ? say(editorWords.noProblems)
          : say(editorWords.problemCount, { errors, warnings })}
      </p>
      {problems.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
        <ol tabIndex={0} aria-label={say(editorWords.problems)}>
          {problems.map((problem) => (
            <li key={JSON.stringify([problem.code, problem.place, problem.says])}>
              <button
                type="button"
                className={`problem problem-${problem.severity}`}
                onClick={() => jump(problem.place)}
              >
                <Icon shape={problem.severity === "error" ? "missed" : "atRisk"} />
                <span>
                  <strong>{say(editorWords.line, { line: problem.place?.line ?? 1 })}</strong>{" "}
                  {problem.says} <span className="soft">{problem.code}</span>
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
