/** What a credit comes of: the commitments of its remedy, each in its period. */
import { Link } from "@tanstack/react-router";
import type { CreditJson } from "../dispute-json.ts";
import { useLatestDocument } from "../latest-document.ts";
import { routePaths } from "../paths.ts";

export function CreditSource({ credit }: { readonly credit: CreditJson }) {
  const { agreement, remedy, from } = credit;
  const document = useLatestDocument(agreement);
  const own = document?.spec.remedies?.find(({ id }) => id === remedy);
  return (
    <>
      {agreement} · {remedy}
      {own?.on.map((commitment) => (
        <Link
          key={commitment}
          className="small block"
          to={routePaths.commitment}
          params={{ agreement, commitment }}
          search={{ period: from }}
        >
          {commitment}
        </Link>
      ))}
    </>
  );
}
