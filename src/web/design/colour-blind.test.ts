import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

const text = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const light = coloursOf(text.split(':root[data-theme="dark"]')[0] ?? "");
const dark = { ...light, ...coloursOf(text.split(':root[data-theme="dark"]')[1] ?? "") };

/**
 * States of one list that must not look alike. Overdue and missed are one red on purpose: the one
 * is a square, the other a cross.
 */
const states = ["track", "risk", "overdue", "paused", "met"] as const;

const pairs = states.flatMap((one, at) =>
  states.slice(at + 1).map((other) => [one, other] as const),
);

/** How far apart in OKLab two colours are that people take for two at a glance. */
const APART = 0.05;

type Linear = readonly [number, number, number];
type Matrix = readonly [Linear, Linear, Linear];

/** Machado, Oliveira and Fernandes 2009, for the whole loss, in linear sRGB. */
const losses: Readonly<Record<string, Matrix>> = {
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};

describe("states stay apart for whoever sees fewer colours", () => {
  for (const [theme, colours] of Object.entries({ light, dark })) {
    for (const [loss, matrix] of Object.entries(losses)) {
      for (const [one, other] of pairs) {
        test(`${theme}, ${loss}: ${one} and ${other}`, () => {
          const seen = (name: string) => times(matrix, linear(colours[name] ?? ""));
          const [front, ground] = ["", "-ground"].map((part) =>
            distance(seen(one + part), seen(other + part)),
          );
          assert.ok(
            Math.max(front ?? 0, ground ?? 0) >= APART,
            `text ${front?.toFixed(3)}, ground ${ground?.toFixed(3)}`,
          );
        });
      }
    }
  }

  test("the measure itself tells black from white, and a colour from itself", () => {
    assert.ok(distance([0, 0, 0], [1, 1, 1]) > 0.99);
    assert.equal(distance([0.2, 0.4, 0.6], [0.2, 0.4, 0.6]), 0);
  });

  test("red and green of one lightness are taken for one by a deuteranope alone", () => {
    const [red, green] = [linear("#b04040"), linear("#706c1c")];
    const { deuteranopia } = losses;
    assert.ok(deuteranopia);
    assert.ok(distance(red, green) > 2 * APART);
    assert.ok(distance(times(deuteranopia, red), times(deuteranopia, green)) < APART);
  });
});

function coloursOf(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  );
}

function linear(colour: string): Linear {
  assert.match(colour, /^#[0-9a-f]{6}$/);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return [red, green, blue];
}

function times([x, y, z]: Matrix, [red, green, blue]: Linear): Linear {
  const sum = (row: Linear) =>
    Math.min(Math.max(row[0] * red + row[1] * green + row[2] * blue, 0), 1);
  return [sum(x), sum(y), sum(z)];
}

/** In OKLab (Ottosson 2020), where equal steps look equally large. */
function distance(a: Linear, b: Linear): number {
  const [x, y] = [oklab(a), oklab(b)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function oklab([red, green, blue]: Linear): Linear {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
