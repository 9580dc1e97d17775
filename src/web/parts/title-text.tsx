/** A title as it was written: the sign between two parties is drawn, as no face of ours has it. */
import { Fragment } from "react";
import { Icon } from "./icon.tsx";

const BOTH = "↔";

export function TitleText({ text }: { readonly text: string }) {
  const [first = "", ...rest] = text.split(BOTH);
  return (
    <>
      {first}
      {rest.map((part) => (
        <Fragment key={part}>
          <span className="hidden">{BOTH}</span>
          <span className="sign">
            <Icon shape="both" />
          </span>
          {part}
        </Fragment>
      ))}
    </>
  );
}
