/** What the editor asks: where the text begins, and the documents it stands beside. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { RequestRefused } from "../api/client.ts";
import type { AgreementDocument, Language } from "../engine/agreement.ts";
import { readDocuments } from "../language/reader.ts";
import type { Leads } from "./editor-amendment.ts";
import { type Saved, savedOf } from "./editor-draft.ts";
import { clientOf } from "./server-client.ts";

export type Start = { readonly title: string; readonly revision: number; readonly saved: Saved };

/** The draft, or the latest revision: asked once, so that what is written is never replaced. */
export function startQuestion(language: Language, agreement: string) {
  return queryOptions({
    queryKey: ["editor", agreement],
    queryFn: () => startOf(language, agreement),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

async function startOf(language: Language, agreement: string): Promise<Start> {
  const client = clientOf(language);
  const params = { agreement };
  const { title, hasDraft, revisions } = await client.getAgreement({ params });
  const number = Math.max(0, ...revisions.map((one) => one.number));
  if (hasDraft) {
    const draft = await client.getDraft({ params });
    return { title, revision: number, saved: savedOf(draft) };
  }
  const { text } = await client.getRevision({ params: { agreement, number } });
  return { title, revision: number, saved: { text, version: 0, problems: [] } };
}

/** The text of an agreement: its latest revision, or its draft where there is none. */
export async function textOfAgreement(language: Language, agreement: string): Promise<string> {
  const client = clientOf(language);
  const params = { agreement };
  const { revisions } = await client.getAgreement({ params });
  const number = Math.max(0, ...revisions.map((one) => one.number));
  if (number === 0) return (await client.getDraft({ params })).text;
  return (await client.getRevision({ params: { agreement, number } })).text;
}

export function calendarsQuestion(language: Language) {
  return queryOptions({
    queryKey: ["calendars", language, "documents"],
    queryFn: async () => {
      const { calendars } = await clientOf(language).listCalendars();
      const latest = new Map(calendars.map(({ id, text }) => [id, text]));
      return [...latest.values()].flatMap((text) => readDocuments(text).documents);
    },
  });
}

/** Agreements that one extends, and what they extend in turn. */
export function basesQuestion(language: Language, names: readonly string[]) {
  return queryOptions({
    queryKey: ["bases", ...names],
    queryFn: () => basesOf(language, names, []),
    placeholderData: keepPreviousData,
  });
}

const MOST_BASES = 20;

async function basesOf(
  language: Language,
  names: readonly string[],
  found: readonly AgreementDocument[],
): Promise<readonly AgreementDocument[]> {
  const known = found.map(({ metadata }) => metadata.name);
  const next = names.find((name) => !known.includes(name));
  if (next === undefined || found.length >= MOST_BASES) return found;
  const document = await latestDocument(language, next);
  const rest = names.filter((name) => name !== next);
  if (!document) return basesOf(language, rest, found);
  return basesOf(language, [...rest, ...(document.spec.extends ?? [])], [...found, document]);
}

/** The latest revision of an agreement; undefined where there is none of that name. */
export async function latestDocument(
  language: Language,
  agreement: string,
): Promise<AgreementDocument | undefined> {
  const client = clientOf(language);
  const params = { agreement };
  try {
    const { revisions } = await client.getAgreement({ params });
    const number = Math.max(0, ...revisions.map((one) => one.number));
    if (number === 0) return undefined;
    const { document } = await client.getRevision({ params: { agreement, number } });
    return document as AgreementDocument;
  } catch (error) {
    if (error instanceof RequestRefused && error.document.code === "thing-missing")
      return undefined;
    throw error;
  }
}

/** Enough of the latest leads to tell which value decides; each is read as it was handed over. */
const MOST_LEADS = 40;
const YEAR = 365 * 86_400_000;
const DAY = 86_400_000;

type Asked = { readonly agreement: string; readonly detail: string; readonly now: number };

/** What leads that came back for one reason were at their hand-over, and those that did not. */
export function leadsForAmendment(language: Language, { agreement, detail, now }: Asked) {
  const to = Math.ceil(now / DAY) * DAY;
  const span = { from: new Date(to - YEAR).toISOString(), to: new Date(to).toISOString() };
  return queryOptions({
    queryKey: ["loop", "amendment", agreement, detail, span],
    queryFn: async (): Promise<Leads> => {
      const client = clientOf(language);
      const limit = MOST_LEADS;
      const [returned, accepted] = await Promise.all([
        client.leadsOfLoop({
          query: { stage: "rejected", family: "definitional", detail, ...span, limit },
        }),
        client.leadsOfLoop({ query: { stage: "accepted", ...span, limit } }),
      ]);
      const never = accepted.leads.filter(({ names }) => !names.includes("rejected"));
      return {
        returned: await handedOver(language, agreement, returned.leads),
        accepted: await handedOver(language, agreement, never),
      };
    },
  });
}

async function handedOver(
  language: Language,
  agreement: string,
  leads: readonly { readonly subject: string }[],
): Promise<readonly unknown[]> {
  const found = leads.map(async ({ subject }) => {
    try {
      return [(await clientOf(language).showHandoff({ query: { subject, agreement } })).fields];
    } catch (error) {
      if (error instanceof RequestRefused && error.document.code === "thing-missing") return [];
      throw error;
    }
  });
  return (await Promise.all(found)).flat();
}
