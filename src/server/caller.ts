/**
 * Who asks: the seam between the routes and whoever knows people, sessions and keys.
 *
 * `authenticate` is handed to the server; the routes see a caller and nothing of how it was known.
 */
import type { FastifyRequest } from "fastify";
import { type Permission, permissionsOf, type Role } from "../api/permission.ts";

/**
 * One who is known. A person has a role; a key has scopes and no more than those. `agreements`
 * and `customers`: those a counterparty is limited to; absent: all.
 */
export type Caller = {
  readonly workspaceId: string;
  readonly accountId?: string;
  readonly apiKeyId?: string;
  readonly role?: Role;
  readonly scopes?: readonly string[];
  readonly agreements?: readonly string[];
  readonly customers?: readonly string[];
};

/**
 * Undefined where nobody is known by what the request carries; refuses what is forged or expired.
 */
export type Authenticate = (request: FastifyRequest) => Promise<Caller | undefined>;

/** A person may what its role may; a key only what is in its scopes. */
export function may(caller: Caller, permission: Permission): boolean {
  if (caller.apiKeyId !== undefined) return caller.scopes?.includes(permission) ?? false;
  return caller.role !== undefined && permissionsOf[caller.role].includes(permission);
}

/** The name a deed is written under in the audit. */
export function actorOf(caller: Caller): string {
  if (caller.accountId !== undefined) return `account/${caller.accountId}`;
  return `key/${caller.apiKeyId ?? "?"}`;
}
