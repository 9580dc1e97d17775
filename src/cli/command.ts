/** What a command is: a row of a table from which parsing, help and the reference page are made. */
import type { Sentence } from "../engine/problems/kind.ts";
import type { Terminal } from "./terminal.ts";

/** `value` is what stands for the value in help ("FILE"); an option without one is a switch. */
export type OptionRow = {
  readonly name: string;
  readonly value?: string;
  readonly isRepeatable?: boolean;
  readonly says: Sentence;
};

/** What was given to a command. Options that were not given are undefined, false or empty. */
export type Given = {
  readonly arguments: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly texts: (option: string) => readonly string[];
  readonly has: (option: string) => boolean;
};

/** 0 fine, 1 found something, 2 used wrongly. */
export type ExitCode = 0 | 1 | 2;

export type CommandRow = {
  readonly name: string;
  readonly usage: string;
  readonly least: number;
  readonly most: number;
  readonly says: Sentence;
  readonly options: readonly OptionRow[];
  readonly examples: readonly string[];
  readonly run: (given: Given, terminal: Terminal) => Promise<ExitCode>;
};
