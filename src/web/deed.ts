/** What can be done about a clock from the screens, and what each deed asks of whoever does it. */
import type { Permission } from "../api/permission.ts";
import type { Clock } from "./standing.ts";

const deeds = ["attempt", "assign", "reject", "acknowledge", "waive"] as const;

export type DeedName = (typeof deeds)[number];

type Rule = { readonly permission: Permission; readonly fits: (clock: Clock) => boolean };

/** An attempt and a rejection are of people that are worked; a ticket is answered where it lies. */
const rules: Readonly<Record<DeedName, Rule>> = {
  attempt: { permission: "record", fits: (clock) => kindOf(clock) !== "ticket" },
  assign: { permission: "record", fits: () => true },
  reject: { permission: "record", fits: (clock) => kindOf(clock) === "lead" },
  acknowledge: { permission: "write", fits: () => true },
  waive: { permission: "dispute", fits: ({ beneficiary }) => beneficiary !== null },
};

/** The deeds that make sense for a clock, the most common first. */
export function deedsOf(clock: Clock): readonly DeedName[] {
  return deeds.filter((name) => rules[name].fits(clock));
}

export function permissionFor(deed: DeedName): Permission {
  return rules[deed].permission;
}

function kindOf({ subject }: Clock): string {
  return subject.split("/", 1)[0] ?? "";
}

/** The keys that ask for a deed. */
export const deedKeys: Readonly<Record<string, DeedName>> = {
  e: "attempt",
  r: "reject",
  a: "assign",
};

/** How people reach each other. */
export const channels = ["phone", "email", "whatsapp", "linkedin", "meeting"] as const;
