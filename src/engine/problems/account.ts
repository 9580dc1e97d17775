/** What can be wrong with who asks: sign-in, sessions, invitations, roles and keys. */
import type { ProblemKind } from "./kind.ts";

export const accountProblems = {
  "sign-in-needed": {
    severity: "error",
    status: 401,
    says: {
      es: "Para esto hay que entrar, o mandar una clave de API en Authorization: Bearer.",
      en: "Sign in for this, or send an API key in Authorization: Bearer.",
    },
  },
  "sign-in-wrong": {
    severity: "error",
    status: 401,
    says: {
      es: "El correo o la contraseña no son correctos: vuelve a escribirlos, o pide un enlace para entrar.",
      en: "The address or the password is not right: write them again, or ask for a link to sign in.",
    },
  },
  "sign-in-locked": {
    severity: "error",
    status: 429,
    says: {
      es: "Demasiados intentos fallidos: espera {seconds} s y vuelve a probar.",
      en: "Too many failed tries: wait {seconds} s and try again.",
    },
  },
  "second-factor-wrong": {
    severity: "error",
    status: 401,
    says: {
      es: "Ese código no vale o ya se usó: escribe el que muestra ahora tu aplicación.",
      en: "That code is wrong or was used: write the one your app shows now.",
    },
  },
  "second-factor-needed": {
    severity: "error",
    status: 403,
    says: {
      es: "Tu cuenta pide un segundo factor: entra con tu contraseña y el código de tu aplicación.",
      en: "Your account asks for a second factor: sign in with your password and the code of your app.",
    },
  },
  "session-ended": {
    severity: "error",
    status: 401,
    says: {
      es: "Tu sesión terminó: vuelve a entrar.",
      en: "Your session has ended: sign in again.",
    },
  },
  "session-bound": {
    severity: "error",
    status: 403,
    says: {
      es: "Entraste con la cuenta de tu empresa, que solo abre su espacio: para esto, entra con tu correo.",
      en: "You signed in with your company's account, which opens its workspace alone: for this, sign in with your address.",
    },
  },
  "origin-foreign": {
    severity: "error",
    status: 403,
    says: {
      es: "La petición viene de otra página ({origin}): hazla desde Acuerdo, o con una clave de API.",
      en: "The request comes from another page ({origin}): make it from Acuerdo, or with an API key.",
    },
  },
  "form-stale": {
    severity: "error",
    status: 403,
    says: {
      es: "Esta página se abrió hace demasiado o en otra sesión: cárgala otra vez y repite.",
      en: "This page was opened too long ago or in another session: load it again and repeat.",
    },
  },
  "password-short": {
    severity: "error",
    status: 422,
    says: {
      es: "La contraseña necesita al menos {least} caracteres.",
      en: "The password needs at least {least} characters.",
    },
  },
  "password-long": {
    severity: "error",
    status: 422,
    says: {
      es: "La contraseña puede tener hasta {most} caracteres.",
      en: "The password may have up to {most} characters.",
    },
  },
  "password-guessable": {
    severity: "error",
    status: 422,
    says: {
      es: "Esa contraseña es de las primeras que se prueban: elige otra, por ejemplo cuatro palabras sueltas.",
      en: "That password is among the first to be tried: choose another, four loose words for example.",
    },
  },
  "email-invalid": {
    severity: "error",
    status: 422,
    says: {
      es: "«{email}» no es una dirección de correo.",
      en: '"{email}" is not an e-mail address.',
    },
  },
  "name-empty": {
    severity: "error",
    status: 422,
    says: { es: "Falta el nombre.", en: "The name is missing." },
  },
  "link-spent": {
    severity: "error",
    status: 410,
    says: {
      es: "Este enlace ya se usó o caducó: pide otro.",
      en: "This link was used or has expired: ask for another.",
    },
  },
  "owner-link-spent": {
    severity: "error",
    status: 410,
    says: {
      es: "Este enlace ya se usó, caducó o fue reemplazado: ejecuta «acuerdo owner-link» para ver otro.",
      en: 'This link was used, has expired or was replaced: run "acuerdo owner-link" to see another.',
    },
  },
  "owner-known": {
    severity: "error",
    status: 409,
    says: {
      es: "Ya hay una persona propietaria: pídele una invitación.",
      en: "There is an owner already: ask for an invitation.",
    },
  },
  "invitation-spent": {
    severity: "error",
    status: 410,
    says: {
      es: "Esta invitación ya se usó, caducó o fue retirada: pide otra a quien te invitó.",
      en: "This invitation was used, has expired or was taken back: ask whoever invited you for another.",
    },
  },
  "invitation-address": {
    severity: "error",
    status: 403,
    says: {
      es: "La invitación es para otra dirección, no para {email}: entra con la dirección invitada.",
      en: "The invitation is for another address, not for {email}: sign in with the invited one.",
    },
  },
  "invitation-missing": {
    severity: "error",
    status: 404,
    says: {
      es: "No hay ninguna invitación abierta «{id}».",
      en: 'There is no open invitation "{id}".',
    },
  },
  "member-known": {
    severity: "error",
    status: 409,
    says: {
      es: "{email} ya es parte de este espacio.",
      en: "{email} already belongs to this workspace.",
    },
  },
  "member-missing": {
    severity: "error",
    status: 404,
    says: {
      es: "Nadie de este espacio se llama «{account}».",
      en: 'Nobody in this workspace is called "{account}".',
    },
  },
  "workspace-closed": {
    severity: "error",
    status: 403,
    says: {
      es: "Tu cuenta no abre este espacio: pide una invitación a quien lo administra.",
      en: "Your account does not open this workspace: ask its administrator for an invitation.",
    },
  },
  "workspace-known": {
    severity: "error",
    status: 409,
    says: {
      es: "Ya hay un espacio «{workspace}»: elige otro nombre.",
      en: 'There is a workspace "{workspace}" already: choose another name.',
    },
  },
  "workspace-name": {
    severity: "error",
    status: 422,
    says: {
      es: "«{workspace}» no sirve de nombre corto: usa minúsculas, cifras y guiones, hasta 63.",
      en: '"{workspace}" cannot be a short name: use lower case, digits and hyphens, 63 at most.',
    },
  },
  "role-beyond": {
    severity: "error",
    status: 403,
    says: {
      es: "Con tu papel no puedes dar ni quitar el de «{role}»: pídeselo a una persona propietaria.",
      en: 'With your role you may not give or take that of "{role}": ask an owner.',
    },
  },
  "owner-last": {
    severity: "error",
    status: 409,
    says: {
      es: "Es la única persona propietaria: nombra antes a otra.",
      en: "This is the only owner: name another first.",
    },
  },
  "agreements-needed": {
    severity: "error",
    status: 422,
    says: {
      es: "Una contraparte ve solo sus acuerdos: di cuáles.",
      en: "A counterparty sees its own agreements alone: say which.",
    },
  },
  "agreements-idle": {
    severity: "error",
    status: 422,
    says: {
      es: "Solo una contraparte se limita a unos acuerdos: quita la lista, o cambia el papel.",
      en: "Only a counterparty is limited to some agreements: leave the list out, or change the role.",
    },
  },
  "api-key-wrong": {
    severity: "error",
    status: 401,
    says: {
      es: "Esa clave de API no existe, caducó o fue revocada: crea otra.",
      en: "That API key does not exist, has expired or was revoked: create another.",
    },
  },
  "api-key-missing": {
    severity: "error",
    status: 404,
    says: {
      es: "No hay ninguna clave vigente «{id}».",
      en: 'There is no key "{id}" in force.',
    },
  },
  "scope-beyond": {
    severity: "error",
    status: 403,
    says: {
      es: "No puedes dar a una clave el permiso «{scope}», que tú no tienes.",
      en: 'You cannot give a key the permission "{scope}", which you do not have.',
    },
  },
  "sign-on-missing": {
    severity: "error",
    status: 404,
    says: {
      es: "Este espacio no tiene entrada única: entra con tu correo.",
      en: "This workspace has no single sign-on: sign in with your address.",
    },
  },
  "sign-on-unreachable": {
    severity: "error",
    status: 502,
    says: {
      es: "El proveedor de identidad {issuer} no responde como se espera: revisa su dirección y sus datos.",
      en: "The identity provider {issuer} does not answer as expected: check its address and its settings.",
    },
  },
  "sign-on-refused": {
    severity: "error",
    status: 403,
    says: {
      es: "El proveedor de identidad no confirmó quién eres: empieza otra vez desde la página de entrada.",
      en: "The identity provider did not confirm who you are: begin again from the sign-in page.",
    },
  },
  "sign-on-stranger": {
    severity: "error",
    status: 403,
    says: {
      es: "{email} no está invitada a este espacio: pide una invitación a quien lo administra.",
      en: "{email} is not invited to this workspace: ask its administrator for an invitation.",
    },
  },
  "sign-on-insecure": {
    severity: "error",
    status: 422,
    says: {
      es: "El proveedor de identidad {issuer} debe tener una dirección https.",
      en: "The identity provider {issuer} must have an https address.",
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
