/** The pages of the settings, in the order of their side navigation. */
import type { Permission } from "../api/permission.ts";
import { routePaths } from "./paths.ts";
import { settingWords } from "./words/setting.ts";

/** `needs`: what the server asks for before it shows anything of the page. */
export const settingPages = [
  { to: routePaths.inbox, says: settingWords.inbox, needs: "read" },
  { to: routePaths.appearance, says: settingWords.appearance, needs: "read" },
  { to: routePaths.calendars, says: settingWords.calendars, needs: "read" },
  { to: routePaths.people, says: settingWords.people, needs: "write" },
  { to: routePaths.members, says: settingWords.members, needs: "admin" },
  { to: routePaths.notices, says: settingWords.notices, needs: "admin" },
  { to: routePaths.automation, says: settingWords.automation, needs: "read" },
  { to: routePaths.sources, says: settingWords.sources, needs: "write" },
  { to: routePaths.keys, says: settingWords.keys, needs: "admin" },
  { to: routePaths.audit, says: settingWords.audit, needs: "audit" },
  { to: routePaths.workspace, says: settingWords.workspace, needs: "read" },
] as const satisfies readonly { readonly needs: Permission; readonly [key: string]: unknown }[];
