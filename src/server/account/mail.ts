/** What we write to people about their accounts, and the seam by which it leaves. */
import type { Language } from "../../engine/agreement.ts";
import type { Sentence } from "../../engine/problems/kind.ts";
import { html } from "./html.ts";

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** Absent where no mail server is set: links are then printed where the server runs. */
export type SendMail = (mail: Mail) => Promise<void>;

export type MailKind = "signIn" | "reset" | "invitation" | "secondFactor";

type Letter = { readonly subject: Sentence; readonly text: Sentence };

/** `{link}` stands for the address, `{title}` for the workspace. */
const letters: Readonly<Record<MailKind, Letter>> = {
  signIn: {
    subject: { es: "Tu enlace para entrar en Acuerdo", en: "Your link to sign in to Acuerdo" },
    text: {
      es: "Abre este enlace para entrar. Vale 15 minutos y una sola vez:\n\n{link}\n\nSi no lo pediste, no hagas nada: nadie entra sin él.",
      en: "Open this link to sign in. It is good for 15 minutes, once:\n\n{link}\n\nIf you did not ask for it, do nothing: nobody gets in without it.",
    },
  },
  reset: {
    subject: { es: "Elige otra contraseña en Acuerdo", en: "Choose another password in Acuerdo" },
    text: {
      es: "Abre este enlace para elegir otra contraseña. Vale una hora y una sola vez:\n\n{link}\n\nSi no lo pediste, no hagas nada: tu contraseña sigue igual.",
      en: "Open this link to choose another password. It is good for one hour, once:\n\n{link}\n\nIf you did not ask for it, do nothing: your password stays as it is.",
    },
  },
  invitation: {
    subject: { es: "Te invitan a {title} en Acuerdo", en: "You are invited to {title} in Acuerdo" },
    text: {
      es: "Te invitan a «{title}». Abre este enlace para aceptar; vale siete días y una sola vez:\n\n{link}",
      en: 'You are invited to "{title}". Open this link to accept; it is good for seven days, once:\n\n{link}',
    },
  },
  secondFactor: {
    subject: { es: "Cómo entrar en Acuerdo", en: "How to sign in to Acuerdo" },
    text: {
      es: "Pediste un enlace para entrar. Tu cuenta tiene un segundo factor, así que se entra con la contraseña y el código de tu aplicación:\n\n{link}",
      en: "You asked for a link to sign in. Your account has a second factor, so it is entered with your password and the code of your app:\n\n{link}",
    },
  },
};

export function letter(
  kind: MailKind,
  {
    to,
    language,
    link,
    title = "",
  }: {
    readonly to: string;
    readonly language: Language;
    readonly link: string;
    readonly title?: string;
  },
): Mail {
  // A title is one line of somebody's choosing: it must not begin a header of its own.
  const plain = title.replace(/\s+/g, " ").slice(0, 200);
  const filled = (text: string) => text.replaceAll("{title}", plain).replaceAll("{link}", link);
  const { subject, text } = letters[kind];
  const written = filled(text[language]);
  const parts = written
    .split("\n\n")
    .map((part) =>
      part === link ? html`<p><a href="${link}">${link}</a></p>\n` : html`<p>${part}</p>\n`,
    );
  const body = html`<!doctype html>\n<html lang="${language}"><body>\n${parts}</body></html>\n`;
  return { to, subject: filled(subject[language]), text: `${written}\n`, html: body.html };
}
