/** Tokens that are shown once: only the SHA-256 of each is kept. */
import { createHash, timingSafeEqual } from "node:crypto";

/** A fresh token that nobody can guess, at least 32 bytes of it, in letters a URL may carry. */
export type MakeToken = () => string;

export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Whether two texts are the same, in a time that tells nothing of where they differ. */
export function sameText(left: string, right: string): boolean {
  const [a, b] = [left, right].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
