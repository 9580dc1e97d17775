/** Bringing a scanned file in: rows become events here, and go to the server a part at a time. */
import type { Language } from "../engine/agreement.ts";
import { toCloudEvent } from "../engine/cloud-event.ts";
import type { Event } from "../engine/event.ts";
import type { CsvRecord } from "../language/csv.ts";
import type { Mapping, MappingSpec } from "../language/mapping.ts";
import { compileRow } from "../language/mapping-row.ts";
import { digestOf, rowsOf, type ScannedFile } from "./csv-file.ts";
import { eventsPath } from "./paths.ts";
import { askServer, clientOf, refusedBy } from "./server-client.ts";

/** A row that was not brought in, with why. */
export type LeftRow = {
  readonly line: number;
  readonly says: string;
  readonly cells: readonly string[];
};

export type BroughtIn = {
  readonly intake: string;
  readonly rows: number;
  readonly used: number;
  readonly left: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly refused: number;
  /** The first of them; `left` counts all. */
  readonly leftRows: readonly LeftRow[];
};

/** Events of one request: some megabytes at most. */
const PART = 4_000;
const MOST_LEFT = 50_000;

type Told = { readonly language: Language; readonly tell: (so: BroughtIn) => void };

/** How rows of the file are read: every row to events or to the sentences against it. */
export function readerOf(scanned: ScannedFile, spec: MappingSpec, language: Language) {
  const mapping: Mapping = { file: scanned.file.name, spec, placeOf: (path) => ({ path }) };
  const read = compileRow(mapping, scanned.header);
  return (cells: readonly string[], line: number) => {
    const result = read(cells, line);
    if (result.is === "events") return { events: result.events };
    if (result.is === "ignored") return { events: [] };
    return { says: result.problems.map(({ says }) => says[language]).join(" ") };
  };
}

/** Mutable: what was brought in so far, and what waits to be sent. */
class Bringing {
  readonly so = { rows: 0, used: 0, left: 0, accepted: 0, duplicate: 0, refused: 0 };
  readonly leftRows: LeftRow[] = [];
  #events: Event[] = [];

  take(row: ReturnType<ReturnType<typeof readerOf>>, { cells, line }: CsvRecord): void {
    this.so.rows += 1;
    if (row.events) {
      this.so.used += 1;
      this.#events.push(...row.events);
      return;
    }
    this.so.left += 1;
    if (this.leftRows.length < MOST_LEFT) this.leftRows.push({ line, says: row.says, cells });
  }

  get isFull(): boolean {
    return this.#events.length >= PART;
  }

  async send(): Promise<void> {
    const { accepted, duplicate, refused } = await sendEvents(this.#events);
    this.so.accepted += accepted;
    this.so.duplicate += duplicate;
    this.so.refused += refused;
    this.#events = [];
  }
}

/** Each part is durable before the next is read; what broke off is gone on with by a second try. */
export async function bringIn(
  scanned: ScannedFile,
  spec: MappingSpec,
  { language, tell }: Told,
): Promise<BroughtIn> {
  const digest = await digestOf(scanned, spec);
  const asked = { title: scanned.file.name.slice(0, 200), digest, mapping: spec };
  const { id, source } = await clientOf(language).beginIntake({ body: asked });
  const read = readerOf(scanned, { ...spec, source }, language);
  const bringing = new Bringing();
  const send = async () => {
    await bringing.send();
    const so = { intake: id, ...bringing.so, leftRows: bringing.leftRows };
    tell(so);
    return so;
  };
  for await (const { records } of rowsOf(scanned)) {
    for (const record of records) {
      bringing.take(read(record.cells, record.line), record);
      if (bringing.isFull) await send();
    }
  }
  return send();
}

type SentAnswer = Pick<BroughtIn, "accepted" | "duplicate" | "refused">;

async function sendEvents(events: readonly Event[]): Promise<SentAnswer> {
  if (events.length === 0) return { accepted: 0, duplicate: 0, refused: 0 };
  const answer = await askServer(eventsPath, {
    method: "POST",
    headers: { "content-type": "application/x-ndjson" },
    body: events.map((event) => JSON.stringify(toCloudEvent(event))).join("\n"),
  });
  if (!answer.ok) throw await refusedBy(answer);
  return answer.json();
}
