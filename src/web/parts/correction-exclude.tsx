/** Adding an exclusion: an interval, what recurs, or what meets a condition; seen beforehand. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AgreementDocument } from "../../engine/agreement.ts";
import { agreementQuestion, revisionQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { categoryWords, correctionWords } from "../words/correction.ts";
import { Confirm } from "./confirm.tsx";
import { CorrectionEffect } from "./correction-effect.tsx";
import { AreaField, DateField, SelectField, TextField } from "./field.tsx";
import { useToast } from "./toast.tsx";

type Kind = "interval" | "rrule" | "where";
type Category = keyof typeof categoryWords;

type Given = {
  readonly id: string;
  readonly category: Category;
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  readonly condition: string;
  readonly by: string;
  readonly approval: string;
  readonly reason: string;
};

const nothing: Given = {
  id: "",
  category: "outage",
  kind: "interval",
  from: "",
  to: "",
  rule: "",
  condition: "",
  by: "",
  approval: "",
  reason: "",
};

type ExcludeProps = { readonly agreement: string; readonly close: () => void };

export function CorrectionExclude({ agreement, close }: ExcludeProps) {
  const { say, language } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  const parties = useParties(agreement);
  const [given, setGiven] = useState(nothing);
  const set = (changed: Partial<Given>) => setGiven({ ...given, ...changed });
  const [by = "", approval = ""] = [given.by || parties[0], given.approval || parties[1]];
  const what = whatOf(given);
  const { id, category, reason } = given;
  const isReady = what !== undefined && id.trim() !== "" && reason.trim() !== "" && approval !== "";
  const body = what && {
    agreement,
    by,
    reason,
    approvals: [approval],
    exclusion: { id, category, ...what },
  };
  const run = async () => {
    if (!body) return;
    await clientOf(language).excludeTime({ body });
    tell(say(correctionWords.doneExclude));
    await queries.invalidateQueries();
  };
  return (
    <Confirm
      title={say(correctionWords.exclude)}
      text={<p className="soft">{say(correctionWords.excludeText)}</p>}
      deed={{ says: say(correctionWords.exclude), run, isDisabled: !isReady }}
      close={close}
    >
      <TextField
        label={say(correctionWords.name)}
        value={id}
        change={(text) => set({ id: text })}
        isRequired
      />
      <SelectField
        label={say(correctionWords.category)}
        value={category}
        change={(value) => set({ category: value as Category })}
        options={Object.entries(categoryWords).map(([value, says]) => ({
          value,
          label: say(says),
        }))}
      />
      <What given={given} set={set} />
      <Parties parties={parties} by={by} approval={approval} set={set} />
      <TextField
        label={say(correctionWords.reason)}
        value={reason}
        change={(text) => set({ reason: text })}
        isRequired
      />
      <CorrectionEffect asked={isReady && body ? { kind: "exclusion", ...body } : undefined} />
    </Confirm>
  );
}

type PartiesProps = {
  readonly parties: readonly string[];
  readonly by: string;
  readonly approval: string;
  readonly set: (changed: Partial<Given>) => void;
};

/** Who asks for it, and who agreed. */
function Parties({ parties, by, approval, set }: PartiesProps) {
  const { say } = useReader();
  const options = parties.map((value) => ({ value, label: value }));
  return (
    <>
      <SelectField
        label={say(correctionWords.author)}
        value={by}
        change={(value) => set({ by: value })}
        options={options}
      />
      <SelectField
        label={say(correctionWords.approvals)}
        value={approval}
        change={(value) => set({ approval: value })}
        options={options}
      />
    </>
  );
}

type WhatProps = { readonly given: Given; readonly set: (changed: Partial<Given>) => void };

function What({ given: { kind, from, to, rule, condition }, set }: WhatProps) {
  const { say } = useReader();
  const isWrong = condition !== "" && conditionOf(condition) === undefined;
  return (
    <>
      <SelectField
        label={say(correctionWords.what)}
        value={kind}
        change={(value) => set({ kind: value as Kind })}
        options={(["interval", "rrule", "where"] as const).map((value) => ({
          value,
          label: say(correctionWords[value]),
        }))}
      />
      {kind === "interval" && (
        <div className="credit-span">
          <DateField
            label={say(correctionWords.from)}
            value={from}
            change={(day) => set({ from: day })}
          />
          <DateField
            label={say(correctionWords.to)}
            value={to}
            change={(day) => set({ to: day })}
          />
        </div>
      )}
      {kind === "rrule" && (
        <TextField
          label={say(correctionWords.rule)}
          hint={say(correctionWords.ruleHint)}
          value={rule}
          change={(text) => set({ rule: text })}
        />
      )}
      {kind === "where" && (
        <AreaField
          label={say(correctionWords.condition)}
          value={condition}
          change={(text) => set({ condition: text })}
          problem={isWrong ? say(correctionWords.notJson) : undefined}
          rows={2}
        />
      )}
    </>
  );
}

/** What is left out, as the language writes it; undefined while it is not said. */
function whatOf({ kind, from, to, rule, condition }: Given) {
  if (kind === "interval") return from && to ? { interval: { from, to } } : undefined;
  if (kind === "rrule") return rule.trim() ? { rrule: rule.trim() } : undefined;
  const where = conditionOf(condition);
  return where && { where };
}

function conditionOf(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const isMap = typeof read === "object" && read !== null && !Array.isArray(read);
    return isMap ? (read as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function useParties(agreement: string): readonly string[] {
  const { language } = useReader();
  const detail = useQuery(agreementQuestion(language, agreement));
  const latest = Math.max(1, ...(detail.data?.revisions ?? []).map(({ number }) => number));
  const revision = useQuery({
    ...revisionQuestion(language, agreement, latest),
    enabled: detail.data !== undefined,
  });
  const document = revision.data?.document as AgreementDocument | undefined;
  return document?.spec.parties.map(({ id }) => id) ?? [];
}
