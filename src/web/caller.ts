/** What the reader may do here, as the server will judge it. */
import { useQuery } from "@tanstack/react-query";
import type { Permission } from "../api/permission.ts";
import { workspaceQuestion } from "./questions.ts";
import { useReader } from "./reader.tsx";

/** Before the answer is there nothing is allowed: a button may appear, and never lies. */
export function useCaller() {
  const { language } = useReader();
  const { data } = useQuery(workspaceQuestion(language));
  return {
    isKnown: data !== undefined,
    role: data?.caller.role ?? null,
    actor: data?.caller.actor ?? "",
    timeZone: data?.timeZone ?? "UTC",
    may: (permission: Permission) => data?.caller.permissions.includes(permission) ?? false,
  };
}
