/** Every address of the screens and of the pages beside them. No other file writes one. */

export const routePaths = {
  today: "/",
  agreements: "/agreements",
  agreement: "/agreements/$agreement",
  commitment: "/agreements/$agreement/$commitment",
  leadQuality: "/lead-quality",
  disputes: "/disputes",
  dispute: "/disputes/$dispute",
  corrections: "/corrections",
  credits: "/credits",
  reviews: "/reviews",
  review: "/reviews/$review",
  planner: "/planner",
  settings: "/settings",
  calendars: "/settings/calendars",
  calendar: "/settings/calendars/$calendar",
  people: "/settings/people",
  members: "/settings/members",
  inbox: "/settings/inbox",
  notices: "/settings/notices",
  automation: "/settings/automation",
  rule: "/settings/automation/$rule",
  sources: "/settings/sources",
  keys: "/settings/keys",
  audit: "/settings/audit",
  workspace: "/settings/workspace",
  appearance: "/settings/appearance",
  newAgreement: "/editor",
  editor: "/editor/$agreement",
  start: "/start",
  startFile: "/start/file",
  reveal: "/start/reveal",
  styles: "/styles",
} as const;

/** The page of accounts where people see their sessions, and leave. */
export const accountPath = "/account";

export const livePath = "/v1/live";
export const demoPath = "/v1/demo";
export const workspaceExportPath = "/v1/workspace/export";

/** Facts of the past, a line each: nobody is told of them. */
export const eventsPath = "/v1/events?quiet=true";

/** The page of accounts that a stranger is sent to, and that brings them back. */
export function signInPath(back: string): string {
  return `/sign-in?${new URLSearchParams({ next: back })}`;
}

/** What the palette finds beside pages. */
export type Found = { readonly kind: "agreement" | "subject"; readonly name: string };

/** Where something found is looked at: a subject among today's clocks, with its proof open. */
export function targetOf({ kind, name }: Found) {
  if (kind === "subject")
    return { to: routePaths.today, search: { view: "all", clock: name } } as const;
  const params = { agreement: name };
  return { to: routePaths.agreement, params, search: { tab: "document" } } as const;
}
