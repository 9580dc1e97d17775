import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { look } from "./look.ts";

/** What each colour of these pages is called among the tokens of the screens. */
const names = {
  ink: "ink",
  paper: "paper",
  surface: "surface",
  quiet: "soft",
  line: "line",
  edge: "edge",
  deed: "accent",
  "on-deed": "on-accent",
  focus: "focus",
  bad: "overdue",
  good: "met",
} as const;

const tokens = readFileSync(new URL("../../web/design/tokens.css", import.meta.url), "utf8");

/** The colours of a text by name, those of the light and those of the dark. */
function coloursOf(text: string): readonly ReadonlyMap<string, string>[] {
  const halves = [text.slice(0, text.indexOf("@media")), text.slice(text.indexOf("@media"))];
  return halves.map(
    (half) =>
      new Map([...half.matchAll(/--([\w-]+):\s*(#\w{6})/g)].map(([, a = "", b = ""]) => [a, b])),
  );
}

describe("the pages beside the screens", () => {
  for (const [name, token] of Object.entries(names)) {
    test(`have the screens' own ${token}`, () => {
      const wanted = coloursOf(tokens).map((half) => half.get(token));
      assert.deepEqual(
        coloursOf(look).map((half) => half.get(name)),
        wanted,
      );
    });
  }
});
