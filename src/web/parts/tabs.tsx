/** The parts of a page as links: which one stands open is in the address. */
import { Link, type LinkProps } from "@tanstack/react-router";

/** `link` is made with `linkOptions`, which knows the page's parameters. */
export type Tab = { readonly key: string; readonly says: string; readonly link: LinkProps };

type TabsProps = {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly current: string;
};

export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ key, says, link }) => (
          <li key={key}>
            <Link {...link} aria-current={key === current ? "page" : undefined}>
              {says}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
