/** Server-sent events, read from a stream: `EventSource` could carry no key. */

/** `id` is what a stream that broke off goes on from. */
export type ServerEvent = { readonly id: string | undefined; readonly kind: string };

/** The events of a text as it comes; what has no kind of its own is a "message". */
export async function* readServerEvents(
  chunks: AsyncIterable<string>,
): AsyncGenerator<ServerEvent, void> {
  let rest = "";
  for await (const chunk of chunks) {
    const blocks = (rest + chunk).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const event = eventOf(block);
      if (event) yield event;
    }
  }
}

function eventOf(block: string): ServerEvent | undefined {
  const fields = new Map(
    block
      .split("\n")
      .filter((line) => !line.startsWith(":"))
      .map((line) => [line.split(":", 1)[0] ?? "", line.replace(/^[^:]*: ?/, "")] as const),
  );
  if (!fields.has("data")) return undefined;
  return { id: fields.get("id"), kind: fields.get("event") ?? "message" };
}
