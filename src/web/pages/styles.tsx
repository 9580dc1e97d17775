/** Every part in every state: what is agreed on is seen here before it is used elsewhere. */
import { type ReactNode, useState } from "react";
import { useNow } from "../now.ts";
import { usePageTitle } from "../page-title.ts";
import { type ChipClock, ClockChip } from "../parts/clock-chip.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Empty, Failed, Waiting } from "../parts/states.tsx";
import {
  ChartSpecimen,
  FieldSpecimens,
  NoteSpecimens,
  TableSpecimens,
} from "../parts/styles-controls.tsx";
import { Timeline } from "../parts/timeline.tsx";
import { useReader } from "../reader.tsx";
import { percentText } from "../time-text.ts";
import { stylesWords } from "../words/styles.ts";
import { todayWords } from "../words/today.ts";

const MINUTE = 60_000;

export function StylesPage() {
  const { say } = useReader();
  usePageTitle(say(stylesWords.title));
  return (
    <div className="specimens">
      <div>
        <h1>{say(stylesWords.title)}</h1>
        <p className="soft">{say(stylesWords.text)}</p>
      </div>
      <Chips />
      <Type />
      <Section title={say(stylesWords.timeline)}>
        <TimelineSpecimen />
      </Section>
      <Colours />
      <Buttons />
      <Section title={say(stylesWords.fields)}>
        <FieldSpecimens />
      </Section>
      <Section title={say(stylesWords.tables)}>
        <TableSpecimens />
        <ChartSpecimen />
      </Section>
      <Section title={say(stylesWords.notes)}>
        <NoteSpecimens />
      </Section>
      <Section title={say(stylesWords.states)}>
        <Waiting />
        <Empty title={say(todayWords.nothingDue)} text={say(todayWords.nothingText)} />
        <Failed error={say(stylesWords.off)} again={() => undefined} />
      </Section>
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Chips() {
  const { say } = useReader();
  const now = useNow();
  const at = (minutes: number) => new Date(now + minutes * MINUTE).toISOString();
  const clock = (more: Partial<ChipClock>): ChipClock => ({
    state: "running",
    verdict: "open",
    dueAt: null,
    breachedAt: null,
    warnings: [],
    remainingMs: null,
    spent: { openMs: 8 * MINUTE },
    ...more,
  });
  const warnings = [{ at: at(-5) }];
  const specimens = [
    clock({ dueAt: at(185) }),
    clock({ dueAt: at(12), warnings }),
    clock({ dueAt: at(-70), breachedAt: at(-70), verdict: "breached" }),
    clock({ dueAt: at(-70), breachedAt: at(-70), verdict: "breached", provisional: true }),
    clock({ state: "stopped", verdict: "met" }),
    clock({ state: "stopped", verdict: "breached", spent: { openMs: 22 * MINUTE } }),
    clock({ state: "waiting" }),
    clock({ state: "cancelled", verdict: "void" }),
  ];
  const paused = [
    clock({ state: "paused", remainingMs: 125 * MINUTE }),
    clock({ state: "paused", remainingMs: 9 * MINUTE, warnings }),
    clock({ state: "paused", verdict: "breached", breachedAt: at(-2_000) }),
  ];
  return (
    <Section title={say(stylesWords.clocks)}>
      <ChipRow chips={specimens} />
      <h3>{say(stylesWords.paused)}</h3>
      <ChipRow chips={paused} />
    </Section>
  );
}

function ChipRow({ chips }: { readonly chips: readonly ChipClock[] }) {
  return (
    <div className="row">
      {chips.map((clock) => (
        <ClockChip key={JSON.stringify(clock)} clock={clock} />
      ))}
    </div>
  );
}

function Type() {
  const { say, language } = useReader();
  const shares = [1, 0.949, 0.5, 0.071];
  return (
    <Section title={say(stylesWords.type)}>
      <p className="prose">{say(stylesWords.sample)}</p>
      <p>{say(stylesWords.sample)}</p>
      <p className="small soft">{say(stylesWords.sample)}</p>
      <table className="plain narrow">
        <caption className="soft small">{say(stylesWords.figures)}</caption>
        <tbody>
          {shares.map((share) => (
            <tr key={share}>
              <td className="number">{percentText(share, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function TimelineSpecimen() {
  const now = useNow();
  const at = (hours: number) => new Date(now + hours * 60 * MINUTE).toISOString();
  const stretches = [
    { from: at(-20), to: at(-17), kind: "running" },
    { from: at(-17), to: at(-5), kind: "closed" },
    { from: at(-5), to: at(-3), kind: "running" },
    { from: at(-3), to: at(-1), kind: "paused" },
    { from: at(-1), to: at(0), kind: "running" },
  ];
  return <Timeline stretches={stretches} dueAt={at(2)} />;
}

const tones = ["track", "risk", "overdue", "paused", "met", "missed", "corrected"] as const;

function Colours() {
  const { say } = useReader();
  return (
    <Section title={say(stylesWords.colours)}>
      <ul className="swatches">
        {tones.map((tone) => (
          <li key={tone} className={`swatch swatch-${tone}`}>
            {tone}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Buttons() {
  const { say } = useReader();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={say(stylesWords.buttons)}>
      <div className="row">
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {say(stylesWords.dialog)}
        </button>
        <button type="button" className="button button-second">
          {say(stylesWords.second)}
        </button>
        <button type="button" className="quiet">
          {say(stylesWords.quiet)}
        </button>
        <button type="button" className="button" disabled aria-describedby="why">
          {say(stylesWords.first)}
        </button>
        <span id="why" className="soft small">
          {say(stylesWords.off)}
        </span>
      </div>
      {isOpen && (
        <Dialog title={say(stylesWords.dialog)} close={() => setOpen(false)}>
          <p>{say(stylesWords.dialogText)}</p>
        </Dialog>
      )}
    </Section>
  );
}
