/** What `acuerdo/engine` exports. Nothing inside the project imports this file. */
export type * from "./agreement.ts";
export type * from "./event.ts";
export * from "./problem.ts";
export * from "./time.ts";
