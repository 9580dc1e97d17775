/** The dimensions periods are broken down by. Docs: docs/reference/period.md#dimensions. */
import type { View } from "./condition.ts";
import { subjectKind } from "./event.ts";
import { customerOf } from "./level.ts";

export const dimensions = [
  "team",
  "owner",
  "source",
  "campaign",
  "segment",
  "customer",
  "service",
] as const;

export type Dimension = (typeof dimensions)[number];

/** What is known of a subject; null where nothing is. */
export type Dimensions = { readonly [key in Dimension]: string | null };

/**
 * The dimensions of a subject as it is last known: one answer for all its clocks and measures. The
 * segment is `segment`, else `account.segment`, else `account.tier`.
 */
export function dimensionsOf(view: View): Dimensions {
  const { attributes, subject } = view;
  const account = attributes.account as { segment?: unknown; tier?: unknown } | null | undefined;
  const isService = subjectKind(subject) === "service";
  return {
    team: text(attributes.team),
    owner: text(attributes.owner),
    source: text(attributes.source),
    campaign: text(attributes.campaign),
    segment: text(attributes.segment) ?? text(account?.segment) ?? text(account?.tier),
    customer: customerOf(view) ?? null,
    service: isService ? subject.slice("service/".length) : text(attributes.service),
  };
}

export const noDimensions: Dimensions = {
  team: null,
  owner: null,
  source: null,
  campaign: null,
  segment: null,
  customer: null,
  service: null,
};

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
