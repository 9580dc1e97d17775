import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

const text = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const light = coloursOf(text.split(':root[data-theme="dark"]')[0] ?? "");
const dark = { ...light, ...coloursOf(text.split(':root[data-theme="dark"]')[1] ?? "") };

const TEXT = 4.5;
const GRAPHIC = 3;

const grounds = ["paper", "surface", "sunken"];
const states = ["track", "risk", "overdue", "paused", "met", "missed", "corrected"];

const pairs = [
  ...grounds.flatMap((ground) => [
    { front: "ink", ground, least: TEXT },
    { front: "soft", ground, least: TEXT },
    { front: "accent", ground, least: TEXT },
    { front: "edge", ground, least: GRAPHIC },
    { front: "focus", ground, least: GRAPHIC },
  ]),
  ...states.flatMap((state) => [
    { front: state, ground: `${state}-ground`, least: TEXT },
    { front: state, ground: "surface", least: TEXT },
    { front: state, ground: "paper", least: TEXT },
  ]),
  { front: "on-accent", ground: "accent", least: TEXT },
];

describe("colours can be told from their ground", () => {
  for (const [theme, colours] of Object.entries({ light, dark })) {
    for (const { front, ground, least } of pairs) {
      test(`${theme}: ${front} on ${ground} is at least ${least} : 1`, () => {
        const found = contrast(colours[front] ?? "", colours[ground] ?? "");
        assert.ok(found >= least, `${found.toFixed(2)} : 1`);
      });
    }
  }
});

function coloursOf(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  );
}

/** The ratio of WCAG 2.2: (lighter + 0.05) ÷ (darker + 0.05) of relative luminance. */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  assert.match(colour, /^#[0-9a-f]{6}$/);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
