/** What to look at in the text that is in force: it binds as it is, and might say more. */
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { tellProblem } from "../../api/problem-document.ts";
import type { Instant } from "../../engine/time.ts";
import { entriesAt, valueAt } from "../editor-change.ts";
import { isInside } from "../editor-fold.ts";
import { problemsOfText, type Reading, readText } from "../editor-reading.ts";
import { useNow } from "../now.ts";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { useOthers } from "../use-others.ts";
import { agreementWords } from "../words/agreement.ts";
import { Icon } from "./icon.tsx";

type LintsProps = { readonly agreement: string; readonly text: string };

const HOUR = 3_600_000;

export function AgreementLints({ agreement, text }: LintsProps) {
  const { say, language } = useReader();
  const reading = useMemo(() => readText(text), [text]);
  const others = useOthers(reading);
  const hour = (Math.floor(useNow() / HOUR) * HOUR) as Instant;
  const found = useMemo(
    () => (others ? problemsOfText(text, { others, now: hour }) : []),
    [text, others, hour],
  );
  if (found.length === 0) return null;
  return (
    <details className="lints">
      <summary>{say(agreementWords.lints, { count: found.length })}</summary>
      <ul>
        {found.map((one) => {
          const { code, severity, place, says } = tellProblem(one, language);
          return (
            <li key={`${code} ${place?.path}`} className={`problem-${severity}`}>
              <Icon shape={severity === "error" ? "missed" : "atRisk"} />
              <span>
                {says}{" "}
                <Link
                  to={routePaths.editor}
                  params={{ agreement }}
                  search={searchOf(reading, place?.path)}
                >
                  {say(agreementWords.lintEdit)}
                </Link>
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** The commitment that a problem is in, for the editor to open. */
function searchOf({ value }: Reading, path = "") {
  const found = entriesAt(value, "spec.commitments").find((one) => isInside(path, one.path));
  const id = valueAt(found?.entry, "id");
  return typeof id === "string" ? { commitment: id } : {};
}
