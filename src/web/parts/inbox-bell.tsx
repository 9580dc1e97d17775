/** The way to one's inbox, with how much of it is unread. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { routePaths } from "../paths.ts";
import { unreadQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { shellWords } from "../words/shell.ts";
import { Icon } from "./icon.tsx";

export function InboxBell() {
  const { say, language } = useReader();
  const { data } = useQuery(unreadQuestion(language));
  const count = data?.unread ?? 0;
  return (
    <Link to={routePaths.inbox} className="quiet bell" aria-label={say(shellWords.bell, { count })}>
      <Icon shape="bell" />
      {count > 0 && <span className="bell-count">{count >= 100 ? "99+" : count}</span>}
    </Link>
  );
}
