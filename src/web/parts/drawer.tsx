/** A panel beside the page: Escape closes it, and focus goes in when what it shows changes. */
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useKeys } from "../keyboard.ts";
import { useReader } from "../reader.tsx";
import { shellWords } from "../words/shell.ts";
import { Icon } from "./icon.tsx";

type DrawerProps = {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
};

export function Drawer({ title, close, children }: DrawerProps) {
  const { say } = useReader();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useKeys({ Escape: close });
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title takes the focus again
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <aside className="drawer" aria-labelledby={id}>
      <div className="drawer-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="quiet" aria-label={say(shellWords.close)} onClick={close}>
          <Icon shape="close" />
        </button>
      </div>
      {children}
    </aside>
  );
}
