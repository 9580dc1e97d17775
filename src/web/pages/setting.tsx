/** What stands around every page of the settings: its side navigation. */
import { Link, Outlet } from "@tanstack/react-router";
import { useCaller } from "../caller.ts";
import { useReader } from "../reader.tsx";
import { settingPages } from "../setting-pages.ts";
import { settingWords } from "../words/setting.ts";

export function SettingPage() {
  const { say } = useReader();
  const { may } = useCaller();
  return (
    <div className="setting">
      <nav className="views setting-nav" aria-labelledby="setting-title">
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
