/** A change asked of the server: one at a time, its refusal kept for the words beside fields. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ToldProblem } from "../api/problem-document.ts";
import { useToast } from "./parts/toast.tsx";
import { problemsOf } from "./server-client.ts";

/** `says`: what is told when it is done. `stale`: first words of questions that are old then. */
export type After = {
  readonly says?: string;
  readonly undo?: () => void;
  readonly stale: readonly string[];
};

/** What follows a change that was made: what is old is asked again, and a note says so. */
export function useAfter() {
  const queries = useQueryClient();
  const tell = useToast();
  return async ({ says, undo, stale }: After) => {
    await Promise.all(stale.map((key) => queries.invalidateQueries({ queryKey: [key] })));
    if (says !== undefined) tell(says, undo);
  };
}

export function useChange() {
  const follow = useAfter();
  const [isGoing, setGoing] = useState(false);
  const [problems, setProblems] = useState<readonly ToldProblem[]>([]);
  /** The answer, or undefined where it was refused. */
  const run = async <T>(work: () => Promise<T>, after: After) => {
    setGoing(true);
    setProblems([]);
    try {
      const answer = await work();
      await follow(after);
      return answer;
    } catch (error) {
      setProblems(problemsOf(error));
      return undefined;
    } finally {
      setGoing(false);
    }
  };
  return { isGoing, problems, run };
}
