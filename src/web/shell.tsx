/** What stands around every page: where one is, the search, language and theme. */
import { Link, Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { modText, useKeys } from "./keyboard.ts";
import { useConnected, useLive } from "./live.ts";
import { navigation } from "./navigation.ts";
import { Icon } from "./parts/icon.tsx";
import { KeyList } from "./parts/key-list.tsx";
import { Palette } from "./parts/palette.tsx";
import { accountPath, routePaths } from "./paths.ts";
import { useReader } from "./reader.tsx";
import { shellWords } from "./words/shell.ts";

export function Shell() {
  const { say } = useReader();
  const [open, setOpen] = useState<"palette" | "keys" | undefined>();
  useLive();
  useKeys({
    "mod+k": (event) => {
      event.preventDefault();
      setOpen("palette");
    },
    "?": () => setOpen("keys"),
  });
  const close = () => setOpen(undefined);
  return (
    <>
      <a className="skip" href="#content">
        {say(shellWords.skip)}
      </a>
      <Header search={() => setOpen("palette")} keys={() => setOpen("keys")} />
      <ConnectionNote />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      {open === "palette" && <Palette close={close} />}
      {open === "keys" && <KeyList close={close} />}
    </>
  );
}

type HeaderProps = { readonly search: () => void; readonly keys: () => void };

function Header({ search, keys }: HeaderProps) {
  const { say, language, theme, choose } = useReader();
  const other = language === "es" ? "en" : "es";
  const isDark = theme === "dark";
  return (
    <header className="top">
      <Link className="brand" to={routePaths.today} search={{ view: "all" }}>
        {say(shellWords.product)}
      </Link>
      <nav aria-label={say(shellWords.navigation)}>
        <ul>
          {navigation.map(({ to, says }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: to === routePaths.today, includeSearch: false }}
              >
                {say(says)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="tools">
        <button type="button" className="search-button" onClick={search}>
          <Icon shape="search" />
          <span>{say(shellWords.search)}</span>
          <kbd>{modText}K</kbd>
        </button>
        <button
          type="button"
          className="quiet"
          lang={other}
          onClick={() => choose({ language: other })}
        >
          {say(shellWords.language)}
        </button>
        <button
          type="button"
          className="quiet"
          aria-label={say(isDark ? shellWords.light : shellWords.dark)}
          onClick={() => choose({ theme: isDark ? "light" : "dark" })}
        >
          <Icon shape="theme" />
        </button>
        <button type="button" className="quiet" aria-label={say(shellWords.keys)} onClick={keys}>
          ?
        </button>
        <a className="quiet" href={accountPath}>
          {say(shellWords.account)}
        </a>
      </div>
    </header>
  );
}

function ConnectionNote() {
  const { say } = useReader();
  const isConnected = useConnected();
  return (
    <p className="connection" role="status" hidden={isConnected}>
      {isConnected ? "" : say(shellWords.offline)}
    </p>
  );
}
