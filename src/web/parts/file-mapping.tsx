/** What a file's columns mean: guessed, changed where the guess is wrong, shown as facts. */
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { isTimeZone } from "../../engine/zone.ts";
import { factParts, type Part } from "../../language/column-name.ts";
import { type DatesFound, datesOf, isTimes } from "../../language/csv-column.ts";
import { type FirstKind, firstKinds } from "../../language/first-agreement.ts";
import type { MappingSpec } from "../../language/mapping.ts";
import {
  type Columns,
  guessColumns,
  guessKind,
  mappingOf,
  timePartsOf,
} from "../../language/mapping-guess.ts";
import type { ScannedFile } from "../csv-file.ts";
import { workspaceQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { fileWords, partWords } from "../words/start.ts";
import { SelectField, TextField } from "./field.tsx";
import { FilePreview } from "./file-preview.tsx";
import { FileSend } from "./file-send.tsx";
import { Failed, Waiting } from "./states.tsx";

const zones = Intl.supportedValuesOf("timeZone");

const delimiterNames: Readonly<Record<string, keyof typeof fileWords>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

/** Everything that is chosen of a file, and the mapping it comes to. */
function useMapping(scanned: ScannedFile, workspaceZone: string) {
  const { language } = useReader();
  const [kind, setKind] = useState(() => guessKind(scanned.header, scanned.file.name));
  const [chosen, setChosen] = useState<Columns>({});
  const [order, setOrder] = useState<DatesFound["order"]>(language === "es" ? "day" : "month");
  const [typed, setTimeZone] = useState<string>();
  const timeZone = typed ?? workspaceZone;
  return useMemo(() => {
    const columns = { ...guessColumns(scanned.columns, kind), ...chosen };
    const dates = datesOf(timesOf(scanned, columns), order);
    const { columns: found, delimiter } = scanned;
    const asked = { kind, columns: saidOf(columns), found, source: "csv", delimiter };
    const spec: MappingSpec | undefined = isTimeZone(timeZone)
      ? mappingOf({ ...asked, timeZone, dates: dates.forms })
      : undefined;
    return {
      kind,
      setKind,
      chosen,
      setChosen,
      setOrder,
      setTimeZone,
      timeZone,
      columns,
      dates,
      spec,
    };
  }, [scanned, kind, chosen, order, timeZone]);
}

type Chosen = ReturnType<typeof useMapping>;

/** Nothing is shown before the workspace's zone is known: hours in another would be other hours. */
export function FileMapping({ scanned }: { readonly scanned: ScannedFile }) {
  const { language } = useReader();
  const { data, isError, error, refetch } = useQuery(workspaceQuestion(language));
  if (isError) return <Failed error={error} again={() => refetch()} />;
  if (!data) return <Waiting />;
  return <Mapping scanned={scanned} workspaceZone={data.timeZone} />;
}

type MappingProps = { readonly scanned: ScannedFile; readonly workspaceZone: string };

function Mapping({ scanned, workspaceZone }: MappingProps) {
  const { say } = useReader();
  const mapping = useMapping(scanned, workspaceZone);
  const { kind, columns, spec, timeZone, chosen, setChosen } = mapping;
  const lacks = lackOf(columns, spec);
  return (
    <>
      <p>
        {say(fileWords.read, {
          name: scanned.file.name,
          rows: scanned.rows,
          columns: scanned.header.length,
          delimiter: say(fileWords[delimiterNames[scanned.delimiter] ?? "comma"]),
          encoding: scanned.encoding.toUpperCase(),
        })}
      </p>
      <AboutFields {...mapping} />
      <ColumnFields
        kind={kind}
        columns={columns}
        scanned={scanned}
        choose={(part, column) => setChosen({ ...chosen, [part]: column })}
      />
      {spec && lacks === undefined && (
        <FilePreview scanned={scanned} spec={spec} timeZone={timeZone} />
      )}
      <FileSend scanned={scanned} spec={spec} lacks={lacks} kind={kind} />
    </>
  );
}

function AboutFields({ kind, setKind, setChosen, timeZone, setTimeZone, dates, setOrder }: Chosen) {
  const { say } = useReader();
  return (
    <>
      <h2>{say(fileWords.about)}</h2>
      <div className="fields">
        <SelectField
          label={say(fileWords.kind)}
          value={kind}
          change={(value) => {
            setKind(value as FirstKind);
            setChosen({});
          }}
          options={firstKinds.map((value) => ({ value, label: say(fileWords[value]) }))}
        />
        <TextField
          label={say(fileWords.zone)}
          value={timeZone}
          change={setTimeZone}
          offers={zones}
          hint={say(fileWords.zoneHint)}
          problem={isTimeZone(timeZone) ? undefined : say(fileWords.zoneWrong)}
        />
        <SelectField
          label={say(fileWords.order)}
          value={dates.order}
          change={(value) => setOrder(value as DatesFound["order"])}
          hint={dates.isSure ? formsText(dates.forms) : say(fileWords.orderGuess)}
          isDisabled={dates.isSure}
          options={[
            { value: "day", label: say(fileWords.orderDay) },
            { value: "month", label: say(fileWords.orderMonth) },
          ]}
        />
      </div>
    </>
  );
}

/** "ISO 8601 · d/M/yyyy H:mm" */
function formsText(forms: DatesFound["forms"]): string {
  return forms.map((form) => (form === "iso" ? "ISO 8601" : form)).join(" · ");
}

type FieldsProps = {
  readonly kind: FirstKind;
  readonly columns: Columns;
  readonly scanned: ScannedFile;
  /** "" for none. */
  readonly choose: (part: Part, column: string) => void;
};

function ColumnFields({ kind, columns, scanned, choose }: FieldsProps) {
  const { say } = useReader();
  const parts: readonly Part[] = ["id", ...timePartsOf[kind], ...factParts];
  const named = scanned.header.filter((name) => name !== "");
  const options = [
    { value: "", label: say(fileWords.none) },
    ...named.map((name) => ({ value: name, label: name })),
  ];
  return (
    <>
      <h2>{say(fileWords.columns)}</h2>
      <p className="soft">{say(fileWords.columnsHint)}</p>
      <div className="fields fields-many">
        {parts.map((part) => (
          <SelectField
            key={part}
            label={say(partWords[part])}
            value={columns[part] ?? ""}
            change={(column) => choose(part, column)}
            options={options}
          />
        ))}
      </div>
    </>
  );
}

/** What was chosen to be no column is none. */
function saidOf(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== ""));
}

function timesOf({ columns: found }: ScannedFile, columns: Columns) {
  const used = new Set<string | undefined>(Object.values(columns));
  return found.filter((column) => used.has(column.name) && isTimes(column));
}

function lackOf(columns: Columns, spec: MappingSpec | undefined) {
  if (!columns.id) return fileWords.needId;
  return spec && spec.events.length === 0 ? fileWords.needTime : undefined;
}
