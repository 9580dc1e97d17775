/** Fields of a form: label, hint and problem are tied to each, for eyes and for ears. */
import { type ReactNode, useId } from "react";
import { useReader } from "../reader.tsx";
import { partsWords } from "../words/parts.ts";
import { Icon } from "./icon.tsx";

type Common = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** A sentence that says what to do. */
  readonly problem?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly name?: string;
};

type Valued<T> = Common & { readonly value: T; readonly change: (value: T) => void };

type TextProps = Valued<string> & {
  readonly type?: "text" | "email" | "password" | "url" | "search" | "tel";
  readonly autoComplete?: string;
  readonly placeholder?: string;
  /** What the reader is offered while typing; anything else may be typed. */
  readonly offers?: readonly string[];
};

export function TextField(props: TextProps) {
  const { value, change, type = "text", autoComplete, placeholder, offers } = props;
  const list = useId();
  return (
    <Field {...props}>
      {(tied) => (
        <>
          <input
            {...tied}
            type={type}
            value={value}
            autoComplete={autoComplete}
            placeholder={placeholder}
            list={offers ? list : undefined}
            onChange={(event) => change(event.target.value)}
          />
          {offers && (
            <datalist id={list}>
              {offers.map((offer) => (
                <option key={offer} value={offer} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

type NumberProps = Valued<number | undefined> & {
  readonly least?: number;
  readonly most?: number;
  readonly step?: number | "any";
  /** What the number counts, said after it. */
  readonly unit?: string;
};

/** An empty field is `undefined`, never 0. */
export function NumberField(props: NumberProps) {
  const { value, change, least, most, step, unit } = props;
  return (
    <Field {...props}>
      {(tied) => (
        <span className="field-unit">
          <input
            {...tied}
            type="number"
            inputMode="decimal"
            value={value ?? ""}
            min={least}
            max={most}
            step={step}
            onChange={({ target }) =>
              change(Number.isNaN(target.valueAsNumber) ? undefined : target.valueAsNumber)
            }
          />
          {unit && <span className="soft">{unit}</span>}
        </span>
      )}
    </Field>
  );
}

/** A day as ISO writes it, "2026-03-06"; "" while there is none. */
export function DateField(
  props: Valued<string> & { readonly least?: string; readonly most?: string },
) {
  const { value, change, least, most } = props;
  return (
    <Field {...props}>
      {(tied) => (
        <input
          {...tied}
          type="date"
          value={value}
          min={least}
          max={most}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}

export function AreaField(props: Valued<string> & { readonly rows?: number }) {
  const { value, change, rows = 4 } = props;
  return (
    <Field {...props}>
      {(tied) => (
        <textarea
          {...tied}
          rows={rows}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}

export type Option = {
  readonly value: string;
  readonly label: string;
  readonly isDisabled?: boolean;
};

export function SelectField(props: Valued<string> & { readonly options: readonly Option[] }) {
  const { value, change, options } = props;
  return (
    <Field {...props}>
      {(tied) => (
        <select {...tied} value={value} onChange={(event) => change(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField(props: Valued<boolean>) {
  const { label, value, change, isDisabled, isRequired, name } = props;
  const id = useId();
  return (
    <div className="field">
      <label className="field-check" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          name={name}
          checked={value}
          disabled={isDisabled}
          required={isRequired}
          {...toldBy(id, props)}
          onChange={(event) => change(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      <Told id={id} {...props} />
    </div>
  );
}

type Tied = ReturnType<typeof tie>;

function Field({ children, ...props }: Common & { readonly children: (tied: Tied) => ReactNode }) {
  const { say } = useReader();
  const id = useId();
  const { label, isRequired } = props;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isRequired && <span className="soft"> {say(partsWords.required)}</span>}
      </label>
      {children(tie(id, props))}
      <Told id={id} {...props} />
    </div>
  );
}

function tie(id: string, props: Common) {
  const { isDisabled, isRequired, name } = props;
  return { id, name, disabled: isDisabled, required: isRequired, ...toldBy(id, props) };
}

function toldBy(id: string, { hint, problem }: Common) {
  const told = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return {
    "aria-describedby": told === "" ? undefined : told,
    "aria-invalid": problem ? true : undefined,
  } as const;
}

/** A problem that comes later is said by itself; the field's focus is not moved for it. */
function Told({ id, hint, problem }: Common & { readonly id: string }) {
  return (
    <>
      {problem && (
        <p id={`${id}-problem`} className="field-problem">
          <Icon shape="missed" />
          <span>{problem}</span>
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="soft small">
          {hint}
        </p>
      )}
    </>
  );
}
