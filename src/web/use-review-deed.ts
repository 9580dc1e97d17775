/** Does a deed to a review, and shows the review as it is after it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Routes, Sent } from "../api/routes.ts";
import { useToast } from "./parts/toast.tsx";
import { useReader } from "./reader.tsx";
import { clientOf } from "./server-client.ts";

type DeedBody = Sent<Routes["actOnReview"]>["body"];
type Asked = { readonly body: DeedBody; readonly done: string };

export function useReviewDeed(review: string) {
  const { language } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body }: Asked) => clientOf(language).actOnReview({ params: { review }, body }),
    onSuccess: async (_, { done }) => {
      tell(done);
      await queries.invalidateQueries({ queryKey: ["reviews"] });
    },
  });
}
