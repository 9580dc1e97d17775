/** A section of the form, to open and to close. What is closed is not drawn. */
import { type ReactNode, useState } from "react";

type SectionProps = {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
};

export function EditorSection({ title, isOpen = false, children }: SectionProps) {
  const [isShown, show] = useState(isOpen);
  return (
    <details
      className="form-section"
      open={isShown}
      onToggle={(event) => {
        if (event.target === event.currentTarget) show(event.currentTarget.open);
      }}
    >
      <summary>
        <h2>{title}</h2>
      </summary>
      {isShown && <div className="form-body">{children}</div>}
    </details>
  );
}
