/** The workspace as a whole. */
import { auditChain, auditPage, auditSearch, noteExport } from "../actions/audit.ts";
import { changeWorkspace } from "../actions/change-workspace.ts";
import { type Demo, isEmpty, loadDemo } from "../actions/demo.ts";
import { hasSingleSignOn } from "../actions/single-sign-on.ts";
import type { DemoCompany } from "../actions/timer-body.ts";
import { moveWatermark } from "../actions/watermark.ts";
import { permissions } from "../api/permission.ts";
import type { Received, Routes } from "../api/routes.ts";
import { refuse } from "../engine/problem.ts";
import { DAY, type Instant, instantText, readInstant } from "../engine/time.ts";
import { isTimeZone } from "../engine/zone.ts";
import type { AuditRow } from "../store/audit.ts";
import { Database, inWorkspace, type Target } from "../store/db.ts";
import { exportArchive } from "../store/export.ts";
import { findWorkspace } from "../store/workspace.ts";
import { actorOf, may } from "./caller.ts";
import type { Asking, HandlersOf } from "./handler.ts";

type Names =
  | "getWorkspace"
  | "changeWorkspace"
  | "exportWorkspace"
  | "listAudit"
  | "searchAudit"
  | "verifyAudit"
  | "raiseWatermark"
  | "loadDemo";

/** `target`: where the database is; a whole workspace is copied over a connection of its own. */
export type WorkspaceSettings = { readonly demo: Demo; readonly target: Target };

export function workspaceHandlers({ demo, target }: WorkspaceSettings): HandlersOf<Names> {
  return {
    getWorkspace,
    changeWorkspace: async ({ acting }, { body: { title, language, timeZone } }) => {
      await changeWorkspace(acting, {
        ...(title === undefined ? {} : { title }),
        ...(language === undefined ? {} : { language }),
        ...(timeZone === undefined ? {} : { timeZone }),
      });
      return {};
    },
    exportWorkspace: (asking) => streamExport(asking, target),
    listAudit: async ({ acting }, { query }) => ({
      rows: (await auditPage(acting, query)).map(auditJson),
    }),
    searchAudit: async ({ acting }, { query }) => ({
      rows: (await auditSearch(acting, filterOf(query))).map((row) => ({
        ...auditJson(row),
        actorName: row.actorName,
      })),
    }),
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
    hasSingleSignOn: await hasSingleSignOn(database, workspaceId),
    caller: {
      actor: actorOf(caller),
      role: caller.role ?? null,
      permissions: permissions.filter((one) => may(caller, one)),
    },
  };
};

type AuditQuery = Received<Routes["searchAudit"]>["query"];

function filterOf({ before, actor, deed, target, limit, ...span }: AuditQuery) {
  const [from, to] = [span.from, span.to].map((text) => text && readInstant(text));
  return {
    limit,
    ...(before === undefined ? {} : { before }),
    ...(actor === undefined ? {} : { actor }),
    ...(deed === undefined ? {} : { deed }),
    ...(target === undefined ? {} : { target }),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

function auditJson({ number, at, actor, deed, target, facts, hash }: AuditRow) {
  return { number, at: instantText(at), actor, deed, target, facts, hash };
}

/** Personal data and the secrets of webhooks are in it: the owner alone. */
async function streamExport({ acting, caller, reply }: Asking, target: Target): Promise<void> {
  if (caller.role !== "owner") refuse("role-beyond", { role: "owner" });
  const { workspaceId, now } = acting;
  await noteExport(acting);
  // What is copied does not travel together with other statements, as the server's own do.
  const database = new Database(target, { connections: 1 });
  reply.hijack();
  const headers = reply.getHeaders() as Record<string, string>;
  const name = `${workspaceId}-${instantText(now).slice(0, 10)}.acuerdo.gz`;
  reply.raw.writeHead(200, {
    ...headers,
    "content-type": "application/gzip",
    "content-disposition": `attachment; filename="${name}"`,
  });
  try {
    await exportArchive(database, { now, workspaces: [workspaceId] }, reply.raw);
  } catch (error) {
    reply.raw.destroy();
    throw error;
  } finally {
    await database.close();
  }
}

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
