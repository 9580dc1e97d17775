/** Stories in reference pages: a block of YAML, and the story of the clock it describes. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "yaml";
import type { CommitmentSpec } from "../src/engine/agreement.ts";
import { type Deed, follow, nineToFive } from "./story.ts";
import { paths, textOf } from "./tidy/source.ts";

const PAIR = /```yaml\n([^`]*)```\s+```story\n([^`]*)```/g;

/** "ticket.statusChanged {status: waiting}" as an event with data. */
function deedOf(words: string): Deed {
  const [type = "", ...rest] = words.split(" ");
  return rest.length === 0 ? type : { type, data: parse(rest.join(" ")) };
}

function deedsIn(story: string): Readonly<Record<string, Deed>> {
  const words = story
    .split("\n")
    .flatMap((line) => line.trim().split(/ {2,}/)[1] ?? [])
    .flatMap((deeds) => deeds.split(" + "));
  return Object.fromEntries(words.map((word) => [word, deedOf(word)]));
}

function run(yaml: string, story: string): void {
  const { subject = "ticket/1", ...commitment } = parse(yaml) as Partial<CommitmentSpec> & {
    readonly subject?: string;
  };
  const always = { timeZone: "UTC", week: { "mon-sun": ["00:00-24:00"] } };
  const calendars = { office: nineToFive(), always };
  const scene = { subject, calendars, commitment, deeds: deedsIn(story) };
  follow({ ...scene, commitment: { calendar: "always", ...commitment } })`${story}`;
}

const pages = paths(["docs/reference/*.md"]).filter((path) => textOf(path).includes("```story"));

describe("the stories of the reference pages happen as they are told", () => {
  for (const path of pages) {
    const stories = [...textOf(path).matchAll(PAIR)];
    for (const [index, [, yaml = "", story = ""]] of stories.entries()) {
      test(`${path}, story ${index + 1}`, () => run(yaml, story));
    }
    test(`${path} has no story without its promise`, () =>
      assert.equal(textOf(path).split("```story").length - 1, stories.length));
  }
});
