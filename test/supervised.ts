/**
 * A process of its own that runs the embedded database until it is killed: `node supervised.ts
 * DIRECTORY [orphan]`.
 */
import { readLock } from "../src/store/embedded/lock.ts";
import { startEmbedded } from "../src/store/embedded/server.ts";

const [directory = "", orphan] = process.argv.slice(2);
try {
  const server = await startEmbedded({ directory, outlives: orphan !== undefined });
  const pid = readLock(`${server.directory}/postgres`)?.pid;
  process.stdout.write(`${JSON.stringify({ isOwner: server.isOwner(), pid })}\n`);
  process.once("SIGTERM", () => server.stop());
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refused: (error as { code?: string }).code })}\n`);
}
