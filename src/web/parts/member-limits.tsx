/** What a counterparty is limited to: its agreements, and whose matter of them alone. */
import { useQuery } from "@tanstack/react-query";
import { agreementsQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { personWords } from "../words/person.ts";
import { CheckField } from "./field.tsx";
import { ListField } from "./list-field.tsx";

/** Of all customers where none is named; nobody but a counterparty is limited at all. */
export type Limits = {
  readonly agreements: readonly string[];
  readonly customers: readonly string[];
};

type Told = { readonly [K in keyof Limits]: readonly string[] | null };

export function limitsOf({ agreements, customers }: Told): Limits {
  return { agreements: agreements ?? [], customers: customers ?? [] };
}

type FieldsProps = { readonly limits: Limits; readonly change: (limits: Limits) => void };

export function LimitFields({ limits, change }: FieldsProps) {
  const { say, language } = useReader();
  const { data } = useQuery(agreementsQuestion(language));
  const { agreements: chosen } = limits;
  const choose = (agreements: readonly string[]) => change({ ...limits, agreements });
  return (
    <>
      <fieldset className="choice">
        <legend>{say(personWords.agreements)}</legend>
        <p className="soft small">{say(personWords.agreementsHint)}</p>
        {data?.agreements.map(({ id, title }) => (
          <CheckField
            key={id}
            label={title}
            value={chosen.includes(id)}
            change={(isOn) => choose(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </fieldset>
      <ListField
        label={say(personWords.customers)}
        hint={say(personWords.customersHint)}
        value={limits.customers}
        change={(customers) => change({ ...limits, customers })}
      />
    </>
  );
}

/** As requests carry them. */
export function sentLimits({ agreements, customers }: Limits) {
  return { agreements: [...agreements], customers: [...customers] };
}

/** As a line under a role. */
export function limitsText({ agreements, customers }: Told): string {
  return [agreements?.join(", "), customers?.join(", ")].filter(Boolean).join(" · ");
}
