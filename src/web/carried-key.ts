/**
 * A key that came in the address (`/#key=…`, as the terminal prints it): for whoever looks without
 * an account. It stays in this tab, and leaves the address at once.
 */
const kept = "acuerdo-key";

/** Takes the key out of the address, where there is one. */
export function takeCarriedKey(): void {
  const key = /^#key=([\w.-]+)$/.exec(location.hash)?.[1];
  if (key === undefined) return;
  sessionStorage.setItem(kept, key);
  history.replaceState(null, "", location.pathname + location.search);
}

export function carriedKey(): string | undefined {
  return sessionStorage.getItem(kept) ?? undefined;
}

/** A key that the server does not know is not tried twice. */
export function dropCarriedKey(): void {
  sessionStorage.removeItem(kept);
}
