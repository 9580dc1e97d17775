/** The clock of a commitment: what starts, stops and pauses it, its hours and its targets. */
import type { SubjectKind } from "../../engine/agreement.ts";
import { knownEventTypes } from "../../engine/event-type.ts";
import { isPlainMap } from "../../language/form.ts";
import { under } from "../../language/path.ts";
import { namesAt } from "../editor-change.ts";
import { useReader } from "../reader.tsx";
import { editorWords, sectionWords } from "../words/editor.ts";
import { EditorCondition } from "./editor-condition.tsx";
import { InYaml, PathLength, PathSelect, PathText } from "./editor-fields.tsx";
import { useEditorForm, useValue } from "./editor-form-context.tsx";
import { AddButton, EditorList } from "./editor-list.tsx";

type ClockProps = { readonly path: string; readonly kind: SubjectKind | undefined };

export function EditorClock({ path, kind }: ClockProps) {
  const { say } = useReader();
  const clock = under(path, "clock");
  return (
    <>
      <Signals path={under(clock, "start")} label={say(editorWords.start)} kind={kind} />
      <Signals path={under(clock, "stop")} label={say(editorWords.stop)} kind={kind} />
      <Pause path={under(clock, "pause")} kind={kind} />
      <Targets path={under(path, "target")} kind={kind} />
      <Hours path={under(path, "calendar")} />
    </>
  );
}

function Hours({ path }: { readonly path: string }) {
  const { say } = useReader();
  const { reading, calendars } = useEditorForm();
  const names = [...new Set([...namesAt(reading.value, "spec.calendars"), ...calendars])];
  const options = [
    ...names.map((name) => ({ value: name, label: name })),
    { value: "owner", label: say(editorWords.ownerHours) },
  ];
  return (
    <div className="fields">
      <PathSelect path={path} label={say(editorWords.calendar)} options={options} none="–" />
    </div>
  );
}

type SignalsProps = ClockProps & { readonly label: string };

/** One event, or several. */
function Signals({ path, label, kind }: SignalsProps) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const value = useValue(path);
  const several = Array.isArray(value) ? value : undefined;
  const count = several?.length ?? (value === undefined ? 0 : 1);
  const add = () => {
    const next = knownEventTypes[0] ?? "";
    if (several) put([under(path, several.length), next]);
    else put([path, value === undefined ? next : [value, next]]);
  };
  const paths = several ? several.map((_, index) => under(path, index)) : [path];
  return (
    <fieldset className="signals">
      <legend>{label}</legend>
      {paths.map((one, index) => (
        <div key={one} className="signal">
          <Signal path={one} kind={kind} label={`${label} ${count > 1 ? index + 1 : ""}`.trim()} />
          {several && (
            <button
              type="button"
              className="quiet take"
              aria-label={say(editorWords.take, { name: `${label} ${index + 1}` })}
              onClick={() => put([one, undefined])}
            >
              ×
            </button>
          )}
        </div>
      ))}
      <AddButton says={say(editorWords.addEvent)} add={add} />
    </fieldset>
  );
}

function Signal({ path, label, kind }: SignalsProps) {
  const { say } = useReader();
  const value = useValue(path);
  const where = say(editorWords.where);
  if (isPlainMap(value) && "when" in value) {
    return <EditorCondition path={under(path, "when")} label={say(editorWords.when)} kind={kind} />;
  }
  const event = isPlainMap(value) ? under(path, "event") : path;
  return (
    <>
      <PathText path={event} label={label} offers={knownEventTypes} isRequired />
      {event !== path && <EditorCondition path={under(path, "where")} label={where} kind={kind} />}
    </>
  );
}

function Pause({ path, kind }: ClockProps) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const value = useValue(path);
  const label = say(editorWords.pause);
  if (!isPlainMap(value)) {
    const pause = { while: { status: "waiting" }, atMost: "5bd" };
    return <AddButton says={say(editorWords.addPause)} add={() => put([path, pause])} />;
  }
  return (
    <fieldset className="signals">
      <legend>{label}</legend>
      {"while" in value ? (
        <EditorCondition path={under(path, "while")} label={say(editorWords.while)} kind={kind} />
      ) : (
        <InYaml path={path} label={say(editorWords.pauseEvents)} />
      )}
      <PathLength path={under(path, "atMost")} label={say(editorWords.atMost)} />
      <button type="button" className="quiet take" onClick={() => put([path, undefined])}>
        {say(editorWords.take, { name: label })}
      </button>
    </fieldset>
  );
}

/** The first that fits holds; one without a condition fits always. */
function Targets({ path, kind }: ClockProps) {
  const { say } = useReader();
  const { put } = useEditorForm();
  const value = useValue(path);
  const count = Array.isArray(value) ? value.length : 0;
  return (
    <div className="targets">
      <h4>{say(sectionWords.targets)}</h4>
      <EditorList
        path={path}
        nameOf={(_, key) => say(editorWords.targetName, { number: Number(key) + 1 })}
      >
        {({ path: target, entry }) => (
          <>
            {isPlainMap(entry) && "by" in entry ? (
              <InYaml path={under(target, "by")} label={say(editorWords.dueDate)} />
            ) : (
              <PathLength path={under(target, "within")} label={say(editorWords.within)} />
            )}
            <EditorCondition
              path={under(target, "when")}
              label={say(editorWords.onlyIf)}
              kind={kind}
            />
          </>
        )}
      </EditorList>
      <AddButton
        says={say(editorWords.addTarget)}
        add={() => put([under(path, count), { within: "4h" }])}
      />
    </div>
  );
}
