/** Every page about accounts, as one part of the server. */
import type { FastifyInstance } from "fastify";
import type { Accounts } from "./accounts.ts";
import { invitationPage } from "./invitation-page.ts";
import { ownerPage } from "./owner-page.ts";
import { servePages } from "./page.ts";
import { profilePages } from "./profile-page.ts";
import { signInPages } from "./sign-in-pages.ts";
import { signOnPages } from "./sign-on-pages.ts";

/** A part for `app.register`: forms are read within it alone. */
export function accountPages(accounts: Accounts) {
  return async (app: FastifyInstance): Promise<void> => {
    const pages = [ownerPage, invitationPage, ...signInPages, ...signOnPages, ...profilePages];
    servePages(app, accounts, pages);
  };
}
