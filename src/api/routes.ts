/** Every route there is, by the name its handler and its call go by. */
import type { z } from "zod";
import { agreementRoutes } from "./agreement.ts";
import { agreementLinkRoutes } from "./agreement-link.ts";
import { apiKeyRoutes } from "./api-key.ts";
import { calendarRoutes } from "./calendar.ts";
import { clockRoutes } from "./clock.ts";
import { creditRoutes } from "./credit.ts";
import { deedRoutes } from "./deed.ts";
import { disputeRoutes } from "./dispute.ts";
import { eventRoutes } from "./event.ts";
import { handoffRoutes } from "./handoff.ts";
import { intakeRoutes } from "./intake.ts";
import { measureRoutes } from "./measure.ts";
import { memberRoutes } from "./member.ts";
import { noticeRoutes } from "./notice.ts";
import { openHoursRoutes } from "./open-hours.ts";
import { periodRoutes } from "./period.ts";
import { personRoutes } from "./person.ts";
import { revealRoutes } from "./reveal.ts";
import { reviewRoutes } from "./review.ts";
import type { Route } from "./route.ts";
import { ruleRoutes } from "./rule.ts";
import { sessionRoutes } from "./session.ts";
import { sourceRoutes } from "./source.ts";
import { subjectRoutes } from "./subject.ts";
import { webhookRoutes } from "./webhook.ts";
import { workspaceRoutes } from "./workspace.ts";

export const routes = {
  ...workspaceRoutes,
  ...sessionRoutes,
  ...memberRoutes,
  ...apiKeyRoutes,
  ...personRoutes,
  ...sourceRoutes,
  ...eventRoutes,
  ...intakeRoutes,
  ...revealRoutes,
  ...clockRoutes,
  ...subjectRoutes,
  ...deedRoutes,
  ...openHoursRoutes,
  ...agreementRoutes,
  ...agreementLinkRoutes,
  ...calendarRoutes,
  ...periodRoutes,
  ...measureRoutes,
  ...disputeRoutes,
  ...creditRoutes,
  ...handoffRoutes,
  ...reviewRoutes,
  ...webhookRoutes,
  ...noticeRoutes,
  ...ruleRoutes,
} as const satisfies Readonly<Record<string, Route>>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;

type Part = "params" | "query" | "body";

/** What of a route's parts its schema has, as it is sent. */
export type Sent<R> = {
  readonly [K in Part as R extends { readonly [P in K]: z.ZodType } ? K : never]: R extends {
    readonly [P in K]: infer S extends z.ZodType;
  }
    ? z.input<S>
    : never;
};

/** The same as a handler sees it: read, with what was left out filled in. */
export type Received<R> = {
  readonly [K in Part as R extends { readonly [P in K]: z.ZodType } ? K : never]: R extends {
    readonly [P in K]: infer S extends z.ZodType;
  }
    ? z.output<S>
    : never;
};

export type Answer<R> = R extends { readonly answer: infer S extends z.ZodType }
  ? z.output<S>
  : never;
