/**
 * The screens: a document for every address under theirs, and files that never change under their
 * name. Everything is read once; nothing of a request becomes a path of the machine.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "../engine/problem.ts";
import type { Accounts } from "./account/accounts.ts";
import { formToken } from "./security.ts";

type Asset = {
  readonly type: string;
  readonly plain: Buffer;
  readonly compressed: Buffer | undefined;
  readonly tag: string;
};

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** No inline script, no inline style, nothing from elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Every address that a screen stands at; the rest of the server's addresses are not theirs. */
const screenPaths = [
  ...[
    "/",
    "/start",
    "/start/*",
    "/agreements",
    "/agreements/*",
    "/editor",
    "/editor/*",
    "/lead-quality",
  ],
  ...["/disputes", "/disputes/*", "/corrections", "/credits"],
  ...["/settings", "/settings/*"],
  ...["/reviews", "/reviews/*", "/planner", "/styles"],
];

/**
 * Offers the screens that were built into `folder`; where nothing was, says false and binds
 * nothing. Their letters stand at a name without a hash as well, for the pages beside them.
 */
export function bindScreens(app: FastifyInstance, accounts: Accounts, folder: string): boolean {
  const document = join(folder, "index.html");
  if (!existsSync(document) || !existsSync(join(folder, "assets"))) return false;
  const text = readFileSync(document, "utf8");
  const assets = readAssets(join(folder, "assets"));
  app.get<{ Params: { name: string } }>("/assets/:name", (request, reply) => {
    const asset = assets.get(request.params.name);
    if (!asset) return refuse("thing-missing", { name: request.params.name });
    return sendAsset(asset, request, reply, forEver);
  });
  app.get<{ Params: { name: string } }>("/fonts/:name", (request, reply) => {
    const { name } = request.params;
    const built = [...assets].find(([key]) => key.startsWith(`${name}-latin-wght-normal-`));
    if (!built) return refuse("thing-missing", { name });
    return sendAsset(built[1], request, reply, "public, max-age=86400");
  });
  const answer = (request: FastifyRequest, reply: FastifyReply) =>
    sendDocument(text, accounts, { request, reply });
  for (const path of screenPaths) app.get(path, answer);
  return true;
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const names = readdirSync(folder).filter((name) => extname(name) in types);
  return new Map(
    names.map((name) => {
      const plain = readFileSync(join(folder, name));
      const twin = join(folder, `${name}.br`);
      const compressed = existsSync(twin) ? readFileSync(twin) : undefined;
      const tag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
      return [name, { type: types[extname(name)] ?? "", plain, compressed, tag }] as const;
    }),
  );
}

/** What never changes under its name. */
const forEver = "public, max-age=31536000, immutable";

function sendAsset(
  { type, plain, compressed, tag }: Asset,
  { headers }: FastifyRequest,
  reply: FastifyReply,
  cache: string,
): FastifyReply {
  reply.header("cache-control", cache);
  reply.header("vary", "accept-encoding");
  reply.header("etag", tag);
  if (headers["if-none-match"] === tag) return reply.code(304).send();
  reply.type(type);
  const takesBrotli = /\bbr\b/.test(String(headers["accept-encoding"] ?? ""));
  if (!compressed || !takesBrotli) return reply.send(plain);
  return reply.header("content-encoding", "br").send(compressed);
}

/** The token of the session goes with the document, so that only our own pages can write. */
async function sendDocument(
  text: string,
  accounts: Accounts,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<FastifyReply> {
  const known = await accounts.known(request);
  for (const cookie of known?.cookies ?? []) reply.header("set-cookie", cookie);
  const token = known ? formToken(accounts.secret, known.session.id) : "";
  reply.header("content-security-policy", policy);
  reply.type("text/html; charset=utf-8");
  return reply.send(text.replace("{{token}}", token));
}
