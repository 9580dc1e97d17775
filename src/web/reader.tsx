/**
 * Who reads: language, theme, time zone; and how sentences, moments and lengths are said to them.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { Language } from "../engine/agreement.ts";
import type { Sentence } from "../engine/problems/kind.ts";
import { type Facts, say } from "./message.ts";
import { dateText, fullText, momentText, percentText } from "./time-text.ts";

export type Theme = "light" | "dark";

/** What a reader may choose; kept in the browser. `workspaceZone`: the one last seen there. */
export type Choices = {
  readonly language: Language;
  readonly theme: Theme;
  readonly density: "comfortable" | "compact";
  /** Whose zone times are told in: the reader's own, or the workspace's. */
  readonly times: "reader" | "workspace";
  readonly workspaceZone: string;
};

export type Reader = Omit<Choices, "workspaceZone"> & {
  readonly timeZone: string;
  readonly ownZone: string;
  readonly say: (sentence: Sentence, facts?: Facts) => string;
  readonly moment: (at: number | string, now: number) => string;
  readonly date: (at: number | string, now: number) => string;
  readonly full: (at: number | string, timeZone?: string) => string;
  readonly percent: (share: number) => string;
  readonly choose: (choice: Partial<Choices>) => void;
};

const ReaderContext = createContext<Reader | undefined>(undefined);

export function ReaderProvider({ children }: { readonly children: ReactNode }) {
  const [choices, setChoices] = useState(firstChoices);
  const { language, theme, density } = choices;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
    document.documentElement.dataset.density = density;
  }, [language, theme, density]);
  const reader = useMemo(
    () =>
      readerOf(choices, (choice) => {
        for (const [key, value] of Object.entries(choice)) localStorage.setItem(nameOf(key), value);
        setChoices((before) => ({ ...before, ...choice }));
      }),
    [choices],
  );
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  assertReader(reader);
  return reader;
}

function assertReader(reader: Reader | undefined): asserts reader is Reader {
  if (!reader) throw new Error("a screen stands outside its reader");
}

function readerOf({ workspaceZone, ...choices }: Choices, choose: Reader["choose"]): Reader {
  const { timeZone: ownZone } = new Intl.DateTimeFormat().resolvedOptions();
  const { language, times } = choices;
  const timeZone = times === "workspace" && workspaceZone !== "" ? workspaceZone : ownZone;
  const place = { language, timeZone };
  return {
    ...choices,
    timeZone,
    ownZone,
    say: (sentence, facts) => say(language, sentence, facts),
    moment: (at, now) => momentText(instantOf(at), now, place),
    date: (at, now) => dateText(instantOf(at), now, place),
    full: (at, zone = timeZone) => fullText(instantOf(at), { language, timeZone: zone }),
    percent: (share) => percentText(share, language),
    choose,
  };
}

function instantOf(at: number | string): number {
  return typeof at === "number" ? at : Date.parse(at);
}

function nameOf(choice: string): string {
  return `acuerdo-${choice}`;
}

function firstChoices(): Choices {
  const kept = (choice: keyof Choices) => localStorage.getItem(nameOf(choice));
  const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const [language, theme] = [kept("language"), kept("theme")];
  return {
    language: language === "es" || language === "en" ? language : browserLanguage(),
    theme: theme === "dark" || theme === "light" ? theme : prefersDark ? "dark" : "light",
    density: kept("density") === "compact" ? "compact" : "comfortable",
    times: kept("times") === "workspace" ? "workspace" : "reader",
    workspaceZone: zoneOr(kept("workspaceZone")),
  };
}

function browserLanguage(): Language {
  return navigator.language.startsWith("es") ? "es" : "en";
}

/** What was kept by hand and is no zone is nothing. */
function zoneOr(kept: string | null): string {
  try {
    return kept ? new Intl.DateTimeFormat("en", { timeZone: kept }).resolvedOptions().timeZone : "";
  } catch {
    return "";
  }
}
