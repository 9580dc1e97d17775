/** The form of an agreement: what most of them say. The rest is listed with where it is written. */
import { isPlainMap } from "../../language/form.ts";
import { under } from "../../language/path.ts";
import { entriesAt, freeName, namesAt, valueAt } from "../editor-change.ts";
import { useReader } from "../reader.tsx";
import {
  clauseWords,
  editorWords,
  languageOptions,
  partyKindOptions,
  renewOptions,
  reviewEveryOptions,
  sectionWords,
} from "../words/editor.ts";
import { EditorCalendars } from "./editor-calendars.tsx";
import { EditorCommitments } from "./editor-commitment.tsx";
import { InYaml, PathArea, PathDate, PathList, PathSelect, PathText } from "./editor-fields.tsx";
import { useEditorForm, useValue } from "./editor-form-context.tsx";
import { AddButton, EditorFolds, nameOfEntry } from "./editor-list.tsx";
import { useOptions } from "./editor-options.ts";
import { EditorRemedies } from "./editor-remedies.tsx";
import { EditorSection } from "./editor-section.tsx";

export function EditorForm() {
  return (
    <>
      <About />
      <Parties />
      <Term />
      <EditorCalendars />
      <Services />
      <EditorCommitments />
      <EditorRemedies />
      <Review />
      <Others />
    </>
  );
}

/** The title is of the metadata, the purpose of the promise. */
const aboutPaths = ["metadata", "spec.purpose"];

function About() {
  const { say } = useReader();
  const languages = useOptions(languageOptions);
  return (
    <EditorSection title={say(sectionWords.about)} paths={aboutPaths}>
      <PathText path="metadata.title" label={say(editorWords.title)} />
      <PathSelect path="metadata.language" label={say(editorWords.language)} options={languages} />
      <PathArea path="spec.purpose" label={say(editorWords.purpose)} isRequired />
    </EditorSection>
  );
}

function Parties() {
  const { say } = useReader();
  const { reading, add } = useEditorForm();
  const kinds = useOptions(partyKindOptions);
  const path = "spec.parties";
  const taken = namesAt(reading.value, path);
  const addParty = () => {
    const id = freeName(say(editorWords.newParty), taken);
    add(under(path, taken.length), { id, title: id, kind: "team", role: ["provider", "consumer"] });
  };
  return (
    <EditorSection title={say(sectionWords.parties)} paths={[path]} count={taken.length}>
      <EditorFolds
        path={path}
        nameOf={nameOfEntry}
        saysOf={(entry) => kinds.find(({ value }) => value === valueAt(entry, "kind"))?.label}
      >
        {({ path: party }) => (
          <div className="fields">
            <PathText path={under(party, "id")} label={say(editorWords.id)} isRequired />
            <PathText path={under(party, "title")} label={say(editorWords.title)} />
            <PathSelect path={under(party, "kind")} label={say(editorWords.kind)} options={kinds} />
            <PathList
              path={under(party, "role")}
              label={say(editorWords.role)}
              hint="provider, consumer, measurer, auditor"
            />
            <PathText path={under(party, "signatory")} label={say(editorWords.signatory)} />
          </div>
        )}
      </EditorFolds>
      <AddButton says={say(editorWords.addParty)} add={addParty} />
    </EditorSection>
  );
}

function Term() {
  const { say } = useReader();
  const renewals = useOptions(renewOptions);
  return (
    <EditorSection title={say(sectionWords.term)} paths={["spec.term"]}>
      <div className="fields">
        <PathDate path="spec.term.from" label={say(editorWords.from)} isRequired />
        <PathDate path="spec.term.to" label={say(editorWords.to)} hint={say(editorWords.toHint)} />
        <PathText
          path="spec.term.timeZone"
          label={say(editorWords.timeZone)}
          offers={Intl.supportedValuesOf("timeZone")}
          isRequired
        />
        <PathSelect
          path="spec.term.renew"
          label={say(editorWords.renew)}
          options={renewals}
          none="–"
        />
        <PathText
          path="spec.term.notice"
          label={say(editorWords.notice)}
          hint={say(editorWords.example, { text: "30d" })}
        />
      </div>
    </EditorSection>
  );
}

function Services() {
  const { say } = useReader();
  const { reading, add } = useEditorForm();
  const path = "spec.services";
  const taken = namesAt(reading.value, path);
  const names = namesAt(reading.value, "spec.parties");
  const parties = names.map((name) => ({ value: name, label: name }));
  const entries = entriesAt(reading.value, "spec.parties");
  const titleOf = (service: unknown, side: string) => {
    const id = String(valueAt(service, side) ?? "–");
    return nameOfEntry(entries.find(({ entry }) => valueAt(entry, "id") === id)?.entry, id);
  };
  const addService = () => {
    const id = freeName(say(editorWords.newService), taken);
    const [provider = "", consumer = provider] = names;
    add(under(path, taken.length), { id, title: id, provider, consumer });
  };
  return (
    <EditorSection title={say(sectionWords.services)} paths={[path]} count={taken.length}>
      <EditorFolds
        path={path}
        nameOf={nameOfEntry}
        saysOf={(entry) => `${titleOf(entry, "provider")} › ${titleOf(entry, "consumer")}`}
      >
        {({ path: service }) => (
          <div className="fields">
            <PathText path={under(service, "id")} label={say(editorWords.id)} isRequired />
            <PathText path={under(service, "title")} label={say(editorWords.title)} />
            <PathSelect
              path={under(service, "provider")}
              label={say(editorWords.provider)}
              options={parties}
            />
            <PathSelect
              path={under(service, "consumer")}
              label={say(editorWords.consumer)}
              options={parties}
            />
          </div>
        )}
      </EditorFolds>
      <AddButton says={say(editorWords.addService)} add={addService} />
    </EditorSection>
  );
}

function Review() {
  const { say } = useReader();
  const { reading } = useEditorForm();
  const every = useOptions(reviewEveryOptions);
  const names = namesAt(reading.value, "spec.parties");
  return (
    <EditorSection title={say(sectionWords.review)} paths={["spec.review"]}>
      <div className="fields">
        <PathSelect
          path="spec.review.every"
          label={say(editorWords.every)}
          options={every}
          none="–"
        />
        <PathSelect
          path="spec.review.by"
          label={say(editorWords.reviewBy)}
          options={names.map((name) => ({ value: name, label: name }))}
          none="–"
        />
      </div>
    </EditorSection>
  );
}

const shown = [
  "purpose",
  "parties",
  "term",
  "calendars",
  "services",
  "commitments",
  "remedies",
  "review",
];

/** Clauses without fields. */
function Others() {
  const { say } = useReader();
  const spec = useValue("spec");
  const keys = isPlainMap(spec) ? Object.keys(spec).filter((key) => !shown.includes(key)) : [];
  if (keys.length === 0) return null;
  const paths = keys.map((key) => under("spec", key));
  return (
    <EditorSection title={say(sectionWords.others)} paths={paths} count={keys.length}>
      <p className="soft">{say(editorWords.othersText)}</p>
      {keys.map((key) => {
        const own = clauseWords[key];
        return <InYaml key={key} path={under("spec", key)} label={own ? say(own) : key} />;
      })}
    </EditorSection>
  );
}
