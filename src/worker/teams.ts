/**
 * Microsoft Teams by a workflow's address: an adaptive card. Accepted is all that it ever answers.
 */
import { isTeamsHost } from "../actions/webhook-address.ts";
import { linkOf } from "./link.ts";
import { type Outside, post } from "./outside.ts";
import type { Message, Send } from "./sending.ts";
import { heading, say, type Wording } from "./words.ts";

/** A card of more than 28 KB is refused; so many lines stay below it. */
const MOST_LINES = 30;
const LONGEST_LINE = 600;

export function teamsSender(outside: Outside, origin: string): Send {
  return (message) => {
    const url = message.webhook?.url ?? "";
    const host = URL.canParse(url) ? new URL(url).hostname : "";
    if (!outside.allowPrivate && !isTeamsHost(host)) {
      return Promise.resolve({ kind: "refused", error: "not the address of a Teams workflow" });
    }
    const body = JSON.stringify(teamsBody(message, origin));
    return post({ url, body, headers: { "content-type": "application/json" } }, outside);
  };
}

export function teamsBody({ deliveries, workspace }: Message, origin: string): object {
  const wording: Wording = workspace;
  const said = deliveries.map(({ body }) => ({
    ...say(body, wording),
    link: linkOf(origin, body),
  }));
  const shown = said.slice(0, MOST_LINES);
  const text = (words: string, more: object = {}) => ({
    type: "TextBlock",
    text: words.slice(0, LONGEST_LINE),
    wrap: true,
    ...more,
  });
  const reasons = [...new Set(said.map(({ why }) => why))].join(" ");
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    body: [
      text(heading(said.length, wording), { weight: "Bolder" }),
      ...shown.map(({ line, late }) => text([line, late].filter(Boolean).join(" "))),
      text(reasons, { isSubtle: true, size: "Small" }),
    ],
    actions: [
      {
        type: "Action.OpenUrl",
        title: wording.language === "es" ? "Abrir" : "Open",
        url: said[0]?.link ?? origin,
      },
    ],
  };
  const contentType = "application/vnd.microsoft.card.adaptive";
  return { type: "message", attachments: [{ contentType, contentUrl: null, content }] };
}
