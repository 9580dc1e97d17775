/** What waited to be told and is no longer so: a warning of a promise that was kept meanwhile. */
import { clockId, clocksOfSubjects } from "../store/clock.ts";
import type { Db } from "../store/db.ts";
import type { LeasedDelivery } from "../store/delivery.ts";
import type { ClockNotice } from "./notice-body.ts";

/** The ids of deliveries that were never tried and tell of a deadline ahead that is not there. */
export async function noLongerSo(
  db: Db,
  workspaceId: string,
  deliveries: readonly LeasedDelivery[],
): Promise<readonly string[]> {
  const ahead = deliveries.filter(
    ({ group, attempts, body }) => group !== undefined && attempts === 1 && isAhead(body),
  );
  if (ahead.length === 0) return [];
  const subjects = [...new Set(ahead.map(({ body }) => (body as ClockNotice).subject))];
  const clocks = await clocksOfSubjects(db, workspaceId, subjects);
  const open = new Set(
    clocks
      .filter(({ verdict, state }) => verdict === "open" && state !== "stopped")
      .filter(({ state }) => state !== "cancelled")
      .map(clockId),
  );
  return ahead.filter(({ about }) => !open.has(about ?? "")).map(({ id }) => id);
}

function isAhead(body: unknown): boolean {
  const { what, verdict } = body as Partial<ClockNotice>;
  return verdict === "open" && (what === "warning" || what === "escalation");
}
