/** Work to be handed out: how, and among whom, with what each may take. */
import { useQuery } from "@tanstack/react-query";
import type { AssignSpec, PersonSpec } from "../../engine/automation.ts";
import { useCaller } from "../caller.ts";
import { calendarsQuestion, peopleQuestion } from "../questions-setting.ts";
import { useReader } from "../reader.tsx";
import { assignWays, withoutEmpty } from "../rule-draft.ts";
import { ruleWords } from "../words/rule.ts";
import { settingWords } from "../words/setting.ts";
import { NumberField, SelectField, TextField } from "./field.tsx";
import { ListField } from "./list-field.tsx";

type AssignProps = {
  readonly spec: AssignSpec;
  readonly change: (spec: AssignSpec) => void;
};

export function RuleAssign({ spec, change }: AssignProps) {
  const { say } = useReader();
  const { people } = spec;
  const known = useKnown();
  const replace = (place: number, person: PersonSpec) =>
    change({ ...spec, people: people.map((one, index) => (index === place ? person : one)) });
  return (
    <div className="stack">
      <div className="fields">
        <SelectField
          label={say(ruleWords.by)}
          value={spec.by}
          change={(by) => change({ ...spec, by: assignWays.find((one) => one === by) ?? "load" })}
          options={assignWays.map((value) => ({ value, label: say(ruleWords[value]) }))}
        />
        <TextField
          label={say(ruleWords.territoryField)}
          value={spec.territory ?? ""}
          change={(territory) => change(withoutEmpty({ ...spec, territory }))}
        />
        <TextField
          label={say(ruleWords.languageField)}
          value={spec.language ?? ""}
          change={(language) => change(withoutEmpty({ ...spec, language }))}
        />
      </div>
      <h3>{say(ruleWords.people)}</h3>
      {people.map((person, place) => (
        <PersonFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name until it is filled in
          key={place}
          {...{ person, known }}
          change={(next) => replace(place, next)}
          remove={() => change({ ...spec, people: people.filter((_, index) => index !== place) })}
        />
      ))}
      <div className="row-deeds">
        <button
          type="button"
          className="button button-second button-small"
          onClick={() => change({ ...spec, people: [...people, { id: "" }] })}
        >
          {say(ruleWords.addPerson)}
        </button>
      </div>
    </div>
  );
}

type Known = { readonly people: readonly string[]; readonly calendars: readonly string[] };

/** Names that are known here; others may be typed all the same. */
function useKnown(): Known {
  const { language } = useReader();
  const { may } = useCaller();
  const people = useQuery({ ...peopleQuestion(language), enabled: may("write") }).data?.people;
  const calendars = useQuery(calendarsQuestion(language)).data;
  const names = [
    ...(calendars?.calendars ?? []).map(({ id }) => id),
    ...(calendars?.written ?? []).map(({ calendar }) => calendar),
  ];
  return { people: (people ?? []).map(({ id }) => id), calendars: [...new Set(names)] };
}

type PersonProps = {
  readonly person: PersonSpec;
  readonly known: Known;
  readonly change: (person: PersonSpec) => void;
  readonly remove: () => void;
};

function PersonFields({ person, known, change, remove }: PersonProps) {
  const { say } = useReader();
  const set = (part: { readonly [K in keyof PersonSpec]?: PersonSpec[K] | undefined }) =>
    change({ ...(withoutEmpty({ ...person, ...part }) as PersonSpec), id: part.id ?? person.id });
  return (
    <div className="add-line">
      <TextField
        label={say(ruleWords.person)}
        value={person.id}
        change={(id) => set({ id })}
        offers={known.people}
      />
      <NumberField
        label={say(ruleWords.weight)}
        value={person.weight}
        change={(weight) => set({ weight })}
        least={1}
      />
      <NumberField
        label={say(ruleWords.limit)}
        value={person.limit}
        change={(limit) => set({ limit })}
        least={1}
      />
      <ListField
        label={say(ruleWords.territories)}
        value={person.territories ?? []}
        change={(territories) => set({ territories })}
      />
      <ListField
        label={say(ruleWords.languages)}
        value={person.languages ?? []}
        change={(languages) => set({ languages })}
      />
      <TextField
        label={say(ruleWords.calendar)}
        value={person.calendar ?? ""}
        change={(calendar) => set({ calendar })}
        offers={known.calendars}
      />
      <button
        type="button"
        className="button button-second"
        aria-label={say(ruleWords.removePerson, { name: person.id })}
        onClick={remove}
      >
        {say(settingWords.remove)}
      </button>
    </div>
  );
}
