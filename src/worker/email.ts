/** Mail by SMTP: both parts, a link to where something can be done, and why it was sent. */
import { createTransport } from "nodemailer";
import { type Millis, SECOND } from "../engine/time.ts";
import { linkOf, preferencesLink } from "./link.ts";
import type { Message, Outcome, Send } from "./sending.ts";
import { messageId } from "./standard-webhook.ts";
import { heading, say, type Wording } from "./words.ts";

/** A letter as a transport takes it. */
export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Puts a letter on its way. The same seam for sign-in links and notices. */
export type SendMail = (letter: Letter) => Promise<void>;

const TIMEOUT = (20 * SECOND) as Millis;

/** `url` is "smtps://user:password@host:465" or "smtp://…"; `from` is who it comes from. */
export function smtpMail(url: string, from: string): SendMail {
  const transport = createTransport(url, { from });
  const limits = { connectionTimeout: TIMEOUT, greetingTimeout: TIMEOUT, socketTimeout: TIMEOUT };
  Object.assign(transport.options, limits);
  return async ({ headers, ...letter }) => {
    await transport.sendMail({ ...letter, from, ...(headers ? { headers: { ...headers } } : {}) });
  };
}

export function emailSender(sendMail: SendMail, origin: string): Send {
  return async (message): Promise<Outcome> => {
    try {
      await sendMail(letterOf(message, origin));
      return { kind: "sent" };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

/** An address the server will never take is not tried again; everything else is. */
function outcomeOf(error: unknown): Outcome {
  const { responseCode, message } = error as { responseCode?: number; message?: string };
  const reason = (message ?? String(error)).slice(0, 200);
  const isForEver = responseCode !== undefined && responseCode >= 550 && responseCode <= 553;
  return { kind: isForEver ? "refused" : "failed", error: reason };
}

export function letterOf(message: Message, origin: string): Letter {
  const { deliveries, workspace, recipient } = message;
  const wording: Wording = workspace;
  const lines = deliveries.map(({ body }) => ({
    ...say(body, wording),
    link: linkOf(origin, body),
  }));
  const [first] = lines;
  const title = lines.length === 1 ? (first?.line ?? "") : heading(lines.length, wording);
  const ids = deliveries.map(({ id }) => messageId(workspace.id, id));
  return {
    to: recipient,
    subject: `${oneLine(title)} · ${oneLine(workspace.title)}`,
    text: textOf(lines, wording, origin),
    html: htmlOf(lines, wording, origin),
    headers: {
      "List-Unsubscribe": `<${preferencesLink(origin)}>`,
      "X-Acuerdo-Delivery": ids.join(" ").slice(0, 900),
      "Auto-Submitted": "auto-generated",
    },
  };
}

type Line = ReturnType<typeof say> & { readonly link: string };

const foot = {
  es: "Elige qué avisos recibes",
  en: "Choose which notices you get",
} as const;

function textOf(lines: readonly Line[], { language }: Wording, origin: string): string {
  const parts = lines.map(({ line, why, late, link }) =>
    [line, ...(late ? [late] : []), link, why].join("\n"),
  );
  return `${parts.join("\n\n")}\n\n--\n${foot[language]}: ${preferencesLink(origin)}\n`;
}

function htmlOf(lines: readonly Line[], { language }: Wording, origin: string): string {
  const small = 'style="color:#595959;font-size:13px"';
  const parts = lines.map(({ line, why, late, link }) => {
    const said = `<a href="${safe(link)}">${safe(line)}</a>`;
    const after = late ? `<br>${safe(late)}` : "";
    return `<p>${said}${after}<br><span ${small}>${safe(why)}</span></p>`;
  });
  const preferences = `<a href="${safe(preferencesLink(origin))}">${foot[language]}</a>`;
  const style = 'style="font-family:system-ui,sans-serif;font-size:15px;line-height:1.5"';
  const body = `${parts.join("")}<p ${small}>${preferences}</p>`;
  return `<!doctype html><html lang="${language}"><body ${style}>${body}</body></html>`;
}

/** Line ends in a heading would begin a header of the sender's choosing. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\t]+/g, " ").slice(0, 200);
}

const unsafe: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function safe(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => unsafe[letter] ?? "");
}
