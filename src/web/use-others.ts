/** The documents that a text is checked beside. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AcuerdoDocument } from "../engine/agreement.ts";
import type { Reading } from "./editor-reading.ts";
import { basesQuestion, calendarsQuestion } from "./questions-editor.ts";
import { useReader } from "./reader.tsx";

/** Calendars of the workspace and the agreements that this one extends. */
export function useOthers({ sound }: Reading): readonly AcuerdoDocument[] | undefined {
  const { language } = useReader();
  const names = sound?.spec?.extends ?? [];
  const calendars = useQuery(calendarsQuestion(language)).data;
  const bases = useQuery(basesQuestion(language, names)).data;
  return useMemo(
    () => (calendars && bases ? [...calendars, ...bases] : undefined),
    [calendars, bases],
  );
}
