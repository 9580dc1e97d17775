/** What a role is called. */
import { type Role, roles } from "../api/permission.ts";
import type { Sentence } from "../engine/problems/kind.ts";
import { settingWords } from "./words/setting.ts";

/** A key has no role. */
export function roleWords(role: string | null): Sentence {
  const known = roles.find((one): one is Role => one === role);
  return known ? settingWords[known] : settingWords.nobody;
}
