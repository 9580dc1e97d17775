/**
 * Posting to addresses that people typed in: only to public addresses, unless a setting says
 * otherwise; no redirect is followed, and time and size have limits. Docs:
 * docs/reference/webhook.md#safety.
 */
import { lookup } from "node:dns/promises";
import { type ClientRequest, type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { type Millis, SECOND } from "../engine/time.ts";
import type { Outcome } from "./sending.ts";

export type Post = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** `allowPrivate`: addresses of one's own network, and plain http, are allowed as well. */
export type Outside = {
  readonly allowPrivate: boolean;
  readonly timeout?: Millis;
};

const TIMEOUT = (15 * SECOND) as Millis;
/** Bytes of an answer that are read; more is not waited for. */
const LARGEST_ANSWER = 16_384;
/** Letters of an answer that are kept with a failure. */
const LARGEST_REASON = 200;

/** Networks nobody outside has: RFC 6890 and what was added to it. */
const privateNetworks = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/127",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
  "5f00::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];

const blocked = new BlockList();
for (const network of privateNetworks) {
  const [address = "", prefix] = network.split("/");
  blocked.addSubnet(address, Number(prefix), address.includes(":") ? "ipv6" : "ipv4");
}

/** An IPv4 address written as IPv6 is judged as what it is. */
export function isPrivate(address: string): boolean {
  const kind = isIP(address);
  if (kind === 0) return true;
  return blocked.check(address, kind === 6 ? "ipv6" : "ipv4");
}

/** Posts once. Whatever goes wrong is an outcome, never thrown. */
export async function post(what: Post, outside: Outside): Promise<Outcome> {
  const url = URL.canParse(what.url) ? new URL(what.url) : undefined;
  const isSecure = url?.protocol === "https:";
  if (!url || !(isSecure || (outside.allowPrivate && url.protocol === "http:"))) {
    return { kind: "refused", error: "only https addresses are written to" };
  }
  if (url.username || url.password) return { kind: "refused", error: "a URL with a password" };
  const host = url.hostname.replace(/^\[|\]$/g, "");
  try {
    const found = await lookup(host, { all: true, verbatim: true });
    if (!outside.allowPrivate && found.some(({ address }) => isPrivate(address))) {
      return { kind: "refused", error: `${host} is an address of a private network` };
    }
    const [first] = found;
    if (!first) return { kind: "failed", error: `${host} has no address` };
    return await ask(what, { url, address: first, timeout: outside.timeout ?? TIMEOUT });
  } catch (error) {
    return { kind: "failed", error: reasonOf(error) };
  }
}

type Asked = {
  readonly url: URL;
  readonly address: { readonly address: string; readonly family: number };
  readonly timeout: Millis;
};

/**
 * Connects to the address that was looked at: a name that now says another one is not asked again.
 */
function ask(what: Post, { url, address, timeout }: Asked): Promise<Outcome> {
  const pinned: LookupFunction = (_, options, done) => {
    if (options.all) done(null, [address]);
    else done(null, address.address, address.family);
  };
  const body = Buffer.from(what.body);
  const options = {
    method: "POST",
    lookup: pinned,
    agent: false,
    signal: AbortSignal.timeout(timeout),
    headers: { ...what.headers, "content-length": body.byteLength },
  } as const;
  return new Promise((resolve) => {
    const request: ClientRequest = (url.protocol === "https:" ? requestSecure : requestPlain)(
      url,
      options,
      (response) => resolve(read(response)),
    );
    request.on("error", (error) => resolve({ kind: "failed", error: reasonOf(error) }));
    request.end(body);
  });
}

async function read(response: IncomingMessage): Promise<Outcome> {
  const { statusCode = 0, headers } = response;
  const text = await textOf(response);
  if (statusCode >= 200 && statusCode < 300) return { kind: "sent" };
  const error = `${statusCode} ${text}`.trim().slice(0, LARGEST_REASON);
  if (statusCode === 410) return { kind: "gone", error };
  const after = waitOf(headers["retry-after"]);
  return { kind: "failed", error, ...(after === undefined ? {} : { after }) };
}

async function textOf(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of response) {
      pieces.push(piece as Buffer);
      size += (piece as Buffer).byteLength;
      if (size > LARGEST_ANSWER) break;
    }
  } catch {
    // The status is known; an answer that breaks off says nothing more.
  }
  response.destroy();
  return Buffer.concat(pieces).toString("utf8").replaceAll(/\s+/g, " ");
}

/** Seconds; the form with a date is rare and not heeded. */
function waitOf(header: string | undefined): Millis | undefined {
  return header !== undefined && /^\d{1,6}$/.test(header)
    ? ((Number(header) * SECOND) as Millis)
    : undefined;
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: string };
  return `${typeof code === "string" ? `${code} ` : ""}${message ?? error}`.slice(
    0,
    LARGEST_REASON,
  );
}
