/** A person's inbox and tasks, and taking a clock's matter on. */
import { z } from "zod";
import { anything, instant, page, type Route } from "./route.ts";

export const noticeRoutes = {
  listNotices: {
    method: "GET",
    path: "/v1/notices",
    permission: "read",
    says: {
      es: "Tu bandeja, lo último primero, y cuánto queda sin leer (hasta 100).",
      en: "Your inbox, the latest first, and how much is unread (up to 100).",
    },
    query: z.strictObject({ limit: page.limit }),
    answer: z.object({
      unread: z.number(),
      notices: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          happenedAt: instant,
          createdAt: instant,
          readAt: instant.nullable(),
          notice: anything,
        }),
      ),
    }),
  },
  readNotices: {
    method: "POST",
    path: "/v1/notices/read",
    permission: "read",
    says: { es: "Marca avisos tuyos como leídos.", en: "Mark notices of yours as read." },
    body: z.strictObject({ ids: z.array(z.string().max(2_000)).min(1).max(1_000) }),
    answer: z.object({ read: z.number() }),
  },
  listTasks: {
    method: "GET",
    path: "/v1/tasks",
    permission: "read",
    says: { es: "Lo que tienes por hacer.", en: "What you have to do." },
    answer: z.object({
      tasks: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          subject: z.string().nullable(),
          clock: z.string().nullable(),
          dueAt: instant.nullable(),
        }),
      ),
    }),
  },
  doneTask: {
    method: "POST",
    path: "/v1/tasks/done",
    permission: "write",
    says: { es: "Da una tarea por hecha.", en: "Mark a task as done." },
    body: z.strictObject({ id: z.string().min(1).max(2_000) }),
    answer: z.object({}),
    problems: ["thing-missing"],
  },
  acknowledgeClock: {
    method: "POST",
    path: "/v1/clocks/acknowledge",
    permission: "write",
    says: {
      es: "Te haces cargo de un reloj: los pasos que esperan a alguien dejan de avisar.",
      en: "Take a clock's matter on: steps that wait for somebody stop telling.",
    },
    body: z.strictObject({ clock: z.string().min(1).max(2_000) }),
    answer: z.object({ isFirst: z.boolean() }),
    problems: ["thing-missing"],
  },
} as const satisfies Readonly<Record<string, Route>>;
