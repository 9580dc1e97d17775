/** Amounts by currency as people read them; exact decimals stay exact. */
import type { Language } from "../engine/agreement.ts";
import { addDecimals } from "../engine/exact.ts";

/** "1,498,000 MXN"; "" without any. A currency that is not known is not said. */
export function amountsText(amounts: Readonly<Record<string, string>>, language: Language): string {
  return Object.entries(amounts)
    .map(([currency, amount]) => `${amountText(amount, language)} ${currency}`.trim())
    .join(" + ");
}

function amountText(amount: string, language: Language): string {
  const number = new Intl.NumberFormat(language, {
    maximumFractionDigits: 2,
    useGrouping: "always",
  });
  return number.format(amount as Intl.StringNumericLiteral);
}

/** The sums by currency, exactly. */
export function addAmounts(
  amounts: readonly { readonly amount: string; readonly currency: string }[],
): Readonly<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const { amount, currency } of amounts) {
    sums[currency] = addDecimals(sums[currency] ?? "0", amount);
  }
  return sums;
}
