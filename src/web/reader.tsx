/**
 * Who reads: language, theme, time zone; and how sentences, moments and lengths are said to them.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { Language } from "../engine/agreement.ts";
import type { Sentence } from "../engine/problems/kind.ts";
import { type Facts, say } from "./message.ts";
import { dateText, fullText, momentText, percentText } from "./time-text.ts";

export type Theme = "light" | "dark";

export type Reader = {
  readonly language: Language;
  readonly theme: Theme;
  readonly timeZone: string;
  readonly say: (sentence: Sentence, facts?: Facts) => string;
  readonly moment: (at: number | string, now: number) => string;
  readonly date: (at: number | string, now: number) => string;
  readonly full: (at: number | string, timeZone?: string) => string;
  readonly percent: (share: number) => string;
  readonly choose: (choice: { readonly language?: Language; readonly theme?: Theme }) => void;
};

const ReaderContext = createContext<Reader | undefined>(undefined);

const languageKey = "acuerdo-language";
const themeKey = "acuerdo-theme";

export function ReaderProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const [theme, setTheme] = useState(firstTheme);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
  }, [language, theme]);
  const reader = useMemo(
    () =>
      readerOf(language, theme, (choice) => {
        if (choice.language) keep(languageKey, choice.language, setLanguage);
        if (choice.theme) keep(themeKey, choice.theme, setTheme);
      }),
    [language, theme],
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

function readerOf(language: Language, theme: Theme, choose: Reader["choose"]): Reader {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const place = { language, timeZone };
  return {
    language,
    theme,
    timeZone,
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

function keep<T extends string>(key: string, value: T, set: (value: T) => void): void {
  localStorage.setItem(key, value);
  set(value);
}

function firstLanguage(): Language {
  const kept = localStorage.getItem(languageKey);
  if (kept === "es" || kept === "en") return kept;
  return navigator.language.startsWith("es") ? "es" : "en";
}

function firstTheme(): Theme {
  const kept = localStorage.getItem(themeKey);
  if (kept === "dark" || kept === "light") return kept;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
