/** What people do about a subject, and whether the office is open. */
import { assignOwner, recordAttempt, rejectLead } from "../actions/deed.ts";
import { openHours } from "../actions/open-hours.ts";
import { instantText } from "../engine/time.ts";
import type { HandlersOf } from "./handler.ts";

type Names = "recordAttempt" | "rejectLead" | "assignOwner" | "listOpenHours";

export const deedHandlers: HandlersOf<Names> = {
  recordAttempt: async ({ acting }, { body: { subject, channel, note } }) => {
    await recordAttempt(acting, { subject, channel, ...(note === undefined ? {} : { note }) });
    return { recorded: true };
  },
  rejectLead: async ({ acting }, { body: { subject, reason, detail, note } }) => {
    const more = {
      ...(detail === undefined ? {} : { detail }),
      ...(note === undefined ? {} : { note }),
    };
    await rejectLead(acting, { subject, reason, ...more });
    return { recorded: true };
  },
  assignOwner: async ({ acting }, { body }) => {
    const { moved, load } = await assignOwner(acting, body);
    return { moved: [...moved], load: [...load] };
  },
  listOpenHours: async ({ acting }) => {
    const hours = await openHours(acting);
    return {
      hours: hours.map(({ changesAt, ...one }) => ({
        ...one,
        changesAt: changesAt === null ? null : instantText(changesAt),
      })),
    };
  },
};
