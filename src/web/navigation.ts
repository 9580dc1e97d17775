/** The pages that the header and the palette lead to. Only what works stands here. */
import { routePaths } from "./paths.ts";
import { disputeWords } from "./words/dispute.ts";
import { settingWords } from "./words/setting.ts";
import { shellWords } from "./words/shell.ts";

/** `isInside`: for people of the workspace alone. */
export const navigation = [
  { to: routePaths.today, says: shellWords.today, isInside: false },
  { to: routePaths.agreements, says: shellWords.agreements, isInside: false },
  { to: routePaths.leadQuality, says: shellWords.leadQuality, isInside: true },
  { to: routePaths.disputes, says: disputeWords.title, isInside: false },
  { to: routePaths.reviews, says: shellWords.reviews, isInside: true },
  { to: routePaths.planner, says: shellWords.planner, isInside: true },
  { to: routePaths.settings, says: settingWords.settings, isInside: true },
] as const;

/** Pages that the palette alone leads to, beside those above. */
const besides = [
  { to: routePaths.start, says: shellWords.start, isInside: true },
  { to: routePaths.startFile, says: shellWords.startFile, isInside: true },
] as const;

export const everyPage = [...navigation, ...besides] as const;
