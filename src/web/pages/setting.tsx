/** What stands around every page of the settings: its side navigation. */
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useCaller } from "../caller.ts";
import { useReader } from "../reader.tsx";
import { settingPages } from "../setting-pages.ts";
import { settingWords } from "../words/setting.ts";

export function SettingPage() {
  const { say } = useReader();
  const { may, isKnown } = useCaller();
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // Where the list is one line that scrolls, the page at hand may stand outside it.
  useEffect(() => {
    if (!isKnown || pathname === "") return;
    const show = () =>
      nav.current
        ?.querySelector("[aria-current]")
        ?.scrollIntoView({ block: "nearest", inline: "center" });
    show();
    const narrow = matchMedia("(max-width: 60rem)");
    narrow.addEventListener("change", show);
    return () => narrow.removeEventListener("change", show);
  }, [isKnown, pathname]);
  return (
    <div className="setting">
      <nav ref={nav} className="views setting-nav" aria-labelledby="setting-title">
        <h2 id="setting-title">{say(settingWords.settings)}</h2>
        <ul>
          {settingPages
            .filter(({ needs }) => may(needs))
            .map(({ to, says }) => (
              <li key={to}>
                <Link to={to} activeProps={{ "aria-current": "true" }}>
                  {say(says)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <div className="setting-page">
        <Outlet />
      </div>
    </div>
  );
}
