/** The editor of an agreement: a form and its text side by side, which are one. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { usePageTitle } from "../page-title.ts";
import { Editor } from "../parts/editor.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { TitleText } from "../parts/title-text.tsx";
import { routePaths } from "../paths.ts";
import { workspaceQuestion } from "../questions.ts";
import { startQuestion } from "../questions-editor.ts";
import { useReader } from "../reader.tsx";
import { editorWords } from "../words/editor.ts";

const route = getRouteApi(routePaths.editor);

export function EditorPage() {
  const { say, language } = useReader();
  const { agreement } = route.useParams();
  const { commitment, amend } = route.useSearch();
  const start = useQuery(startQuestion(language, agreement));
  const workspace = useQuery({
    ...workspaceQuestion(language),
    placeholderData: keepPreviousData,
  });
  usePageTitle(say(editorWords.pageTitle, { title: start.data?.title ?? agreement }));
  if (start.isError) return <Failed error={start.error} again={() => start.refetch()} />;
  if (!start.data || !workspace.data) return <Waiting />;
  const { permissions } = workspace.data.caller;
  const { title, saved } = start.data;
  return (
    <div className="editor-page">
      <div className="page-head">
        <h1>
          <TitleText text={title} />
        </h1>
        <p className="soft">
          <Link to={routePaths.agreement} params={{ agreement }} search={{ tab: "document" }}>
            {agreement}
          </Link>
        </p>
      </div>
      <Editor
        key={agreement}
        agreement={agreement}
        start={saved}
        permissions={permissions}
        commitment={commitment}
        amend={amend}
      />
    </div>
  );
}
