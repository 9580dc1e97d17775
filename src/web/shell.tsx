/** What stands around every page: where one is, the search, language and theme. */
import { Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { useKeys } from "./keyboard.ts";
import { useConnected, useLive } from "./live.ts";
import { Header } from "./parts/header.tsx";
import { KeyList } from "./parts/key-list.tsx";
import { Palette } from "./parts/palette.tsx";
import { useReader } from "./reader.tsx";
import { shellWords } from "./words/shell.ts";

export function Shell() {
  const { say } = useReader();
  const [open, setOpen] = useState<"palette" | "keys" | undefined>();
  useLive();
  useKeys({
    "mod+k": (event) => {
      event.preventDefault();
      setOpen("palette");
    },
    "?": () => setOpen("keys"),
  });
  const close = () => setOpen(undefined);
  return (
    <>
      <a className="skip" href="#content">
        {say(shellWords.skip)}
      </a>
      <Header search={() => setOpen("palette")} keys={() => setOpen("keys")} />
      <ConnectionNote />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      {open === "palette" && <Palette close={close} />}
      {open === "keys" && <KeyList close={close} />}
    </>
  );
}

function ConnectionNote() {
  const { say } = useReader();
  const isConnected = useConnected();
  return (
    <p className="connection" role="status" hidden={isConnected}>
      {isConnected ? "" : say(shellWords.offline)}
    </p>
  );
}
