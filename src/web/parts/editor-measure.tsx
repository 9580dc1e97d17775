/** The measure of a commitment: what is counted, shared or timed in a period. */
import type { SubjectKind } from "../../engine/agreement.ts";
import { knownEventTypes } from "../../engine/event-type.ts";
import { under } from "../../language/path.ts";
import { namesAt, valueAt } from "../editor-change.ts";
import { useReader } from "../reader.tsx";
import { editorWords, measureWords } from "../words/editor.ts";
import { EditorCondition } from "./editor-condition.tsx";
import { PathLength, PathSelect, PathText } from "./editor-fields.tsx";
import { useEditorForm, useValue } from "./editor-form-context.tsx";
import { useOptions } from "./editor-options.ts";
import { SelectField } from "./field.tsx";

type MeasureProps = { readonly path: string; readonly kind: SubjectKind | undefined };

type MeasureName = keyof typeof measureWords;

/** What a measure says until it is said better. */
const beginnings: Readonly<Record<MeasureName, object>> = {
  count: { count: "lead.qualified" },
  sum: { sum: "deal.won", of: "amount" },
  share: { share: "lead.handedOff", that: { "handoff.complete": true } },
  conversion: { conversion: { from: "lead.handedOff", to: "lead.accepted", within: "7d" } },
  duration: { duration: { from: "lead.created", to: "deal.won" }, statistic: "p50" },
  survey: { survey: "csat" },
  retention: { retention: "gross" },
  availability: { availability: "" },
  cadence: { cadence: { event: "touch.sent", every: "14d" } },
};

export function EditorMeasure({ path, kind }: MeasureProps) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const measure = useValue(path);
  const options = useOptions(measureWords);
  const name = options.find(({ value }) => valueAt(measure, value) !== undefined)?.value ?? "count";
  return (
    <>
      <div className="fields">
        <SelectField
          label={say(editorWords.measureKind)}
          value={name}
          options={options}
          change={(next) => put([path, beginnings[next as MeasureName]])}
        />
        <Parts path={path} name={name as MeasureName} />
      </div>
      {name === "share" && (
        <EditorCondition path={under(path, "that")} label={say(editorWords.that)} kind={kind} />
      )}
      <EditorCondition path={under(path, "where")} label={say(editorWords.where)} kind={kind} />
    </>
  );
}

type PartsProps = { readonly path: string; readonly name: MeasureName };

function Parts({ path, name }: PartsProps) {
  const { say } = useReader();
  switch (name) {
    case "count":
      return (
        <>
          <EventText path={under(path, "count")} label={say(editorWords.event)} isRequired />
          <EventText path={under(path, "unless")} label={say(editorWords.unless)} />
        </>
      );
    case "sum":
      return (
        <>
          <EventText path={under(path, "sum")} label={say(editorWords.event)} isRequired />
          <PathText path={under(path, "of")} label={say(editorWords.field)} isRequired />
        </>
      );
    case "share":
      return <EventText path={under(path, "share")} label={say(editorWords.event)} isRequired />;
    case "conversion":
    case "duration":
      return <FromTo path={path} name={name} />;
    case "cadence":
      return (
        <>
          <EventText path={`${path}.cadence.event`} label={say(editorWords.event)} isRequired />
          <PathLength path={`${path}.cadence.every`} label={say(editorWords.every)} />
        </>
      );
    default:
      return <OneWord path={path} name={name} />;
  }
}

function FromTo({ path, name }: PartsProps) {
  const { say } = useReader();
  const inside = under(path, name);
  return (
    <>
      <EventText path={under(inside, "from")} label={say(editorWords.fromEvent)} isRequired />
      <EventText path={under(inside, "to")} label={say(editorWords.toEvent)} isRequired />
      {name === "conversion" ? (
        <PathLength path={under(inside, "within")} label={say(editorWords.within)} />
      ) : (
        <PathText
          path={under(path, "statistic")}
          label={say(editorWords.statistic)}
          hint="mean, p50, p90"
          isRequired
        />
      )}
    </>
  );
}

const words = { survey: ["csat", "nps", "ces"], retention: ["gross", "net", "logo"] } as const;

function OneWord({ path, name }: PartsProps) {
  const { say } = useReader();
  const { reading } = useEditorForm();
  const known =
    name === "survey" || name === "retention"
      ? words[name]
      : namesAt(reading.value, "spec.services");
  const options = known.map((word) => ({ value: word, label: word }));
  return <PathSelect path={under(path, name)} label={say(measureWords[name])} options={options} />;
}

type EventProps = { readonly path: string; readonly label: string; readonly isRequired?: boolean };

function EventText(props: EventProps) {
  return <PathText {...props} offers={knownEventTypes} />;
}
