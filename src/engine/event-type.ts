/**
 * The event types every source is mapped to. Any other lower-case dotted type is allowed and is
 * custom.
 * Docs: docs/reference/event.md#types.
 */

/**
 * `contact`: somebody reaches somebody, which a reply robot or a sequence may do as well.
 * `record`: somebody or something keeps the books: creating, assigning, deciding.
 */
export type EventNature = "contact" | "record";

const types: Readonly<Record<string, readonly [EventNature, string]>> = {
  lead: [
    "record",
    "created qualified handedOff assigned accepted rejected corrected rerouted rejectionAccepted " +
      "rejectionDisputed sqlAccepted disqualified recycled closedUnreached merged deleted spam " +
      "test statusChanged",
  ],
  contact: ["contact", "attempted connected"],
  touch: ["contact", "sent"],
  meeting: ["contact", "booked held noShow"],
  deal: ["record", "created stageChanged won lost"],
  handoff: ["record", "submitted returned accepted"],
  onboarding: ["record", "kickoffHeld completed firstValue"],
  ticket: [
    "record",
    "created assigned statusChanged priorityChanged solved reopened merged spam noReplyNeeded",
  ],
  survey: ["contact", "answered"],
  account: ["record", "created renewed expanded contracted churned"],
  service: ["record", "down up"],
  campaign: ["record", "launched spent"],
  owner: ["record", "absent back"],
};

const natures: ReadonlyMap<string, EventNature> = new Map<string, EventNature>([
  ...Object.entries(types).flatMap(([family, [nature, names]]) =>
    names.split(" ").map((name): [string, EventNature] => [`${family}.${name}`, nature]),
  ),
  ["ticket.repliedPublic", "contact"],
  ["ticket.customerReplied", "contact"],
]);

export const knownEventTypes: readonly string[] = [...natures.keys()];

/**
 * The nature of a type; a custom one is taken for contact, so that `humanOnly` is never too lax.
 */
export function natureOf(type: string): EventNature {
  return natures.get(type) ?? "contact";
}

const VOIDING = /\.(merged|spam|test|erased)$/;

/**
 * Whether an event takes its subject off the books for good, so that even a breach counts no more:
 * merge, spam, test, and deletion for privacy (`*.deleted` with `reason: privacy`).
 */
export function isVoiding(event: {
  readonly type: string;
  readonly data?: { readonly [key: string]: unknown };
}): boolean {
  if (VOIDING.test(event.type)) return true;
  return event.type.endsWith(".deleted") && event.data?.reason === "privacy";
}
