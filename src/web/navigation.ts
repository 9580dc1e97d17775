/** The pages that the header and the palette lead to. Only what works stands here. */
import { routePaths } from "./paths.ts";
import { settingWords } from "./words/setting.ts";
import { shellWords } from "./words/shell.ts";

export const navigation = [
  { to: routePaths.today, says: shellWords.today },
  { to: routePaths.agreements, says: shellWords.agreements },
  { to: routePaths.leadQuality, says: shellWords.leadQuality },
  { to: routePaths.reviews, says: shellWords.reviews },
  { to: routePaths.planner, says: shellWords.planner },
  { to: routePaths.settings, says: settingWords.settings },
] as const;

/** Pages that the palette alone leads to, beside those above. */
export const besides = [
  { to: routePaths.start, says: shellWords.start },
  { to: routePaths.startFile, says: shellWords.startFile },
] as const;
