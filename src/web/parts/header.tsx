/**
 * The head of every page. Where there is little room its pages stand behind a button; the reader's
 * own choices stand behind one everywhere.
 */
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useRef, useState } from "react";
import { modText } from "../keyboard.ts";
import { accountPath, routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { useNavigation } from "../use-navigation.ts";
import { shellWords } from "../words/shell.ts";
import { Icon } from "./icon.tsx";
import { InboxBell } from "./inbox-bell.tsx";
import { Menu } from "./menu.tsx";

type HeaderProps = { readonly search: () => void; readonly keys: () => void };

export function Header({ search, keys }: HeaderProps) {
  const { say } = useReader();
  return (
    <header className="top">
      <Link className="brand" to={routePaths.today} search={{ view: "all" }}>
        {say(shellWords.product)}
      </Link>
      <Pages />
      <div className="tools">
        <button type="button" className="search-button" onClick={search}>
          <Icon shape="search" />
          <span>{say(shellWords.search)}</span>
          <kbd>{modText}K</kbd>
        </button>
        <InboxBell />
        <Choices keys={keys} />
      </div>
    </header>
  );
}

const LIST = "pages-list";

function Pages() {
  const { say } = useReader();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const press = ({ key }: KeyboardEvent) => {
    if (key !== "Escape" || !isOpen) return;
    setOpen(false);
    button.current?.focus();
  };
  return (
    <nav className="pages" aria-label={say(shellWords.navigation)} onKeyDown={press}>
      <button
        ref={button}
        type="button"
        className="quiet pages-button"
        aria-expanded={isOpen}
        aria-controls={LIST}
        aria-label={say(shellWords.pages)}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon shape={isOpen ? "close" : "menu"} />
      </button>
      <ul id={LIST} className={isOpen ? "pages-open" : ""}>
        {useNavigation().map(({ to, says }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === routePaths.today, includeSearch: false }}
              onClick={() => setOpen(false)}
            >
              {say(says)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Choices({ keys }: { readonly keys: () => void }) {
  const { say, language, theme, choose } = useReader();
  const other = language === "es" ? "en" : "es";
  const isDark = theme === "dark";
  return (
    <Menu
      label={say(shellWords.account)}
      items={[
        {
          says: say(shellWords.language),
          lang: other,
          run: () => choose({ language: other }),
        },
        {
          says: say(isDark ? shellWords.light : shellWords.dark),
          run: () => choose({ theme: isDark ? "light" : "dark" }),
        },
        { says: say(shellWords.keys), run: keys },
        { says: say(shellWords.accountPage), href: accountPath },
      ]}
    />
  );
}
