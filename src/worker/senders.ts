/** The senders of a worker, from what is set up. */
import { emailSender, type SendMail } from "./email.ts";
import type { Outside } from "./outside.ts";
import type { Senders } from "./sending.ts";
import { slackSender } from "./slack.ts";
import { webhookSender } from "./standard-webhook.ts";
import { teamsSender } from "./teams.ts";

/** `origin` is where people find the product; without `sendMail` nothing is told by mail. */
export type SendingSettings = {
  readonly origin: string;
  readonly outside: Outside;
  readonly sendMail?: SendMail;
};

export function openSenders({ origin, outside, sendMail }: SendingSettings): Senders {
  return {
    webhook: webhookSender(outside),
    slack: slackSender(outside, origin),
    teams: teamsSender(outside, origin),
    ...(sendMail ? { email: emailSender(sendMail, origin) } : {}),
  };
}
