/** In whose name somebody acts: a counterparty only in that of the parties it is a contact of. */
import type { AgreementSpec } from "../engine/agreement.ts";
import { refuse } from "../engine/problem.ts";
import type { Db } from "../store/db.ts";
import { findMember } from "../store/member.ts";
import type { Acting } from "./acting.ts";

/**
 * People of the workspace itself act for any party: what they do is in the audit under their name.
 * A counterparty is an outsider. Refused: party-not-yours.
 */
export async function mustSpeakFor(
  db: Db,
  acting: Omit<Acting, "database">,
  { spec, parties }: { readonly spec: AgreementSpec; readonly parties: readonly string[] },
): Promise<void> {
  if (!acting.agreements) return;
  const own = await partiesOf(db, acting, spec);
  for (const party of parties) if (!own.has(party)) refuse("party-not-yours", { party });
}

/** The parties that list the caller's address among their contacts, and the name they sign by. */
export async function partiesOf(
  db: Db,
  { workspaceId, actor }: Pick<Acting, "workspaceId" | "actor">,
  spec: AgreementSpec,
): Promise<ReadonlySet<string>> {
  const account = actor.replace(/^account\//, "");
  const member = await findMember(db, workspaceId, account);
  const email = member?.email?.toLowerCase();
  if (email === undefined) return new Set();
  const own = spec.parties.filter(({ contacts = [], signatory }) =>
    [...contacts.map((one) => one.email?.toLowerCase()), signatory].includes(email),
  );
  return new Set(own.flatMap(({ id, signatory }) => (signatory ? [id, signatory] : [id])));
}
