/** "Did you mean …?": the word of a list that is closest to what was written. */

/**
 * The closest of `words`, where it is close enough that a slip of the hand explains it: one edit in
 * three letters, three at most. An edit is a letter added, dropped or changed, or two swapped.
 */
export function closest(written: string, words: readonly string[]): string | undefined {
  if (written.length > 64) return undefined;
  const allowed = Math.min(3, Math.ceil(written.length / 3));
  let best: string | undefined;
  let fewest = allowed + 1;
  for (const word of words) {
    const edits = editsBetween(written.toLowerCase(), word.toLowerCase());
    if (edits < fewest) {
      best = word;
      fewest = edits;
    }
  }
  return best;
}

/** Optimal string alignment: the table of edits between all beginnings of both words. */
function editsBetween(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1;
      const edits = Math.min(
        cell(previous, j) + 1,
        cell(row, j - 1) + 1,
        cell(previous, j - 1) + change,
        swapped ? cell(older, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      row.push(edits);
    }
    older = previous;
    previous = row;
  }
  return cell(previous, b.length);
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Number.POSITIVE_INFINITY;
}
