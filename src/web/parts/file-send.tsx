/** Bringing a file in: how far it is, what came of it, what was left out, and the undo. */
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Sentence } from "../../engine/problems/kind.ts";
import type { FirstKind } from "../../language/first-agreement.ts";
import type { MappingSpec } from "../../language/mapping.ts";
import { type BroughtIn, bringIn } from "../bring-in.ts";
import type { ScannedFile } from "../csv-file.ts";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { saysOf } from "../server-client.ts";
import { fileWords, startWords } from "../words/start.ts";
import { DataTable } from "./data-table.tsx";
import { TakeBack } from "./start-intakes.tsx";

type SendProps = {
  readonly scanned: ScannedFile;
  readonly spec: MappingSpec | undefined;
  readonly lacks: Sentence | undefined;
  readonly kind: FirstKind;
};

type Stage = "ready" | "going" | "done";

export function FileSend({ scanned, spec, lacks, kind }: SendProps) {
  const { say, language } = useReader();
  const queries = useQueryClient();
  const [stage, setStage] = useState<Stage>("ready");
  const [so, setSo] = useState<BroughtIn>();
  const [broke, setBroke] = useState<string>();
  const go = async () => {
    if (!spec) return;
    setStage("going");
    setBroke(undefined);
    try {
      setSo(await bringIn(scanned, spec, { language, tell: setSo }));
      setStage("done");
    } catch (error) {
      setBroke(say(fileWords.broke, { says: saysOf(error) }));
      setStage("ready");
    }
    await queries.invalidateQueries();
  };
  const mayGo = stage === "ready" && lacks === undefined && spec !== undefined;
  return (
    <section className="file-send">
      {stage !== "done" && (
        <button type="button" className="button" disabled={!mayGo} onClick={go}>
          {say(fileWords.go, { count: scanned.rows })}
        </button>
      )}
      {lacks && <p className="soft">{say(lacks)}</p>}
      {stage === "going" && <Going so={so} all={scanned.rows} />}
      <div role="alert">{broke && <p className="field-problem">{broke}</p>}</div>
      <div role="status">{stage === "done" && so && <Outcome so={so} />}</div>
      {stage === "done" && so && <Next so={so} scanned={scanned} kind={kind} />}
    </section>
  );
}

function Going({ so, all }: { readonly so: BroughtIn | undefined; readonly all: number }) {
  const { say } = useReader();
  const rows = so?.rows ?? 0;
  const told = say(fileWords.going, { rows, all, facts: so?.accepted ?? 0 });
  return (
    <p>
      <progress value={rows} max={all} aria-label={told} /> {told}
    </p>
  );
}

function Outcome({ so }: { readonly so: BroughtIn }) {
  const { say } = useReader();
  const { used, accepted, duplicate, left, refused } = so;
  return (
    <>
      <p>{say(fileWords.done, { used, accepted, duplicate })}</p>
      {left > 0 && <p>{say(fileWords.left, { left })}</p>}
      {refused > 0 && <p>{say(fileWords.refused, { refused })}</p>}
    </>
  );
}

type NextProps = {
  readonly so: BroughtIn;
  readonly scanned: ScannedFile;
  readonly kind: FirstKind;
};

function Next({ so, scanned, kind }: NextProps) {
  const { say } = useReader();
  const [isAsked, ask] = useState(false);
  const title = scanned.file.name;
  return (
    <>
      <div className="actions">
        <Link className="button" to={routePaths.reveal} search={{ kind }}>
          {say(startWords.reveal)}
        </Link>
        <button type="button" className="button button-second" onClick={() => ask(true)}>
          {say(startWords.takeBack)}
        </button>
      </div>
      {so.leftRows.length > 0 && (
        <DataTable
          caption={say(fileWords.leftTable)}
          fileName={say(fileWords.leftFile)}
          rows={so.leftRows}
          rowKey={({ line }) => String(line)}
          columns={[
            {
              key: "line",
              head: say(fileWords.line),
              value: ({ line }) => line,
              isNumber: true,
            },
            { key: "says", head: say(fileWords.problem), value: ({ says }) => says },
            {
              key: "cells",
              head: say(fileWords.cells),
              value: ({ cells }) => cells.join(scanned.delimiter),
            },
          ]}
        />
      )}
      {isAsked && (
        <TakeBack
          intake={{ id: so.intake, title, events: so.accepted + so.duplicate }}
          close={() => ask(false)}
        />
      )}
    </>
  );
}
