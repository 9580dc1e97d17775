/** The words of the pages about accounts, in both languages. */
import type { Language } from "../../engine/agreement.ts";
import type { Sentence } from "../../engine/problems/kind.ts";

const words = {
  signIn: { es: "Entrar", en: "Sign in" },
  signOut: { es: "Salir", en: "Sign out" },
  email: { es: "Correo", en: "E-mail" },
  password: { es: "Contraseña", en: "Password" },
  newPassword: { es: "Contraseña nueva", en: "New password" },
  currentPassword: { es: "Contraseña actual", en: "Current password" },
  passwordHint: {
    es: "Al menos 10 caracteres; cuatro palabras sueltas van bien.",
    en: "At least 10 characters; four loose words do well.",
  },
  name: { es: "Tu nombre", en: "Your name" },
  mailLink: { es: "Recibir un enlace para entrar", en: "Get a link to sign in" },
  forgot: { es: "Olvidé mi contraseña", en: "I forgot my password" },
  company: { es: "Entrar con la cuenta de mi empresa", en: "Sign in with my company's account" },
  companyHint: {
    es: "El nombre corto del espacio, como «ejemplo-sa».",
    en: 'The short name of the workspace, such as "example-inc".',
  },
  workspace: { es: "Espacio de trabajo", en: "Workspace" },
  workspaces: { es: "Espacios de trabajo", en: "Workspaces" },
  goOn: { es: "Seguir", en: "Go on" },
  code: { es: "Código", en: "Code" },
  codeTitle: { es: "Segundo factor", en: "Second factor" },
  codeHint: {
    es: "Los seis dígitos de tu aplicación, o un código de respaldo.",
    en: "The six digits of your app, or a backup code.",
  },
  sentTitle: { es: "Mira tu correo", en: "Look at your mail" },
  sent: {
    es: "Si esa dirección tiene cuenta, va en camino un mensaje con un enlace. Puede tardar un minuto.",
    en: "If that address has an account, a message with a link is on its way. It may take a minute.",
  },
  sentHere: {
    es: "Este servidor no manda correo: el enlace aparece en su terminal.",
    en: "This server sends no mail: the link appears in its terminal.",
  },
  linkTitle: { es: "Entrar con el enlace", en: "Sign in with the link" },
  linkText: {
    es: "Pulsa el botón para entrar en este navegador.",
    en: "Press the button to sign in with this browser.",
  },
  resetTitle: { es: "Elige otra contraseña", en: "Choose another password" },
  resetDone: {
    es: "Listo: entra con la contraseña nueva. Las demás sesiones terminaron.",
    en: "Done: sign in with the new password. All other sessions have ended.",
  },
  send: { es: "Enviar", en: "Send" },
  save: { es: "Guardar", en: "Save" },
  ownerTitle: { es: "Empieza aquí", en: "Begin here" },
  ownerText: {
    es: "Crea tu cuenta. Serás la persona propietaria de este Acuerdo e invitarás a las demás.",
    en: "Make your account. You will own this Acuerdo and invite everybody else.",
  },
  ownerJoins: {
    es: "Serás la persona propietaria del espacio «{title}».",
    en: 'You will own the workspace "{title}".',
  },
  companyName: { es: "Nombre de tu empresa", en: "Name of your company" },
  timeZone: { es: "Zona horaria", en: "Time zone" },
  begin: { es: "Crear la cuenta y entrar", en: "Make the account and go in" },
  invitedTitle: { es: "Te invitan a {title}", en: "You are invited to {title}" },
  invitedAs: {
    es: "Entrarás con {email}. Tu papel: {role}.",
    en: "You will come in with {email}. Your role: {role}.",
  },
  accept: { es: "Aceptar y entrar", en: "Accept and go in" },
  acceptAs: { es: "Aceptar como {email}", en: "Accept as {email}" },
  invitedKnown: {
    es: "Ya tienes cuenta con {email}: entra, y vuelve a abrir el enlace de la invitación.",
    en: "You have an account with {email} already: sign in, and you come back to this invitation.",
  },
  account: { es: "Tu cuenta", en: "Your account" },
  sessions: { es: "Dónde has entrado", en: "Where you are signed in" },
  thisOne: { es: "esta sesión", en: "this session" },
  end: { es: "Terminar", en: "End" },
  endOthers: { es: "Terminar todas las demás", en: "End all others" },
  open: { es: "Abrir", en: "Open" },
  opened: { es: "abierto", en: "open" },
  changePassword: { es: "Cambiar la contraseña", en: "Change the password" },
  changed: {
    es: "Hecho. Las demás sesiones terminaron.",
    en: "Done. All other sessions have ended.",
  },
  twoFactor: { es: "Segundo factor", en: "Second factor" },
  twoFactorOn: { es: "Está activo.", en: "It is on." },
  twoFactorOff: {
    es: "No está activo: con él, la contraseña sola no basta para entrar.",
    en: "It is off: with it, the password alone is not enough to get in.",
  },
  turnOn: { es: "Activar", en: "Turn on" },
  turnOff: { es: "Desactivar", en: "Turn off" },
  keyText: {
    es: "Escribe esta clave en tu aplicación de códigos y luego el código que muestre:",
    en: "Put this key into your authenticator app, and then the code it shows here:",
  },
  openApp: { es: "Abrir en la aplicación", en: "Open in the app" },
  backupText: {
    es: "Guarda estos códigos: cada uno abre una vez si pierdes la aplicación. No se muestran más.",
    en: "Keep these codes: each opens once if you lose the app. They are not shown again.",
  },
  boundText: {
    es: "Entraste con la cuenta de tu empresa: la contraseña y el segundo factor se llevan allí.",
    en: "You signed in with your company's account: its password and second factor are kept there.",
  },
  errorTitle: { es: "No se puede", en: "That cannot be done" },
  failedTitle: { es: "Algo falló", en: "Something failed" },
  failedText: {
    es: "No es cosa tuya y queda anotado. Prueba de nuevo en un momento; si sigue, da el número {request}.",
    en: "It is not your doing and it is written down. Try again in a moment; if it goes on, tell the number {request}.",
  },
  back: { es: "Volver", en: "Back" },
} as const satisfies Readonly<Record<string, Sentence>>;

export type Word = keyof typeof words;

/** The words of that name, with `{name}` filled in. */
export function say(
  language: Language,
  word: Word,
  facts: Readonly<Record<string, string>> = {},
): string {
  const sentence: string = words[word][language];
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
}

/** What each role is called. */
export const roleNames: Readonly<Record<string, Sentence>> = {
  owner: { es: "propietaria o propietario", en: "owner" },
  admin: { es: "administración", en: "administrator" },
  manager: { es: "responsable de equipo", en: "team manager" },
  member: { es: "miembro", en: "member" },
  auditor: { es: "auditoría", en: "auditor" },
  counterparty: { es: "contraparte", en: "counterparty" },
};
