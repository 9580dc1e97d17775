/** People as the server tells them. */
import type { Answer, Routes } from "../api/routes.ts";

export type Person = Answer<Routes["listPeople"]>["people"][number];

export function nameOf({ name, email, id }: Pick<Person, "name" | "email" | "id">): string {
  return name ?? email ?? id;
}
