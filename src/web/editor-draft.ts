/** The draft of an agreement as it is kept while one writes: saved by itself, never over others. */
import { useCallback, useEffect, useState } from "react";
import { RequestRefused } from "../api/client.ts";
import type { ToldProblem } from "../api/problem-document.ts";
import type { Answer, Routes } from "../api/routes.ts";
import type { Language } from "../engine/agreement.ts";
import { clientOf, saysOf } from "./server-client.ts";

type Kept = Answer<Routes["getDraft"]>;

/** `text` is what the server holds under `version`; 0 where it holds none. */
export type Saved = {
  readonly text: string;
  readonly version: number;
  readonly at?: string;
  readonly problems: readonly ToldProblem[];
};

export type Saving =
  | { readonly is: "resting" }
  | { readonly is: "saving" }
  | { readonly is: "failed"; readonly says: string }
  /** Somebody else saved since: theirs, for the reader to look at. */
  | { readonly is: "conflict"; readonly theirs: Kept };

export type DraftKeeper = {
  readonly saved: Saved;
  readonly saving: Saving;
  readonly isKept: boolean;
  readonly saveNow: () => Promise<void>;
  /** Goes on from their version: with their text, or with one's own over it. */
  readonly settle: (theirs: Kept) => void;
  /** Stops saving: what was written has been published. */
  readonly rest: () => void;
};

type Asked = {
  readonly agreement: string;
  readonly language: Language;
  readonly text: string;
  readonly start: Saved;
  readonly isAllowed: boolean;
};

/** Long enough that a word is not saved letter by letter. */
const PAUSE = 1_200;

export function useDraft({ agreement, language, text, start, isAllowed }: Asked): DraftKeeper {
  const [saved, setSaved] = useState(start);
  const [saving, setSaving] = useState<Saving>({ is: "resting" });
  const [isOver, setOver] = useState(false);
  const isKept = text === saved.text || isOver;
  const { version } = saved;
  const saveNow = useCallback(async () => {
    setSaving({ is: "saving" });
    const outcome = await saveOnce({ agreement, language, text, version });
    if (outcome.saved) setSaved(outcome.saved);
    setSaving(outcome.saving);
  }, [agreement, language, text, version]);
  const isDue = !isKept && isAllowed && text !== "" && saving.is === "resting";
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(saveNow, PAUSE);
    return () => clearTimeout(timer);
  }, [isDue, saveNow]);
  useEffect(
    () => setSaving((now) => (now.is === "failed" && text ? { is: "resting" } : now)),
    [text],
  );
  useStay(!isKept);
  const settle = useCallback((theirs: Kept) => {
    setSaved(savedOf(theirs));
    setSaving({ is: "resting" });
  }, []);
  const rest = useCallback(() => setOver(true), []);
  return { saved, saving, isKept, saveNow, settle, rest };
}

type Save = Pick<Asked, "agreement" | "language" | "text"> & { readonly version: number };

async function saveOnce(save: Save): Promise<{ readonly saved?: Saved; readonly saving: Saving }> {
  const { agreement, language, text, version } = save;
  const params = { agreement };
  try {
    const kept = await clientOf(language).saveDraft({ params, body: { text, version } });
    return { saved: savedOf(kept), saving: { is: "resting" } };
  } catch (error) {
    const isStale = error instanceof RequestRefused && error.document.code === "version-stale";
    if (!isStale) return { saving: { is: "failed", says: saysOf(error) } };
    const theirs = await clientOf(language).getDraft({ params });
    return { saving: { is: "conflict", theirs } };
  }
}

export function savedOf({ text, version, updatedAt, problems }: Kept): Saved {
  return { text, version, at: updatedAt, problems: problems as readonly ToldProblem[] };
}

/** The browser asks before it leaves what is not saved yet. */
function useStay(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
}
