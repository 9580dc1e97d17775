/**
 * The one thing we add to the identity library: a session for a person whose identity something
 * else has proved: a link that was mailed, an invitation, the provider of a workspace.
 */
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import { refuse } from "../../engine/problem.ts";

const asked = z.object({
  person: z.string(),
  /** The workspace that vouches, where one does: the session opens that one alone. */
  boundTo: z.string().optional(),
  workspaceId: z.string().optional(),
});

/** Never mounted on an address: only our own code calls it. */
export const openSessionPlugin = {
  id: "acuerdo-open-session",
  endpoints: {
    openSession: createAuthEndpoint(
      "/acuerdo/open-session",
      { method: "POST", body: asked, metadata: { SERVER_ONLY: true } },
      async (context) => {
        const { person, boundTo, workspaceId } = context.body;
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(person);
        if (!user) return refuse("session-ended");
        const open = boundTo ?? workspaceId ?? null;
        const session = await internalAdapter.createSession(person, false, {
          boundTo: boundTo ?? null,
          workspaceId: open,
        });
        await setSessionCookie(context, { session, user });
        return context.json({ id: session.id });
      },
    ),
  },
} as const;
