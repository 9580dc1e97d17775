/**
 * The world of a command: what it reads, where it writes, the hour. Only here is the machine asked.
 */
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { Language } from "../engine/agreement.ts";
import type { Facts } from "../engine/problem.ts";
import type { Sentence } from "../engine/problems/kind.ts";
import type { Instant } from "../engine/time.ts";
import type { ServingSettings, Settings } from "./settings.ts";

export type Terminal = {
  readonly language: Language;
  readonly isJson: boolean;
  readonly hasColours: boolean;
  readonly width: number;
  readonly serving: ServingSettings;
  readonly stdin: Readable;
  readonly now: () => Instant;
  readonly print: (text: string) => Promise<void>;
  readonly warn: (text: string) => Promise<void>;
  /** Asked for its text only when it is shown. */
  readonly progress: (text: () => string) => void;
};

type Streams = {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
};

type Choice = { readonly language: Language; readonly isJson: boolean };

export function openTerminal(streams: Streams, settings: Settings, choice: Choice): Terminal {
  const { stdin, stdout, stderr } = streams;
  const now = (): Instant => Date.now() as Instant;
  const line = progressLine(stderr, now);
  return {
    ...choice,
    hasColours: settings.hasColours ?? stdout.isTTY === true,
    width: settings.width,
    serving: settings.serving,
    stdin,
    now,
    print: async (text) => {
      line.clear();
      await write(stdout, text);
    },
    warn: async (text) => {
      line.clear();
      await write(stderr, text);
    },
    progress: line.show,
  };
}

/**
 * The sentence in the reader's language, facts filled in: `{name}` is the fact,
 * `{name|error|errors}` the number with the word that goes with it.
 */
export function inWords(
  { language }: Pick<Terminal, "language">,
  says: Sentence,
  facts: Facts = {},
): string {
  return says[language].replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one: string | undefined, several: string | undefined) => {
      const fact = facts[name];
      if (fact === undefined) return whole;
      return one === undefined ? String(fact) : `${fact} ${fact === 1 ? one : several}`;
    },
  );
}

const colours = { red: 31, yellow: 33, green: 32, dim: 2, bold: 1 } as const;

/** Colour is never the only sign: what is coloured also says so in words. */
export function coloured(
  { hasColours }: Pick<Terminal, "hasColours">,
  colour: keyof typeof colours,
  text: string,
): string {
  return hasColours ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
}

async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}

const EVERY = 200;

/** One line that is written over, at most five times a second, and only where somebody watches. */
function progressLine(stderr: Streams["stderr"], now: () => Instant) {
  let shownAt = 0;
  let isShown = false;
  const clear = (): void => {
    if (isShown) stderr.write("\r\u001b[K");
    isShown = false;
  };
  const show = (text: () => string): void => {
    if (stderr.isTTY !== true || now() - shownAt < EVERY) return;
    stderr.write(`\r\u001b[K${text()}`);
    shownAt = now();
    isShown = true;
  };
  return { clear, show };
}
