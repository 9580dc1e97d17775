/** A part of the form, to open and to close. What is closed is not drawn. */
import type { ReactNode } from "react";
import { isInside } from "../editor-fold.ts";
import { useReader } from "../reader.tsx";
import { editorWords } from "../words/editor.ts";
import { useEditorForm } from "./editor-form-context.tsx";
import { Icon } from "./icon.tsx";

type SectionProps = {
  readonly title: string;
  /** What it shows of the agreement. */
  readonly paths: readonly string[];
  /** How many entries its list has. */
  readonly count?: number;
  readonly children: ReactNode;
};

export function EditorSection({ title, paths, count, children }: SectionProps) {
  return (
    <Fold
      className="form-section"
      paths={paths}
      summary={
        <>
          <h2>{title}</h2>
          {count !== undefined && <span className="soft small">{count}</span>}
        </>
      }
    >
      <div className="form-body">{children}</div>
    </Fold>
  );
}

type FoldProps = {
  readonly className: string;
  readonly paths: readonly string[];
  readonly summary: ReactNode;
  /** What stands for it while it is closed. */
  readonly says?: string | undefined;
  readonly children: ReactNode;
};

export function Fold({ className, paths, summary, says, children }: FoldProps) {
  const { isOpen, turn } = useEditorForm().folds;
  const isShown = isOpen(paths);
  return (
    <details
      className={`fold ${className}`}
      data-paths={JSON.stringify(paths)}
      open={isShown}
      onToggle={(event) => {
        const { target, currentTarget } = event;
        if (target === currentTarget && currentTarget.open !== isShown) {
          turn(paths, currentTarget.open);
        }
      }}
    >
      <summary>
        {summary}
        <Inside paths={paths} />
        {!isShown && says && <span className="fold-says">{says}</span>}
      </summary>
      {isShown && children}
    </details>
  );
}

/** How many problems there are inside. */
function Inside({ paths }: Pick<FoldProps, "paths">) {
  const { say } = useReader();
  const found = useEditorForm().problems.filter(({ place }) =>
    paths.some((path) => isInside(place?.path ?? "", path)),
  );
  const errors = found.filter(({ severity }) => severity === "error").length;
  const warnings = found.length - errors;
  return (
    <>
      {errors > 0 && (
        <span className="fold-count problem-error">
          <Icon shape="missed" /> {say(editorWords.errorCount, { count: errors })}
        </span>
      )}
      {warnings > 0 && (
        <span className="fold-count problem-warning">
          <Icon shape="atRisk" /> {say(editorWords.warningCount, { count: warnings })}
        </span>
      )}
    </>
  );
}
