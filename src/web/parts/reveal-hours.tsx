/** Of which records, and by which hours, the reveal is told. */
import { useQuery } from "@tanstack/react-query";
import { isTimeZone } from "../../engine/zone.ts";
import type { FirstKind, Office } from "../../language/first-agreement.ts";
import { placesQuestion } from "../questions-start.ts";
import { useReader } from "../reader.tsx";
import type { RevealChange } from "../reveal-search.ts";
import { revealWords } from "../words/reveal.ts";
import { CheckField, SelectField, TextField } from "./field.tsx";

export type Look = (change: RevealChange) => void;

type HoursProps = {
  readonly kinds: readonly { readonly kind: FirstKind; readonly subjects: number }[];
  readonly kind: FirstKind | undefined;
  readonly office: Office;
  readonly look: Look;
};

const zones = Intl.supportedValuesOf("timeZone");

/** Every quarter of an hour would be a long list: every half. */
const times = Array.from({ length: 48 }, (_, index) => {
  const hour = String(Math.floor(index / 2)).padStart(2, "0");
  return `${hour}:${index % 2 === 0 ? "00" : "30"}`;
});

export function RevealHours({ kinds, kind, office, look }: HoursProps) {
  const { say } = useReader();
  const { timeZone, opens, closes, always } = office;
  return (
    <details className="reveal-hours" open={kinds.length > 1}>
      <summary>{say(revealWords.hours)}</summary>
      <div className="fields">
        {kinds.length > 0 && (
          <SelectField
            label={say(revealWords.kind)}
            value={kind ?? ""}
            change={(value) => look({ kind: value as FirstKind, show: undefined })}
            options={kinds.map((one) => ({
              value: one.kind,
              label: say(revealWords[one.kind], { count: one.subjects }),
            }))}
          />
        )}
        <TextField
          label={say(revealWords.zone)}
          value={timeZone}
          change={(zone) => look({ zone })}
          offers={zones}
          problem={isTimeZone(timeZone) ? undefined : say(revealWords.zoneWrong)}
        />
        <CheckField
          label={say(revealWords.always)}
          value={always}
          change={(value) => look({ always: value ? true : undefined })}
        />
        {!always && (
          <>
            <SelectField
              label={say(revealWords.opens)}
              value={opens}
              change={(value) => look({ opens: value })}
              options={choicesOf(times.filter((time) => time < closes))}
            />
            <SelectField
              label={say(revealWords.closes)}
              value={closes}
              change={(value) => look({ closes: value })}
              options={choicesOf(times.filter((time) => time > opens))}
            />
            <HolidayFields office={office} look={look} />
          </>
        )}
      </div>
    </details>
  );
}

function choicesOf(values: readonly string[]) {
  return values.map((value) => ({ value, label: value }));
}

function HolidayFields({ office, look }: { readonly office: Office; readonly look: Look }) {
  const { say, language } = useReader();
  const { data } = useQuery(placesQuestion(language, office.country));
  const regions = data?.regions ?? [];
  const named = (places: typeof regions) =>
    places.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <SelectField
        label={say(revealWords.country)}
        value={office.country ?? "none"}
        change={(country) => look({ country, region: undefined })}
        options={[
          { value: "none", label: say(revealWords.noCountry) },
          ...named(data?.countries ?? []),
        ]}
      />
      {regions.length > 0 && (
        <SelectField
          label={say(revealWords.region)}
          value={office.region ?? ""}
          change={(region) => look({ region: region === "" ? undefined : region })}
          options={[{ value: "", label: say(revealWords.noRegion) }, ...named(regions)]}
        />
      )}
    </>
  );
}
