import { Link } from "@tanstack/react-router";
import { usePageTitle } from "../page-title.ts";
import { Empty } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { shellWords } from "../words/shell.ts";

export function NotFound() {
  const { say } = useReader();
  usePageTitle(say(shellWords.missing));
  return (
    <Empty title={say(shellWords.missing)} text={say(shellWords.missingText)}>
      <Link className="button" to={routePaths.today} search={{ view: "all" }}>
        {say(shellWords.today)}
      </Link>
    </Empty>
  );
}
