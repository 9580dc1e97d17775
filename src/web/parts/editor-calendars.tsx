/** The calendars of an agreement: those of the workspace by name, or hours of its own. */
import { describeHours } from "../../language/describe-calendar.ts";
import { isPlainMap } from "../../language/form.ts";
import { under } from "../../language/path.ts";
import { entriesAt, freeName, namesAt, valueAt } from "../editor-change.ts";
import { useReader } from "../reader.tsx";
import { editorWords, sectionWords } from "../words/editor.ts";
import { InYaml, PathList, PathSelect, PathText } from "./editor-fields.tsx";
import { useEditorForm } from "./editor-form-context.tsx";
import { AddButton, EditorFolds } from "./editor-list.tsx";
import { EditorSection } from "./editor-section.tsx";

const path = "spec.calendars";

export function EditorCalendars() {
  const { say, language } = useReader();
  const { reading, calendars, add } = useEditorForm();
  const taken = namesAt(reading.value, path);
  const [first] = calendars;
  const timeZone = String(valueAt(reading.value, "spec.term.timeZone") ?? "UTC");
  const hoursIn = (name: string) => {
    const calendar = reading.sound?.spec?.calendars?.[name];
    return calendar && ("ref" in calendar ? calendar.ref : describeHours(calendar, language));
  };
  const addOwn = () => {
    const week = { "mon-fri": ["09:00-18:00"] };
    add(under(path, freeName(say(editorWords.newCalendar), taken)), { timeZone, week });
  };
  return (
    <EditorSection title={say(sectionWords.calendars)} paths={[path]} count={taken.length}>
      <EditorFolds path={path} nameOf={(_, key) => key} saysOf={(_, key) => hoursIn(key)}>
        {({ path: calendar, entry }) => <Calendar path={calendar} entry={entry} />}
      </EditorFolds>
      <p className="adds">
        {first !== undefined && (
          <AddButton
            says={say(editorWords.addShared)}
            add={() => add(under(path, freeName(first, taken)), { ref: first })}
          />
        )}
        <AddButton says={say(editorWords.addCalendar)} add={addOwn} />
      </p>
    </EditorSection>
  );
}

function Calendar({ path, entry }: { readonly path: string; readonly entry: unknown }) {
  const { say } = useReader();
  const { calendars } = useEditorForm();
  if (!isPlainMap(entry)) return <InYaml path={path} label={say(editorWords.calendar)} />;
  if ("ref" in entry) {
    const options = calendars.map((name) => ({ value: name, label: name }));
    return (
      <PathSelect path={under(path, "ref")} label={say(editorWords.shared)} options={options} />
    );
  }
  if (!("week" in entry)) return <InYaml path={path} label={say(editorWords.joinedCalendars)} />;
  return (
    <div className="fields">
      <PathText path={under(path, "timeZone")} label={say(editorWords.timeZone)} isRequired />
      {entriesAt(entry, "week").map(({ key }) => (
        <PathList
          key={key}
          path={under(under(path, "week"), key)}
          label={say(editorWords.hoursOf, { days: key })}
          hint={say(editorWords.example, { text: "09:00-14:00, 15:00-18:00" })}
        />
      ))}
      <PathText
        path={under(under(path, "holidays"), "country")}
        label={say(editorWords.holidays)}
        hint={say(editorWords.example, { text: "MX" })}
      />
      {"dates" in entry && <InYaml path={under(path, "dates")} label={say(editorWords.dates)} />}
    </div>
  );
}
