/** How the identity library is set up: its limits, and the names its tables have with us. */
import type { BetterAuthOptions } from "better-auth";
import { magicLink, twoFactor } from "better-auth/plugins";
import { PostgresDialect, type PostgresPool } from "kysely";
import type { Database } from "../../store/db.ts";
import { lendConnection } from "../../store/lending.ts";
import { openSessionPlugin } from "./open-session.ts";

export const PASSWORD_LEAST = 10;
export const PASSWORD_MOST = 128;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Seconds. A session ends after `idle` without use, and after `longest` in any case. */
export const sessionLimits = { idle: 7 * DAY, refresh: HOUR, longest: 30 * DAY } as const;

/** The header in which we hand the library the address of whoever asks. */
export const ADDRESS_HEADER = "x-acuerdo-address";

/** A link for somebody's mailbox: the token it carries, for the holder of that address. */
export type SendToken = (to: { readonly email: string; readonly token: string }) => Promise<void>;

/** `origin` is where people find the product; with https, cookies travel over nothing else. */
export type IdentitySettings = {
  readonly database: Database;
  readonly origin: string;
  readonly secret: string;
  readonly sendLink: SendToken;
};

/**
 * Nobody signs up by themselves, nothing is told to anybody outside, and its own routes are not
 * served.
 */
export function identityOptions(settings: IdentitySettings) {
  return {
    appName: "Acuerdo",
    baseURL: settings.origin,
    basePath: "/account/library",
    secret: settings.secret,
    database: {
      dialect: dialectOf(settings.database),
      type: "postgres",
      schemaName: "account",
      transaction: true,
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "acuerdo",
      useSecureCookies: settings.origin.startsWith("https://"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { validateSchema: false },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LEAST,
      maxPasswordLength: PASSWORD_MOST,
      resetPasswordTokenExpiresIn: HOUR,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => settings.sendLink({ email: user.email, token }),
    },
    plugins: [
      magicLink({
        expiresIn: 15 * MINUTE,
        disableSignUp: true,
        storeToken: "hashed",
        sendMagicLink: ({ email, token }) => settings.sendLink({ email, token }),
      }),
      twoFactor({ issuer: "Acuerdo", twoFactorTable: "two_factor", schema: twoFactorNames }),
      openSessionPlugin,
    ],
    ...tableNames,
  } as const satisfies BetterAuthOptions;
}

const dates = { createdAt: "created_at", updatedAt: "updated_at" } as const;

const twoFactorNames = {
  user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
  twoFactor: {
    modelName: "two_factor",
    fields: {
      userId: "person_id",
      backupCodes: "backup_codes",
      failedVerificationCount: "failed_verification_count",
      lockedUntil: "locked_until",
    },
  },
} as const;

const tableNames = {
  user: { modelName: "person", fields: { emailVerified: "email_verified", ...dates } },
  session: {
    modelName: "session",
    fields: {
      userId: "person_id",
      expiresAt: "expires_at",
      ipAddress: "ip_address",
      userAgent: "user_agent",
      ...dates,
    },
    additionalFields: {
      workspaceId: {
        type: "string",
        required: false,
        input: false,
        fieldName: "workspace_id",
      },
      boundTo: { type: "string", required: false, input: false, fieldName: "bound_to" },
    },
    expiresIn: sessionLimits.idle,
    updateAge: sessionLimits.refresh,
  },
  account: {
    modelName: "credential",
    accountLinking: { enabled: false },
    fields: {
      accountId: "account_id",
      providerId: "provider_id",
      userId: "person_id",
      accessToken: "access_token",
      refreshToken: "refresh_token",
      idToken: "id_token",
      accessTokenExpiresAt: "access_token_expires_at",
      refreshTokenExpiresAt: "refresh_token_expires_at",
      ...dates,
    },
  },
  verification: {
    modelName: "verification",
    storeIdentifier: "hashed",
    fields: { expiresAt: "expires_at", ...dates },
  },
} as const;

/** Our pool as the library's query builder wants it. The pool belongs to whoever opened it. */
function dialectOf(database: Database): PostgresDialect {
  const pool = { connect: () => lendConnection(database), end: async () => undefined, options: {} };
  return new PostgresDialect({ pool: pool as unknown as PostgresPool });
}
