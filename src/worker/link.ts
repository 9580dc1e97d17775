/** Where a notice leads: the page on which something can be done about it. */
import type { NoticeBody } from "../actions/notice-body.ts";

/** `origin` is where people find the product. */
export function linkOf(origin: string, notice: NoticeBody): string {
  if (notice.what === "digest") return origin;
  const clock = "clock" in notice ? `?clock=${encodeURIComponent(notice.clock)}` : "";
  return `${origin}/${clock === "" ? `?subject=${encodeURIComponent(notice.subject)}` : clock}`;
}

/** Where somebody says what to be told of. */
export function preferencesLink(origin: string): string {
  return `${origin}/?notices`;
}
