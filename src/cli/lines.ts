/**
 * Lines of any stream within bounded memory: a line over the limit is counted and let go, never
 * held.
 */
import { isUtf8 } from "node:buffer";

/** `text` is absent where the line was too long or not UTF-8; `problem` says which. */
export type Line =
  | { readonly number: number; readonly text: string; readonly problem?: never }
  | { readonly number: number; readonly text?: never; readonly problem: LineProblem };

export type LineProblem = "line-too-long" | "line-not-text";

/** The most bytes a line may have: 1 MiB. */
export const LONGEST_LINE = 1_048_576;

const NEWLINE = 10;
const RETURN = 13;

/**
 * Lines in batches, one batch for each chunk read: waiting once a line would cost more than reading
 * it.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly Line[]> {
  const pending = new PendingLine();
  let number = 0;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const lines: Line[] = [];
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      number += 1;
      pending.add(bytes.subarray(from, end));
      lines.push(pending.take(number));
      from = end + 1;
    }
    pending.add(bytes.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (!pending.isEmpty) yield [pending.take(number + 1)];
}

/** The bytes of a line that has not ended yet: at most the limit is kept. */
class PendingLine {
  #parts: Buffer[] = [];
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(bytes: Buffer): void {
    this.#length += bytes.length;
    if (this.#length <= LONGEST_LINE) this.#parts.push(bytes);
    else this.#parts = [];
  }

  take(number: number): Line {
    const isTooLong = this.#length > LONGEST_LINE;
    const [only, ...more] = this.#parts;
    const whole = more.length > 0 || !only ? Buffer.concat(this.#parts) : only;
    this.#parts = [];
    this.#length = 0;
    if (isTooLong) return { number, problem: "line-too-long" };
    if (!isUtf8(whole)) return { number, problem: "line-not-text" };
    return { number, text: textOf(whole, number) };
  }
}

/** Without the carriage return of Windows and, on the first line, the byte order mark. */
function textOf(bytes: Buffer, number: number): string {
  const end = bytes.at(-1) === RETURN ? bytes.length - 1 : bytes.length;
  const text = bytes.toString("utf8", 0, end);
  return number === 1 && text.startsWith("\uFEFF") ? text.slice(1) : text;
}
