/** `node launch/script.js FILE ARGS…`: runs a TypeScript file of the project, after installing. */
import { launch } from "./launch.js";

const [file = "", ...args] = process.argv.slice(2);
await launch(file, { args, build: false });
