/** The title of the document, which is also the first thing that a screen reader says of a page. */
import { useEffect } from "react";

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? "Acuerdo" : `${title} · Acuerdo`;
  }, [title]);
}
