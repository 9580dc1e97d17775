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
  { workspaceId, actor, agreements }: Omit<Acting, "database">,
  { spec, parties }: { readonly spec: AgreementSpec; readonly parties: readonly string[] },
): Promise<void> {
  if (!agreements) return;
  const account = actor.replace(/^account\//, "");
  const member = await findMember(db, workspaceId, account);
  const email = member?.email?.toLowerCase();
  for (const party of parties) {
    const known = spec.parties.find(({ id, signatory }) => id === party || signatory === party);
    const contacts = (known?.contacts ?? []).map((one) => one.email?.toLowerCase());
    const isOwn = email !== undefined && [...contacts, known?.signatory].includes(email);
    if (!isOwn) refuse("party-not-yours", { party });
  }
}
