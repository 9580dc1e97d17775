/** Every page about accounts, as one part of the server. */
import type { FastifyInstance } from "fastify";
import type { Accounts } from "./accounts.ts";
import { invitationPage } from "./invitation-page.ts";
import { ownerPage } from "./owner-page.ts";
import { servePages } from "./page.ts";
import { profilePages } from "./profile-page.ts";
import { signInPages } from "./sign-in-pages.ts";
import { signOnPages } from "./sign-on-pages.ts";

const pages = [ownerPage, invitationPage, ...signInPages, ...signOnPages, ...profilePages];

/**
 * Binds the pages, whose forms are read in a part of their own, and keeps sessions that are in use.
 */
export async function bindAccounts(app: FastifyInstance, accounts: Accounts): Promise<void> {
  app.addHook("onSend", async (request, reply) => {
    const set = [reply.getHeader("set-cookie") ?? []].flat().map(String);
    const isSettled = set.some((one) => one.startsWith(accounts.cookieName("session_token")));
    if (isSettled) return;
    for (const cookie of await accounts.prolonged(request)) reply.header("set-cookie", cookie);
  });
  app.addHook("onClose", () => accounts.settled());
  await app.register(async (part) => servePages(part, accounts, pages));
}
