/**
 * Before packing: everything compiled from nothing, so that no file of older sources is shipped.
 */
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { refresh } from "./checkout.js";
import { orSay } from "./launch.js";
import { supportedNode } from "./node.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
rmSync(join(root, "dist"), { recursive: true, force: true });
await orSay(async () => refresh(root, await supportedNode(root), { build: true }));
