import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { shortNameOf } from "../actions/workspace.ts";
import { refuseGuessable } from "./account/password.ts";
import { formToken, ownPath, refuseStale } from "./security.ts";

describe("a path to go on to", () => {
  test("never leaves our own pages, whatever somebody writes", () => {
    const home = "https://acuerdo.example";
    const parts = fc.constantFrom("/", "\\", "//", "@", ":", "evil.example", "\t", "\n", "?", "#");
    const texts = fc.oneof(
      fc.string(),
      fc.array(parts).map((some) => some.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        assert.equal(new URL(ownPath(text), home).origin, home);
        assert.equal(new URL(ownPath(`/${text}`), home).origin, home);
      }),
    );
  });

  test("is kept where it is one of ours", () => {
    for (const path of ["/", "/account", "/invitation?token=c.x-_1", "/clocks/a%20b"]) {
      assert.equal(ownPath(path), path);
    }
    for (const other of [undefined, 1, "", "account", "//x", "/\\x", "javascript:alert(1)"]) {
      assert.equal(ownPath(other), "/");
    }
  });
});

test("a form's token is good for its holder and its secret, and for no other", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (secret, holder, other) => {
      const token = formToken(secret, holder);
      assert.doesNotThrow(() => refuseStale(secret, holder, token));
      if (other !== holder) assert.throws(() => refuseStale(secret, other, token));
      if (other !== secret) assert.throws(() => refuseStale(other, holder, token));
      assert.throws(() => refuseStale(secret, undefined, token));
      assert.throws(() => refuseStale(secret, holder, other));
    }),
  );
});

describe("a password", () => {
  for (const [password, code] of [
    ["caballo grapa pila correcta", undefined],
    ["Zx9!pQ#2mLw", undefined],
    ["ñandú-veloz-77", undefined],
    ["corta", "password-short"],
    ["🙂🙂🙂🙂🙂", "password-short"],
    ["x".repeat(129), "password-long"],
    ["aaaaaaaaaaaa", "password-guessable"],
    ["1234567890", "password-guessable"],
    ["abcdefghijkl", "password-guessable"],
    ["9876543210", "password-guessable"],
    ["Password123!", "password-guessable"],
    ["Contraseña2026", "password-guessable"],
    ["qwertyqwerty", "password-guessable"],
    ["2026-11-23-1640", "password-guessable"],
    ["acuerdoacuerdo", "password-guessable"],
  ] as const) {
    test(`${JSON.stringify(password.slice(0, 30))} is ${code ?? "taken"}`, () => {
      if (code === undefined) assert.doesNotThrow(() => refuseGuessable(password));
      else assert.throws(() => refuseGuessable(password), { code });
    });
  }
});

test("every title gives a short name that a workspace may have", () => {
  assert.equal(shortNameOf("Ñandú Telecom, S.A."), "nandu-telecom-s-a");
  assert.equal(shortNameOf("—"), "acuerdo");
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (title) => {
      assert.match(shortNameOf(title), /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
    }),
  );
});
