/** What the benchmarks ask of a server over HTTP. */

export const BATCH = 1_000;

/** Asked and answered whole; throws what the answer says where it is not done. */
export async function ask(
  address: string,
  key: string,
  { path, body }: { readonly path: string; readonly body?: unknown },
): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const posted = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const answer = await fetch(`${address}${path}`, { ...posted, headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
}

export const EVENTS_PATH = "/v1/events?quiet=true";
