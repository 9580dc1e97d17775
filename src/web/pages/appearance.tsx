/** How the screens look to this reader, in this browser. */
import { useCaller } from "../caller.ts";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { useReader } from "../reader.tsx";
import { settingWords } from "../words/setting.ts";
import { workspaceWords } from "../words/workspace.ts";

export function AppearancePage() {
  const { say, language, theme, density, times, ownZone, choose } = useReader();
  const { timeZone } = useCaller();
  return (
    <SettingFrame title={settingWords.appearance} needs="read" lead={workspaceWords.appearanceLead}>
      <div className="stack">
        <Choice
          legend={say(workspaceWords.readerLanguage)}
          chosen={language}
          choose={(value) => choose({ language: value })}
          options={[
            ["es", say(workspaceWords.es)],
            ["en", say(workspaceWords.en)],
          ]}
        />
        <Choice
          legend={say(workspaceWords.theme)}
          chosen={theme}
          choose={(value) => choose({ theme: value })}
          options={[
            ["light", say(workspaceWords.light)],
            ["dark", say(workspaceWords.dark)],
          ]}
        />
        <Choice
          legend={say(workspaceWords.times)}
          hint={say(workspaceWords.timesHint)}
          chosen={times}
          choose={(value) => choose({ times: value, workspaceZone: timeZone })}
          options={[
            ["reader", say(workspaceWords.ownZone, { zone: ownZone })],
            ["workspace", say(workspaceWords.workspaceZone, { zone: timeZone })],
          ]}
        />
        <Choice
          legend={say(workspaceWords.density)}
          chosen={density}
          choose={(value) => choose({ density: value })}
          options={[
            ["comfortable", say(workspaceWords.comfortable)],
            ["compact", say(workspaceWords.compact)],
          ]}
        />
      </div>
    </SettingFrame>
  );
}

type ChoiceProps<T extends string> = {
  readonly legend: string;
  readonly hint?: string;
  readonly chosen: T;
  readonly choose: (value: T) => void;
  readonly options: readonly (readonly [T, string])[];
};

function Choice<T extends string>({ legend, hint, chosen, choose, options }: ChoiceProps<T>) {
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={legend}
            checked={chosen === value}
            onChange={() => choose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
      {hint && <p className="soft small">{hint}</p>}
    </fieldset>
  );
}
