/** Slack by an incoming webhook: blocks for the eye, text for screen readers and notifications. */
import { linkOf } from "./link.ts";
import { type Outside, post } from "./outside.ts";
import type { Message, Send } from "./sending.ts";
import { heading, say, type Wording } from "./words.ts";

/** Letters of a section, and sections of a message, that Slack takes; less a margin. */
const LONGEST_SECTION = 2_900;
const MOST_SECTIONS = 40;

const HOST = "hooks.slack.com";

export function slackSender(outside: Outside, origin: string): Send {
  return (message) => {
    const url = message.webhook?.url ?? "";
    if (!outside.allowPrivate && hostOf(url) !== HOST) {
      return Promise.resolve({ kind: "refused", error: `not an address of ${HOST}` });
    }
    const body = JSON.stringify(slackBody(message, origin));
    return post({ url, body, headers: { "content-type": "application/json" } }, outside);
  };
}

export function slackBody({ deliveries, workspace }: Message, origin: string): object {
  const wording: Wording = workspace;
  const said = deliveries.map(({ body }) => ({
    ...say(body, wording),
    link: linkOf(origin, body),
  }));
  const open = wording.language === "es" ? "Abrir" : "Open";
  const sections = said.slice(0, MOST_SECTIONS).map(({ line, late, link }) => ({
    type: "section",
    text: { type: "mrkdwn", text: plain([line, late].filter(Boolean).join(" ")) },
    accessory: {
      type: "button",
      text: { type: "plain_text", text: open },
      url: link,
      action_id: "open",
    },
  }));
  const reasons = [...new Set(said.map(({ why }) => why))].join(" ");
  return {
    text: said.length === 1 ? (said[0]?.line ?? "") : heading(said.length, wording),
    blocks: [
      ...sections,
      { type: "context", elements: [{ type: "mrkdwn", text: plain(reasons) }] },
    ],
  };
}

function plain(text: string): string {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return safe.length > LONGEST_SECTION ? `${safe.slice(0, LONGEST_SECTION)}…` : safe;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}
