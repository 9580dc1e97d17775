/** Addresses outside, inboxes, tasks and rules. */
import { dryRun } from "../actions/automation-dry-run.ts";
import { dropRule, keepRule, rulesOn } from "../actions/automation-rule.ts";
import { deadDeliveries, replay } from "../actions/deliver.ts";
import { dropWebhook, keepWebhook, rotateSecret, webhooksOf } from "../actions/deliver-webhook.ts";
import { acknowledge } from "../actions/escalate-acknowledge.ts";
import { inboxOf, markRead } from "../actions/notice.ts";
import { noticeDryRun } from "../actions/notice-dry-run.ts";
import { doneTask, openTasks } from "../actions/task.ts";
import { type Instant, instantText, readInstant } from "../engine/time.ts";
import type { Webhook } from "../store/webhook.ts";
import type { Asking, HandlersOf } from "./handler.ts";

type Names =
  | "listWebhooks"
  | "keepWebhook"
  | "rotateSecret"
  | "removeWebhook"
  | "listDeadDeliveries"
  | "replayDeliveries"
  | "dryRunNotices"
  | "listNotices"
  | "readNotices"
  | "listTasks"
  | "doneTask"
  | "acknowledgeClock"
  | "listRules"
  | "keepRule"
  | "removeRule"
  | "dryRunRule";

/** `makeSecret`: "whsec_" and 32 random bytes in base64. */
export type TellingSettings = {
  readonly makeSecret: () => string;
  readonly allowPrivate: boolean;
};

export function tellingHandlers({ makeSecret, allowPrivate }: TellingSettings): HandlersOf<Names> {
  return {
    listWebhooks: async ({ acting }) => ({ webhooks: (await webhooksOf(acting)).map(shown) }),
    keepWebhook: async ({ acting }, { params, body }) => {
      const { title, ...rest } = body;
      const asked = { ...params, ...rest, ...(title === undefined ? {} : { title }) };
      const made = { secret: makeSecret(), allowPrivate };
      return withSecret(await keepWebhook(acting, asked, made));
    },
    rotateSecret: async ({ acting }, { params }) =>
      withSecret(await rotateSecret(acting, params.id, makeSecret())),
    removeWebhook: async ({ acting }, { params }) => {
      await dropWebhook(acting, params.id);
      return {};
    },
    listDeadDeliveries: async ({ acting }, { query }) => ({
      deliveries: (await deadDeliveries(acting, { limit: query.limit })).map((one) => ({
        id: one.id,
        channel: one.channel,
        recipient: one.recipient,
        happenedAt: instantText(one.happenedAt),
        deadAt: instantText(one.deadAt),
        attempts: one.attempts,
        error: one.lastError ?? null,
        notice: one.body,
      })),
    }),
    replayDeliveries: async ({ acting }, { body }) => ({
      replayed: await replay(acting, body.ids),
    }),
    dryRunNotices: async ({ acting }) => {
      const { from, to, clocks, isCut, told } = await noticeDryRun(acting);
      const rows = told.map(({ via, ...one }) => ({ ...one, via: [...via] }));
      return { from: instantText(from), to: instantText(to), clocks, isCut, told: rows };
    },
    ...ownHandlers,
    ...ruleHandlers,
  };
}

type OwnNames = "listNotices" | "readNotices" | "listTasks" | "doneTask" | "acknowledgeClock";

const ownHandlers: HandlersOf<OwnNames> = {
  listNotices: async (asking, { query }) => {
    const { acting } = asking;
    const inbox = await inboxOf(acting, accountOf(asking), { limit: query.limit });
    return {
      unread: inbox.unread,
      notices: inbox.notices.map(({ id, kind, happenedAt, createdAt, readAt, body }) => ({
        id,
        kind,
        happenedAt: instantText(happenedAt),
        createdAt: instantText(createdAt),
        readAt: textOf(readAt),
        notice: body,
      })),
    };
  },
  readNotices: async (asking, { body }) => ({
    read: await markRead(asking.acting, accountOf(asking), body.ids),
  }),
  listTasks: async (asking) => ({
    tasks: (await openTasks(asking.acting, accountOf(asking))).map((task) => ({
      id: task.id,
      title: task.title,
      subject: task.subject ?? null,
      clock: task.clock ?? null,
      dueAt: textOf(task.dueAt),
    })),
  }),
  doneTask: async ({ acting }, { body }) => {
    await doneTask(acting, body.id);
    return {};
  },
  acknowledgeClock: async ({ acting }, { body }) => ({
    isFirst: await acknowledge(acting, body.clock),
  }),
};

const ruleHandlers: HandlersOf<"listRules" | "keepRule" | "removeRule" | "dryRunRule"> = {
  listRules: async ({ acting }) => ({
    rules: (await rulesOn(acting)).map(({ id, title, isEnabled, document }) => ({
      id,
      title,
      isEnabled,
      document,
    })),
  }),
  keepRule: async ({ acting }, { params, body }) => {
    const { title, isEnabled, document } = body;
    await keepRule(acting, { id: params.id, title, isEnabled, document });
    return {};
  },
  removeRule: async ({ acting }, { params }) => {
    await dropRule(acting, params.id);
    return {};
  },
  dryRunRule: async ({ acting }, { body }) => {
    const [from, to] = [body.from, body.to].map((text) => text && readInstant(text));
    const span = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
    const run = await dryRun(acting, body.document, span);
    return {
      ...run,
      from: instantText(run.from),
      to: instantText(run.to),
      given: { ...run.given },
      firings: run.firings.map(({ at, deeds, ...rest }) => ({
        ...rest,
        at: instantText(at),
        deeds: deeds.map(({ because, ...deed }) => ({
          ...deed,
          ...(because ? { because: { ...because } } : {}),
        })),
      })),
    };
  },
};

/** A key has no inbox: it sees an empty one. */
function accountOf({ caller }: Asking): string {
  return caller.accountId ?? "";
}

function shown(webhook: Webhook) {
  const { id, kind, title, url, types, failures, restsUntil, pausedBecause, former } = webhook;
  return {
    id,
    kind,
    title: title ?? null,
    host: new URL(url).host,
    types: [...types],
    failures,
    restsUntil: textOf(restsUntil),
    pausedBecause: pausedBecause ?? null,
    formerUntil: textOf(former?.until),
  };
}

function withSecret(webhook: Webhook) {
  return { ...shown(webhook), secret: webhook.secret };
}

function textOf(at: Instant | undefined): string | null {
  return at === undefined ? null : instantText(at);
}
