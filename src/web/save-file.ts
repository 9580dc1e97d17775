/** Hands the reader a file that was made in the page. */

export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileNameOf(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

/** Long enough for the browser to have read it. */
const KEPT = 60_000;

/** What every system takes as the name of a file. */
function fileNameOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w.-]+/g, "-");
}
