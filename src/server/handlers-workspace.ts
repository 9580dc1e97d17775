/** The workspace as a whole. */
import { auditChain, auditPage } from "../actions/audit.ts";
import { type Demo, isEmpty, loadDemo } from "../actions/demo.ts";
import type { DemoCompany } from "../actions/timer-body.ts";
import { moveWatermark } from "../actions/watermark.ts";
import { permissions } from "../api/permission.ts";
import type { Received, Routes } from "../api/routes.ts";
import { refuse } from "../engine/problem.ts";
import { DAY, type Instant, instantText, readInstant } from "../engine/time.ts";
import { isTimeZone } from "../engine/zone.ts";
import { inWorkspace } from "../store/db.ts";
import { findWorkspace } from "../store/workspace.ts";
import { actorOf, may } from "./caller.ts";
import type { Asking, HandlersOf } from "./handler.ts";

type Names = "getWorkspace" | "listAudit" | "verifyAudit" | "raiseWatermark" | "loadDemo";

export function workspaceHandlers(demo: Demo): HandlersOf<Names> {
  return {
    getWorkspace,
    listAudit: async ({ acting }, { query }) => {
      const rows = await auditPage(acting, query);
      const told = rows.map(({ number, at, actor, deed, target, facts, hash }) => {
        return { number, at: instantText(at), actor, deed, target, facts, hash };
      });
      return { rows: told };
    },
    verifyAudit: async ({ acting }) => {
      const { rows, brokenAt } = await auditChain(acting);
      return { rows, brokenAt: brokenAt ?? null };
    },
    raiseWatermark: async ({ acting }, { params: { source }, body }) => {
      const until = readInstant(body.until) ?? acting.now;
      return { source, confirmed: await moveWatermark(acting, { source, until }) };
    },
    loadDemo: (asking, { body }) => streamDemo(asking, demo, body),
  };
}

const getWorkspace: HandlersOf<"getWorkspace">["getWorkspace"] = async ({ acting, caller }) => {
  const { database, workspaceId, now } = acting;
  const found = await inWorkspace(database, workspaceId, (db) => findWorkspace(db, workspaceId));
  if (!found) return refuse("workspace-missing", { workspace: workspaceId });
  const { id, title, language, timeZone } = found;
  return {
    id,
    title,
    language,
    timeZone,
    now: instantText(now),
    isEmpty: await isEmpty(acting),
    caller: {
      actor: actorOf(caller),
      role: caller.role ?? null,
      permissions: permissions.filter((one) => may(caller, one)),
    },
  };
};

const YEAR = 365 * DAY;

/**
 * One line for each batch; the last one says that it is done. Nothing is sent before it is allowed.
 */
async function streamDemo(
  { acting, reply }: Asking,
  demo: Demo,
  { language, timeZone, leads, seed }: Received<Routes["loadDemo"]>["body"],
): Promise<void> {
  if (!isTimeZone(timeZone)) refuse("time-zone-unknown", { zone: timeZone });
  const from = (Math.floor((acting.now - YEAR) / DAY) * DAY) as Instant;
  const to = (from + 2 * YEAR) as Instant;
  const company: DemoCompany = { seed, leads: 2 * leads, from, to, timeZone, language };
  if (!(await isEmpty(acting))) refuse("demo-not-empty");
  reply.hijack();
  const { raw } = reply;
  const headers = reply.getHeaders() as Record<string, string>;
  raw.writeHead(200, { ...headers, "content-type": "application/x-ndjson; charset=utf-8" });
  try {
    const say = (recorded: number) => raw.write(`${JSON.stringify({ recorded })}\n`);
    const recorded = await loadDemo(acting, demo, company, say);
    raw.end(`${JSON.stringify({ recorded, done: true })}\n`);
  } catch (error) {
    raw.destroy();
    throw error;
  }
}
