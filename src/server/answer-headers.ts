/** Headers that keep browsers from doing with an answer what it is not for. */
import type { FastifyInstance, FastifyReply } from "fastify";

const always: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "cache-control": "no-store",
};

const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const nonces = new WeakMap<FastifyReply, string>();

/** An answer that says nothing else may load nothing and be framed by nobody. */
export function guardAnswers(app: FastifyInstance, makeId: () => string): void {
  app.addHook("onRequest", async (request, reply) => {
    nonces.set(reply, makeId());
    for (const [name, value] of Object.entries(always)) reply.header(name, value);
    reply.header("content-security-policy", nothing);
    reply.header("x-request-id", request.id);
  });
}

/** What a page of ours may do, and the mark that its own scripts and styles carry. */
export function allowPage(reply: FastifyReply): string {
  const nonce = nonces.get(reply) ?? "";
  const own = `'nonce-${nonce}'`;
  reply.header(
    "content-security-policy",
    [
      "default-src 'none'",
      `script-src ${own}`,
      `style-src ${own}`,
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  );
  reply.type("text/html; charset=utf-8");
  return nonce;
}
