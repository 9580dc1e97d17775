/** Which addresses each kind of webhook may have. */
import { refuse } from "../engine/problem.ts";
import type { WebhookKind } from "../store/webhook.ts";

/** Microsoft's hosts of workflows; their addresses carry a secret of their own. */
const teamsHosts = [
  ".logic.azure.com",
  ".environment.api.powerplatform.com",
  "api.powerautomate.com",
  "api.powerplatform.com",
  "flow.microsoft.com",
];

export function isTeamsHost(host: string): boolean {
  return teamsHosts.some((one) => (one.startsWith(".") ? host.endsWith(one) : host === one));
}

/**
 * Refused: what is no address, plain http, and addresses of another kind or of connectors retired.
 */
export function readAddress(kind: WebhookKind, text: string, allowPrivate: boolean): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username || url.password) return refuse("webhook-url", { url: shown(text) });
  const isFine = url.protocol === "https:" || (allowPrivate && url.protocol === "http:");
  if (!isFine) refuse("webhook-url", { url: shown(text) });
  if (url.hostname.endsWith("webhook.office.com")) refuse("webhook-retired");
  if (allowPrivate) return url.href;
  if (kind === "slack" && url.hostname !== "hooks.slack.com") refuse("webhook-host", { kind });
  if (kind === "teams" && !isTeamsHost(url.hostname)) refuse("webhook-host", { kind });
  return url.href;
}

/** An address may carry a secret, so only its beginning is shown. */
function shown(text: string): string {
  return text.slice(0, 40);
}
