/** Rules on events: what each does, switched on and off. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import type { RuleSpec } from "../../engine/automation.ts";
import { useCaller } from "../caller.ts";
import { useAfter, useChange } from "../change.ts";
import { Confirm } from "../parts/confirm.tsx";
import { type DataColumn, DataTable } from "../parts/data-table.tsx";
import { Problems } from "../parts/problems.tsx";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import { routePaths } from "../paths.ts";
import { rulesQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { kindOfDeed } from "../rule-draft.ts";
import { clientOf } from "../server-client.ts";
import { ruleWords } from "../words/rule.ts";
import { settingWords } from "../words/setting.ts";

type Rule = Answer<Routes["listRules"]>["rules"][number];

export function AutomationPage() {
  const { say } = useReader();
  const { may } = useCaller();
  return (
    <SettingFrame
      title={settingWords.automation}
      needs="read"
      changes="publish"
      lead={ruleWords.lead}
      beside={
        may("publish") && (
          <Link className="button" to={routePaths.rule} params={{ rule: "new" }}>
            {say(ruleWords.create)}
          </Link>
        )
      }
    >
      <RuleTable />
    </SettingFrame>
  );
}

function RuleTable() {
  const { say, language } = useReader();
  const answer = useQuery(rulesQuestion(language));
  const [removing, setRemoving] = useState<Rule>();
  const { run, problems } = useChange();
  const turn = ({ id, title, document, isEnabled }: Rule) => {
    const body = { title, document, isEnabled: !isEnabled };
    return run(() => clientOf(language).keepRule({ params: { id }, body }), {
      says: say(ruleWords.saved),
      stale: ["rules"],
    });
  };
  const columns = useColumns(turn, setRemoving);
  if (answer.isError) return <Failed error={answer.error} again={() => answer.refetch()} />;
  if (!answer.data) return <Waiting />;
  const { rules } = answer.data;
  if (rules.length === 0)
    return <Empty title={say(ruleWords.none)} text={say(ruleWords.noneText)} />;
  return (
    <>
      <Problems problems={problems} />
      <DataTable
        caption={say(ruleWords.rules)}
        rows={rules}
        rowKey={({ id }) => id}
        fileName="rules"
        columns={columns}
      />
      {removing && <Removal rule={removing} close={() => setRemoving(undefined)} />}
    </>
  );
}

function useColumns(
  turn: (rule: Rule) => void,
  remove: (rule: Rule) => void,
): readonly DataColumn<Rule>[] {
  const { say } = useReader();
  const { may } = useCaller();
  const doesOf = ({ document }: Rule) =>
    (document as RuleSpec).do.map((deed) => say(ruleWords[kindOfDeed(deed)])).join(", ");
  return [
    {
      key: "title",
      head: say(ruleWords.title),
      value: ({ title }) => title,
      cell: ({ id, title }) => (
        <Link to={routePaths.rule} params={{ rule: id }}>
          {title}
        </Link>
      ),
    },
    {
      key: "when",
      head: say(ruleWords.when),
      value: ({ document }) => (document as RuleSpec).on.join(", "),
    },
    { key: "does", head: say(ruleWords.does), value: doesOf },
    {
      key: "state",
      head: say(ruleWords.state),
      value: ({ isEnabled }) => say(isEnabled ? ruleWords.on : ruleWords.off),
      cell: (rule) => (
        <RuleDeeds
          rule={rule}
          turn={may("publish") ? () => turn(rule) : undefined}
          remove={() => remove(rule)}
        />
      ),
    },
  ];
}

type DeedsProps = {
  readonly rule: Rule;
  readonly turn: (() => void) | undefined;
  readonly remove: () => void;
};

function RuleDeeds({ rule: { title: name, isEnabled }, turn, remove }: DeedsProps) {
  const { say } = useReader();
  return (
    <div className="row-deeds">
      <span>{say(isEnabled ? ruleWords.on : ruleWords.off)}</span>
      {turn && (
        <>
          <button
            type="button"
            className="button button-second button-small"
            aria-label={say(isEnabled ? ruleWords.turnOffOf : ruleWords.turnOnOf, { name })}
            onClick={turn}
          >
            {say(isEnabled ? ruleWords.turnOff : ruleWords.turnOn)}
          </button>
          <button
            type="button"
            className="button button-second button-small"
            aria-label={say(settingWords.removeNamed, { name })}
            onClick={remove}
          >
            {say(settingWords.remove)}
          </button>
        </>
      )}
    </div>
  );
}

function Removal({ rule, close }: { readonly rule: Rule; readonly close: () => void }) {
  const { say, language } = useReader();
  const after = useAfter();
  const run = async () => {
    await clientOf(language).removeRule({ params: { id: rule.id } });
    await after({ says: say(ruleWords.removed), stale: ["rules"] });
  };
  return (
    <Confirm
      title={say(settingWords.removeNamed, { name: rule.title })}
      text={say(ruleWords.removeText)}
      deed={{ says: say(settingWords.remove), run, isHarsh: true }}
      close={close}
    />
  );
}
