/** A button that opens a short list of deeds. Escape, or going elsewhere, closes it. */
import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { Icon } from "./icon.tsx";

/** A deed, or a place outside these screens. `lang` where it is said in another language. */
export type MenuItem = { readonly says: string; readonly lang?: string } & (
  | { readonly run: () => void }
  | { readonly href: string }
);

type MenuProps = { readonly label: string; readonly items: readonly MenuItem[] };

export function Menu({ label, items }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  const button = useRef<HTMLButtonElement>(null);
  const leave = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  const choose = (run: () => void) => {
    setOpen(false);
    button.current?.focus();
    run();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to what stands inside
    <div className="menu" onBlur={leave} onKeyDown={press}>
      <button
        ref={button}
        type="button"
        className="quiet menu-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        <Icon shape="down" />
      </button>
      {isOpen && (
        <ul id={list} className="menu-list">
          {items.map((item) => (
            <li key={item.says}>
              {"href" in item ? (
                <a href={item.href}>{item.says}</a>
              ) : (
                <button type="button" lang={item.lang} onClick={() => choose(item.run)}>
                  {item.says}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
