/** What a password must be: long, and not among the first that are tried. */
import { refuse } from "../../engine/problem.ts";
import { PASSWORD_LEAST, PASSWORD_MOST } from "./identity-settings.ts";

/**
 * Words that long lists of stolen passwords are made of. Length does the work; this keeps out what
 * is long and still tried first: one of these with digits around it.
 */
const tried = [
  "password",
  "passw0rd",
  "contraseña",
  "contrasena",
  "qwertyuiop",
  "qwerty",
  "asdfghjkl",
  "1q2w3e4r5t",
  "1qaz2wsx",
  "iloveyou",
  "teamo",
  "welcome",
  "bienvenido",
  "bienvenida",
  "letmein",
  "admin",
  "administrador",
  "administrator",
  "acuerdo",
  "changeme",
  "abc",
  "football",
  "princess",
  "dragon",
  "monkey",
] as const;

/** Refuses a password that is too short, too long, of one or two letters, a run, or tried first. */
export function refuseGuessable(password: string): void {
  const length = [...password].length;
  if (length < PASSWORD_LEAST) refuse("password-short", { least: PASSWORD_LEAST });
  if (password.length > PASSWORD_MOST) refuse("password-long", { most: PASSWORD_MOST });
  const plain = password.toLowerCase();
  const bare = plain.replace(/^[\d\W_]+|[\d\W_]+$/gu, "");
  const isTried = bare === "" || tried.some((word) => word === bare || word + word === bare);
  if (isTried || new Set(plain).size < 4 || isRun(plain)) refuse("password-guessable");
}

/** "abcdefghij", "9876543210": every letter follows from the one before. */
function isRun(text: string): boolean {
  const steps = [...text].map((_, at) => text.charCodeAt(at + 1) - text.charCodeAt(at));
  const inner = new Set(steps.slice(0, -1));
  return inner.size === 1 && [...inner].every((step) => Math.abs(step) === 1);
}
