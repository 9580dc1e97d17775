/** The list of agreements as a file: a row for each commitment, with how its period stands. */
import { useQueries } from "@tanstack/react-query";
import type { Answer, Routes } from "../../api/routes.ts";
import { type PeriodJson, periodsOf, valueText } from "../period-json.ts";
import { usePeriodDay } from "../period-zone.ts";
import { periodsQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import type { ValueColumn } from "../table-text.ts";
import { agreementWords } from "../words/agreement.ts";
import { partsWords } from "../words/parts.ts";
import { tableFiles } from "./data-table.tsx";
import { Menu } from "./menu.tsx";
import { verdictWords } from "./period-strip.tsx";

type Listed = Answer<Routes["listAgreements"]>["agreements"][number];

type Line = {
  readonly agreement: string;
  readonly party: string;
  readonly commitment: string;
  readonly period: PeriodJson | undefined;
};

export function AgreementsExport({ agreements }: { readonly agreements: readonly Listed[] }) {
  const { say, language } = useReader();
  const inForce = agreements.filter(({ latest }) => latest !== null);
  const answers = useQueries({
    queries: inForce.map(({ id }) => periodsQuestion(language, id)),
  });
  const columns = useColumns();
  const periods = answers.flatMap(({ data }) => (data ? periodsOf(data) : []));
  const lines = inForce.flatMap(({ id, title, latest }) =>
    (latest?.commitments ?? []).map((one): Line => {
      const party = latest?.parties.find((each) => each.id === one.obliged);
      const isOwn = (period: PeriodJson) => period.agreement === id && period.commitment === one.id;
      return {
        agreement: title,
        party: party?.title ?? one.obliged,
        commitment: one.id,
        period: periods.find(isOwn),
      };
    }),
  );
  if (lines.length === 0) return null;
  const name = say(agreementWords.title);
  return <Menu label={say(partsWords.export)} items={tableFiles(name, columns, lines)} />;
}

function useColumns(): readonly ValueColumn<Line>[] {
  const { say, language } = useReader();
  const day = usePeriodDay();
  const of =
    (read: (period: PeriodJson) => string | number | null) =>
    ({ period }: Line) =>
      period ? read(period) : null;
  return [
    { head: say(agreementWords.agreement), value: ({ agreement }) => agreement },
    { head: say(agreementWords.party), value: ({ party }) => party },
    { head: say(agreementWords.commitment), value: ({ commitment }) => commitment },
    { head: say(agreementWords.period), value: of(day) },
    { head: say(agreementWords.value), value: of((period) => valueText(period, language)) },
    { head: say(agreementWords.verdict), value: of(({ verdict }) => say(verdictWords(verdict))) },
    { head: say(agreementWords.budget), value: of(({ left }) => left) },
  ];
}
