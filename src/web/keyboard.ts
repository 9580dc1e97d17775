/** Keys for a whole page. What is typed into a field is never a command. */
import { useEffect, useRef } from "react";

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** "j", "?", "Escape"; "mod+k" is ⌘K or Ctrl+K, and works inside fields as well. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isModified = event.metaKey || event.ctrlKey;
      const name = isModified ? `mod+${event.key.toLowerCase()}` : event.key;
      if (event.altKey || (!isModified && name !== "Escape" && isTyping(event.target))) return;
      current.current[name]?.(event);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === "checkbox") return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** How the key for commands is written on the reader's keyboard. */
export const modText = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl ";
