/** A CSV of one's own: chosen, looked at as the facts it becomes, brought in, and undone. */
import { useState } from "react";
import { type FileFault, type ScannedFile, scanFile } from "../csv-file.ts";
import { usePageTitle } from "../page-title.ts";
import { FileDrop } from "../parts/file-drop.tsx";
import { FileMapping } from "../parts/file-mapping.tsx";
import { useReader } from "../reader.tsx";
import { faultWords, fileWords } from "../words/start.ts";

export function StartFilePage() {
  const { say, percent } = useReader();
  usePageTitle(say(fileWords.title));
  const [scanned, setScanned] = useState<ScannedFile>();
  const [fault, setFault] = useState<FileFault>();
  const [said, setSaid] = useState("");
  const read = async (file: File) => {
    setFault(undefined);
    setScanned(undefined);
    const tell = (share: number) =>
      setSaid(say(fileWords.reading, { name: file.name, share: percent(share) }));
    tell(0);
    const found = await scanFile(file, tell);
    setSaid("");
    if ("code" in found) setFault(found);
    else setScanned(found);
  };
  return (
    <div className="start">
      <div className="page-head">
        <h1>{say(fileWords.title)}</h1>
      </div>
      <FileDrop
        read={read}
        problem={fault && say(faultWords[fault.code], factsOf(fault))}
        isSmall={scanned !== undefined}
      />
      <p role="status">{said}</p>
      {scanned && <FileMapping key={scanned.file.name} scanned={scanned} />}
    </div>
  );
}

function factsOf({ line = 0, column = "" }: FileFault) {
  return { line, column };
}
