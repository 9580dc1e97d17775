/**
 * No amount of money is ever a binary fraction: not in the file that counts, nor in any that asks
 * it.
 */
import { importsOf } from "./modules.ts";
import { at, find, isSyntax, type Source, type Syntax } from "./source.ts";

const turning = ["Number", "parseFloat", "Number.parseFloat"];
const methods = ["toNumber", "toPrecision", "toExponential"];
const rounding = /^Math\./;

/** Files in the path of money: the decimals themselves, and whoever works with amounts. */
function isInMoneyPath(source: Source): boolean {
  if (/src\/engine\/(money|credit|ledger)[^/]*\.ts$/.test(source.path)) return true;
  return importsOf(source).some(({ specifier }) =>
    /(^|\/)(money|credit|ledger)\.ts$/.test(specifier),
  );
}

/** Floats made of decimals, decimals rounded by floats, and numbers written as fractions. */
export function floatsOfMoney(source: Source): string[] {
  if (!isInMoneyPath(source)) return [];
  const calls = find(source.program, "CallExpression").filter(({ callee }) => {
    const name = isSyntax(callee) ? nameOf(callee) : "";
    const isInstant = name === "Math.max" || name === "Math.min" || name === "Math.abs";
    const method = name.split(".").at(-1) ?? "";
    return (
      turning.includes(name) || methods.includes(method) || (rounding.test(name) && !isInstant)
    );
  });
  const written = find(source.program, "NumericLiteral").filter(
    ({ value }) => !Number.isSafeInteger(value),
  );
  return [...calls, ...written].map((found) => at(source, found, "makes a float of money"));
}

function nameOf({ type, name, object, property }: Syntax): string {
  if (type !== "MemberExpression") return String(name ?? "");
  const [left, right] = [object, property].map((one) => (isSyntax(one) ? nameOf(one) : ""));
  return `${left}.${right}`;
}
