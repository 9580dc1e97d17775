/** A page of the settings: its title, and a word to those whose role keeps them out. */
import type { ReactNode } from "react";
import type { Permission } from "../../api/permission.ts";
import type { Sentence } from "../../engine/problems/kind.ts";
import { useCaller } from "../caller.ts";
import { usePageTitle } from "../page-title.ts";
import { useReader } from "../reader.tsx";
import { roleWords } from "../role-words.ts";
import { settingWords } from "../words/setting.ts";
import { Empty, Waiting } from "./states.tsx";

type FrameProps = {
  readonly title: Sentence | string;
  readonly needs: Permission;
  /** What it takes to change something; said where the reader may only look. */
  readonly changes?: Permission;
  readonly lead?: Sentence;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

export function SettingFrame({ title, needs, changes, lead, beside, children }: FrameProps) {
  const { say } = useReader();
  const { isKnown, may, role } = useCaller();
  const said = typeof title === "string" ? title : say(title);
  usePageTitle(said);
  if (!isKnown) return <Waiting />;
  const called = { role: say(roleWords(role)) };
  if (!may(needs)) {
    const text = say(settingWords.lockedText, called);
    return <Empty title={say(settingWords.locked)} text={text} />;
  }
  return (
    <>
      <div className="page-head">
        <h1>{said}</h1>
        {beside}
      </div>
      {lead && <p className="setting-lead soft">{say(lead)}</p>}
      {changes && !may(changes) && (
        <p className="setting-lead soft">{say(settingWords.mayNot, called)}</p>
      )}
      {children}
    </>
  );
}
