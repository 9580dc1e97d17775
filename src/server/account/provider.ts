/** What is said to a workspace's identity provider: OpenID Connect, code flow with PKCE. */
import * as oidc from "openid-client";
import { refuse } from "../../engine/problem.ts";
import type { SingleSignOn } from "../../store/single-sign-on.ts";

/** What one sign-in must remember until the provider sends the person back. */
export type Errand = {
  readonly workspaceId: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
  readonly until: number;
};

/** Whom a provider says it was. */
export type Claimed = {
  readonly subject: string;
  readonly email?: string;
  readonly isProved: boolean;
  readonly name: string;
};

/** Seconds a provider may take to answer. */
const PATIENCE = 10;

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;

/**
 * Refuses a provider without https. One on this very machine is for a product on this very machine:
 * for trying it out.
 */
function refuseInsecure(issuer: string, ownOrigin: string): void {
  const isLocal = LOOPBACK.test(issuer) && LOOPBACK.test(ownOrigin);
  if (!isLocal && !/^https:\/\/[^\s/]+/.test(issuer)) refuse("sign-on-insecure", { issuer });
}

/**
 * Asks a provider what it offers. Refuses one that does not answer, or says it is somebody else.
 */
export async function discover(
  { issuer, clientId }: SingleSignOn,
  { secret, ownOrigin }: { readonly secret: string; readonly ownOrigin: string },
): Promise<oidc.Configuration> {
  refuseInsecure(issuer, ownOrigin);
  const local = LOOPBACK.test(issuer) ? [oidc.allowInsecureRequests] : [];
  // The signature is checked as well: what a proxy on the way could say is then no proof.
  const execute = [oidc.enableNonRepudiationChecks, ...local];
  try {
    const options = { execute, timeout: PATIENCE };
    return await oidc.discovery(new URL(issuer), clientId, secret, undefined, options);
  } catch {
    return refuse("sign-on-unreachable", { issuer });
  }
}

/** Where to send the person, and what to remember meanwhile. */
export async function beginErrand(
  provider: oidc.Configuration,
  asked: {
    readonly workspaceId: string;
    readonly next: string;
    readonly until: number;
    readonly home: string;
  },
): Promise<{ readonly address: string; readonly errand: Errand }> {
  const { workspaceId, next, until, home } = asked;
  const verifier = oidc.randomPKCECodeVerifier();
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  const address = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: home,
    scope: "openid email profile",
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
  });
  return { address: address.href, errand: { workspaceId, state, nonce, verifier, next, until } };
}

/** Whom the provider vouches for. Refuses an answer that is not to this errand, or not from it. */
export async function endErrand(
  provider: oidc.Configuration,
  { state, nonce, verifier }: Errand,
  returned: URL,
): Promise<Claimed> {
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, returned, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    return claimedBy(tokens.claims());
  } catch {
    return refuse("sign-on-refused");
  }
}

function claimedBy(claims: oidc.IDToken | undefined): Claimed {
  if (!claims) return refuse("sign-on-refused");
  const { sub: subject, email, name, email_verified: proved } = claims;
  const address = typeof email === "string" ? email.toLowerCase() : undefined;
  return {
    subject,
    ...(address === undefined ? {} : { email: address }),
    // Most company directories say nothing: they own the addresses. Some say that they did not
    // look.
    isProved: proved !== false && proved !== "false",
    name: typeof name === "string" && name.trim() !== "" ? name : (address ?? subject),
  };
}
