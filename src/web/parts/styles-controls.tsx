/** The shared parts in every state, on the page of parts. */
import { linkOptions } from "@tanstack/react-router";
import { useState } from "react";
import type { ToldProblem } from "../../api/problem-document.ts";
import { routePaths } from "../paths.ts";
import { useReader } from "../reader.tsx";
import { agreementWords } from "../words/agreement.ts";
import { stylesWords } from "../words/styles.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { Confirm } from "./confirm.tsx";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { AreaField, CheckField, DateField, NumberField, SelectField, TextField } from "./field.tsx";
import { Problems, problemAt } from "./problems.tsx";
import { Tabs } from "./tabs.tsx";
import { useToast } from "./toast.tsx";

export function FieldSpecimens() {
  const { say } = useReader();
  const [text, setText] = useState("ana@example.org");
  const [count, setCount] = useState<number | undefined>(90);
  const [day, setDay] = useState("2026-03-06");
  const [choice, setChoice] = useState("mx");
  const [isOn, setOn] = useState(true);
  const options = [
    { value: "mx", label: "América/Ciudad de México" },
    { value: "es", label: "Europa/Madrid" },
  ];
  const label = say(stylesWords.label);
  const shareProblem = problemAt(useProblems(), SHARE);
  const [hint, problem] = [say(stylesWords.hint), say(stylesWords.fieldProblem)];
  return (
    <div className="fields">
      <TextField label={label} value={text} change={setText} type="email" isRequired />
      <TextField label={label} value={text} change={setText} hint={hint} problem={problem} />
      <TextField label={label} value={text} change={setText} hint={hint} isDisabled />
      <NumberField label={label} value={count} change={setCount} least={0} most={100} unit="%" />
      <DateField label={label} value={day} change={setDay} hint={hint} />
      <SelectField label={label} value={choice} change={setChoice} options={options} />
      <AreaField label={label} value={text} change={setText} rows={2} problem={shareProblem} />
      <CheckField label={label} value={isOn} change={setOn} hint={hint} />
      <CheckField label={label} value={!isOn} change={setOn} problem={problem} />
    </div>
  );
}

type Row = { readonly team: string; readonly met: number; readonly all: number };

const rows: readonly Row[] = [
  { team: "Ventas Norte", met: 46, all: 50 },
  { team: "Ventas Sur", met: 121, all: 128 },
  { team: "Atención", met: 9, all: 11 },
];

function useColumns(): readonly DataColumn<Row>[] {
  const { say, percent } = useReader();
  return [
    { key: "team", head: say(stylesWords.team), value: ({ team }) => team },
    { key: "all", head: say(agreementWords.clocks), value: ({ all }) => all, isNumber: true },
    {
      key: "share",
      head: say(agreementWords.attainment),
      value: ({ met, all }) => met / all,
      cell: ({ met, all }) => percent(met / all),
      isNumber: true,
    },
  ];
}

export function TableSpecimens() {
  const { say } = useReader();
  const columns = useColumns();
  const table = {
    caption: say(stylesWords.tableCaption),
    columns,
    rowKey: ({ team }: Row) => team,
    fileName: "teams",
  };
  return (
    <>
      <DataTable {...table} rows={rows} />
      <DataTable {...table} rows={[]} />
    </>
  );
}

export function ChartSpecimen() {
  const { say } = useReader();
  const columns = useColumns();
  const title = say(stylesWords.tableCaption);
  return (
    <ChartFrame title={title} fileName="teams" table={{ columns, rows }}>
      <svg className="bars" viewBox="0 0 300 120" role="img" aria-label={title}>
        <title>{title}</title>
        {rows.map(({ team, all }, index) => (
          <g key={team} transform={`translate(${index * 100} 0)`}>
            <rect className="bar" x={34} y={100 - all / 2} width={32} height={all / 2} />
            <text x={50} y={92 - all / 2}>
              {all}
            </text>
            <text x={50} y={116} className="axis">
              {team}
            </text>
          </g>
        ))}
        <path className="axis-line" d="M0 100H300" />
      </svg>
    </ChartFrame>
  );
}

const SHARE = "objective.share";

function useProblems(): readonly ToldProblem[] {
  const { say } = useReader();
  const place = { path: SHARE, line: 12 };
  const kind = { code: "specimen", facts: {} };
  return [
    { ...kind, severity: "error", says: say(stylesWords.fieldProblem), place },
    { ...kind, severity: "warning", says: say(stylesWords.warning) },
  ];
}

export function NoteSpecimens() {
  const { say } = useReader();
  const tell = useToast();
  const [isAsking, setAsking] = useState(false);
  const problems = useProblems();
  const done = say(stylesWords.done);
  return (
    <>
      <Tabs
        label={say(stylesWords.tabs)}
        current="now"
        tabs={[
          {
            key: "now",
            says: say(stylesWords.title),
            link: linkOptions({ to: routePaths.styles }),
          },
          {
            key: "other",
            says: say(agreementWords.title),
            link: linkOptions({ to: routePaths.agreements }),
          },
        ]}
      />
      <Problems problems={problems} />
      <div className="row">
        <button type="button" className="button button-second" onClick={() => tell(done)}>
          {say(stylesWords.note)}
        </button>
        <button
          type="button"
          className="button button-second"
          onClick={() => tell(done, () => tell(say(stylesWords.undone)))}
        >
          {say(stylesWords.noteUndo)}
        </button>
        <button type="button" className="button button-second" onClick={() => setAsking(true)}>
          {say(stylesWords.confirm)}
        </button>
      </div>
      {isAsking && (
        <Confirm
          title={say(stylesWords.confirm)}
          text={say(stylesWords.confirmText)}
          deed={{ says: say(stylesWords.first), run: async () => tell(done), isHarsh: true }}
          close={() => setAsking(false)}
        />
      )}
    </>
  );
}
