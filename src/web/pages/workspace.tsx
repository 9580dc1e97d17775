/** The workspace as a whole: its name and day, its data, and how its people come in. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer, Routes } from "../../api/routes.ts";
import { useCaller } from "../caller.ts";
import { useChange } from "../change.ts";
import { EraseForm } from "../parts/erase-form.tsx";
import { SelectField, TextField } from "../parts/field.tsx";
import { Problems, problemAt } from "../parts/problems.tsx";
import { SettingFrame } from "../parts/setting-frame.tsx";
import { SignOnForm } from "../parts/sign-on-form.tsx";
import { Waiting } from "../parts/states.tsx";
import { workspaceExportPath } from "../paths.ts";
import { workspaceQuestion } from "../questions.ts";
import { useReader } from "../reader.tsx";
import { clientOf } from "../server-client.ts";
import { settingWords } from "../words/setting.ts";
import { workspaceWords } from "../words/workspace.ts";

export function WorkspacePage() {
  const { say, language } = useReader();
  const { may, role } = useCaller();
  const { data } = useQuery(workspaceQuestion(language));
  return (
    <SettingFrame title={settingWords.workspace} needs="read" changes="admin">
      {data ? <WorkspaceForm key={data.title} workspace={data} /> : <Waiting />}
      {may("admin") && (
        <>
          <section className="setting-section">
            <h2>{say(workspaceWords.data)}</h2>
            <p>{say(workspaceWords.dataText)}</p>
            {role === "owner" ? (
              <p>
                <a className="button button-second" href={workspaceExportPath} download>
                  {say(workspaceWords.download)}
                </a>
              </p>
            ) : (
              <p className="soft">{say(workspaceWords.ownerOnly)}</p>
            )}
          </section>
          <section className="setting-section">
            <h2>{say(workspaceWords.erase)}</h2>
            <p>{say(workspaceWords.eraseText)}</p>
            <EraseForm />
          </section>
          <section className="setting-section">
            <h2>{say(workspaceWords.signOn)}</h2>
            <SignOnForm />
          </section>
        </>
      )}
    </SettingFrame>
  );
}

const languages = ["es", "en"] as const;

type FormProps = { readonly workspace: Answer<Routes["getWorkspace"]> };

function WorkspaceForm({ workspace }: FormProps) {
  const { say, language } = useReader();
  const { may } = useCaller();
  const [title, setTitle] = useState(workspace.title);
  const [said, setSaid] = useState(workspace.language);
  const [timeZone, setTimeZone] = useState(workspace.timeZone);
  const { run, isGoing, problems } = useChange();
  const isLocked = !may("admin");
  const save = () =>
    run(() => clientOf(language).changeWorkspace({ body: { title, language: said, timeZone } }), {
      says: say(workspaceWords.saved),
      stale: ["workspace"],
    });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="fields">
        <TextField
          label={say(workspaceWords.name)}
          value={title}
          change={setTitle}
          problem={problemAt(problems, "title")}
          isRequired
          isDisabled={isLocked}
        />
        <SelectField
          label={say(workspaceWords.language)}
          value={said}
          change={(value) => setSaid(value === "es" ? "es" : "en")}
          options={languages.map((value) => ({ value, label: say(workspaceWords[value]) }))}
          isDisabled={isLocked}
        />
        <TextField
          label={say(workspaceWords.zone)}
          value={timeZone}
          change={setTimeZone}
          hint={say(workspaceWords.zoneHint)}
          offers={Intl.supportedValuesOf("timeZone")}
          isRequired
          isDisabled={isLocked}
        />
      </div>
      <Problems problems={problems} />
      {!isLocked && (
        <div className="row-deeds">
          <button type="submit" className="button" disabled={isGoing}>
            {say(settingWords.save)}
          </button>
        </div>
      )}
    </form>
  );
}
