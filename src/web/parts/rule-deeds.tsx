/** The deeds of a rule as a form: one part for each kind. */
import type { RuleDeed } from "../../engine/automation.ts";
import { useReader } from "../reader.tsx";
import { type DeedKind, deedKinds, firstDeed, kindOfDeed } from "../rule-draft.ts";
import { ruleWords } from "../words/rule.ts";
import { settingWords } from "../words/setting.ts";
import { SelectField, TextField } from "./field.tsx";
import { ListField } from "./list-field.tsx";
import { RuleAssign } from "./rule-assign.tsx";

type DeedsProps = {
  readonly deeds: readonly RuleDeed[];
  readonly change: (deeds: readonly RuleDeed[]) => void;
};

export function RuleDeeds({ deeds, change }: DeedsProps) {
  const { say } = useReader();
  const replace = (place: number, deed: RuleDeed) =>
    change(deeds.map((one, index) => (index === place ? deed : one)));
  return (
    <section className="setting-section">
      <h2>{say(ruleWords.deeds)}</h2>
      {deeds.map((deed, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a deed has no name but its place
        <fieldset key={place} className="rule-deed">
          <legend>{say(ruleWords.deed, { number: place + 1 })}</legend>
          <div className="add-line">
            <SelectField
              label={say(ruleWords.kind)}
              value={kindOfDeed(deed)}
              change={(kind) => replace(place, firstDeed(knownKind(kind)))}
              options={deedKinds.map((value) => ({ value, label: say(ruleWords[value]) }))}
            />
            {deeds.length > 1 && (
              <button
                type="button"
                className="button button-second"
                aria-label={say(ruleWords.removeDeed, { number: place + 1 })}
                onClick={() => change(deeds.filter((_, index) => index !== place))}
              >
                {say(settingWords.remove)}
              </button>
            )}
          </div>
          <DeedFields deed={deed} change={(next) => replace(place, next)} />
        </fieldset>
      ))}
      <div className="row-deeds">
        <button
          type="button"
          className="button button-second"
          onClick={() => change([...deeds, firstDeed("task")])}
        >
          {say(ruleWords.addDeed)}
        </button>
      </div>
    </section>
  );
}

function knownKind(kind: string): DeedKind {
  return deedKinds.find((one) => one === kind) ?? "task";
}

type FieldsProps = { readonly deed: RuleDeed; readonly change: (deed: RuleDeed) => void };

function DeedFields({ deed, change }: FieldsProps) {
  if ("assign" in deed) {
    return <RuleAssign spec={deed.assign} change={(assign) => change({ assign })} />;
  }
  if ("task" in deed) return <TaskFields task={deed.task} change={change} />;
  if ("raise" in deed) return <RaiseFields raise={deed.raise} change={change} />;
  return <NotifyFields notify={deed.notify} change={change} />;
}

type Of<K extends DeedKind> = Extract<RuleDeed, Readonly<Record<K, unknown>>>;
type Change = FieldsProps["change"];

function TaskFields({ task, change }: Of<"task"> & { readonly change: Change }) {
  const { say } = useReader();
  return (
    <div className="fields">
      <TextField
        label={say(ruleWords.taskTitle)}
        value={task.title}
        change={(title) => change({ task: { ...task, title } })}
        isRequired
      />
      <TextField
        label={say(ruleWords.taskTo)}
        value={task.to ?? ""}
        change={(to) => change({ task: to === "" ? { title: task.title } : { ...task, to } })}
        hint={say(ruleWords.taskToHint)}
      />
    </div>
  );
}

function RaiseFields({ raise, change }: Of<"raise"> & { readonly change: Change }) {
  const { say } = useReader();
  return (
    <div className="fields">
      <TextField
        label={say(ruleWords.field)}
        value={raise.field}
        change={(field) => change({ raise: { ...raise, field } })}
        isRequired
      />
      <TextField
        label={say(ruleWords.value)}
        value={String(raise.value)}
        change={(value) => change({ raise: { ...raise, value } })}
        isRequired
      />
    </div>
  );
}

function NotifyFields({ notify, change }: Of<"notify"> & { readonly change: Change }) {
  const { say } = useReader();
  return (
    <div className="fields">
      <ListField
        label={say(ruleWords.tell)}
        value={notify.tell}
        change={(tell) => change({ notify: { ...notify, tell } })}
        hint={say(ruleWords.tellHint)}
        isRequired
      />
      <TextField
        label={say(ruleWords.says)}
        value={notify.says}
        change={(says) => change({ notify: { ...notify, says } })}
        isRequired
      />
    </div>
  );
}
