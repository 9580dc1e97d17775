/** What `acuerdo/client` exports. Nothing inside the project imports this file. */
export {
  type Client,
  type ClientSettings,
  openClient,
  RequestRefused,
} from "./client.ts";
export { openApi } from "./openapi.ts";
export { type Permission, permissions, permissionsOf, type Role, roles } from "./permission.ts";
export type { ProblemDocument, ToldProblem } from "./problem-document.ts";
export { type Answer, type RouteName, type Routes, routes, type Sent } from "./routes.ts";
