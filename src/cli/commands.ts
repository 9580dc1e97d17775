/** The table of commands, in the order in which help lists them. */
import type { CommandRow } from "./command.ts";
import { audit } from "./commands/audit.ts";
import { backtest } from "./commands/backtest.ts";
import { calendar } from "./commands/calendar.ts";
import { check } from "./commands/check.ts";
import { credit } from "./commands/credit.ts";
import { dispute } from "./commands/dispute.ts";
import { evaluate } from "./commands/evaluate.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { ownerLink } from "./commands/owner-link.ts";
import { restoreCommand } from "./commands/restore.ts";
import { serve } from "./commands/serve.ts";
import { simulate } from "./commands/simulate.ts";
import { work } from "./commands/work.ts";

export const commands: readonly CommandRow[] = [
  check,
  evaluate,
  backtest,
  explainCommand,
  calendar,
  simulate,
  importCommand,
  serve,
  work,
  migrateCommand,
  exportCommand,
  restoreCommand,
  ownerLink,
  dispute,
  credit,
  audit,
];
