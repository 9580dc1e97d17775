/** One rule on events: written by form, tried on last month, kept. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { RuleSpec } from "../../engine/automation.ts";
import type { ConditionSpec } from "../../engine/condition.ts";
import { knownEventTypes } from "../../engine/event-type.ts";
import { subjectKinds } from "../../language/known-fields.ts";
import { useCaller } from "../caller.ts";
import { useChange } from "../change.ts";
import { ConditionField } from "../parts/condition-field.tsx";
import { CheckField, TextField } from "../parts/field.tsx";
import { Problems } from "../parts/problems.tsx";
import { RuleDeeds } from "../parts/rule-deeds.tsx";
import { RuleRun } from "../parts/rule-run.tsx";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { rulesQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { documentOf, emptyRule, listOf } from "../rule-draft.ts";
import { clientOf } from "../server-client.ts";
import { ruleWords } from "../words/rule.ts";
import { settingWords } from "../words/setting.ts";

const route = getRouteApi(routePaths.rule);

export function RulePage() {
  const { say, language } = useReader();
  const { rule: id } = route.useParams();
  const answer = useQuery(rulesQuestion(language));
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const found = answer.data.rules.find((one) => one.id === id);
  if (!found && id !== "new") return <p>{say(ruleWords.missing, { name: id })}</p>;
  const title = found?.title ?? say(ruleWords.create);
  const spec = (found?.document as RuleSpec | undefined) ?? emptyRule;
  return (
    <SettingFrame title={title} needs="read" changes="publish">
      <RuleForm
        key={id}
        {...{ id, spec }}
        title={found?.title ?? ""}
        isOn={found?.isEnabled ?? false}
      />
    </SettingFrame>
  );
}

type FormProps = {
  readonly id: string;
  readonly title: string;
  readonly isOn: boolean;
  readonly spec: RuleSpec;
};

function RuleForm(props: FormProps) {
  const { say, language } = useReader();
  const { may } = useCaller();
  const [title, setTitle] = useState(props.title);
  const [isEnabled, setEnabled] = useState(props.isOn);
  const [spec, setSpec] = useState(props.spec);
  const [events, setEvents] = useState(props.spec.on.join(", "));
  const { run, isGoing, problems } = useChange();
  const go = useNavigate();
  const on = listOf(events);
  const document = documentOf({ ...spec, on });
  const save = async () => {
    const id = props.id === "new" ? shortName(title) : props.id;
    const body = { title, isEnabled, document };
    const done = await run(() => clientOf(language).keepRule({ params: { id }, body }), {
      says: say(ruleWords.saved),
      stale: ["rules", "people"],
    });
    if (done) go({ to: routePaths.automation });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="fields">
        <TextField label={say(ruleWords.title)} value={title} change={setTitle} isRequired />
        <TextField
          label={say(ruleWords.events)}
          value={events}
          change={setEvents}
          hint={say(ruleWords.eventsHint)}
          offers={knownEventTypes}
          isRequired
        />
      </div>
      <ConditionField
        label={say(ruleWords.condition)}
        value={spec.when}
        change={(when) => setSpec({ ...spec, when: when as ConditionSpec })}
        kind={subjectKinds.find((kind) => on[0]?.startsWith(`${kind}.`))}
      />
      <p className="soft small">{say(ruleWords.conditionHint)}</p>
      <RuleDeeds deeds={spec.do} change={(deeds) => setSpec({ ...spec, do: deeds })} />
      <CheckField label={say(ruleWords.enabled)} value={isEnabled} change={setEnabled} />
      <Problems problems={problems} />
      {may("publish") && (
        <div className="row-deeds">
          <button type="submit" className="button" disabled={isGoing}>
            {say(settingWords.save)}
          </button>
        </div>
      )}
      <RuleRun document={document} />
    </form>
  );
}

/** "Reparto México" → "reparto-mexico": the id of a rule. */
function shortName(title: string): string {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "rule";
}
