/** The palette: go to a page, an agreement or a record by a part of its name. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useState } from "react";
import type { everyPage } from "../navigation.ts";
import { targetOf } from "../paths.ts";
import { searchQuestion } from "../questions.ts";
import { type Reader, useReader } from "../reader.tsx";
import { useEveryPage } from "../use-navigation.ts";
import { shellWords } from "../words/shell.ts";
import { Dialog } from "./dialog.tsx";

type Choice = {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly goTo: ReturnType<typeof targetOf> | { readonly to: (typeof everyPage)[number]["to"] };
};

export function Palette({ close }: { readonly close: () => void }) {
  const reader = useReader();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const choices = useChoices(text, reader);
  const [at, setAt] = useState(0);
  const list = useId();
  const chosen = Math.min(at, choices.length - 1);
  const go = (choice: Choice | undefined) => {
    if (!choice) return;
    close();
    navigate(choice.goTo);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter") go(choices[chosen]);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setAt((chosen + step + choices.length) % Math.max(choices.length, 1));
  };
  const { say } = reader;
  return (
    <Dialog title={say(shellWords.searchHint)} close={close} kind="palette">
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={choices[chosen] ? `${list}-${chosen}` : undefined}
        aria-label={say(shellWords.searchHint)}
        autoComplete="off"
        value={text}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
      />
      <p className="soft small" role="status">
        {say(shellWords.found, { count: choices.length })}
      </p>
      <div id={list} role="listbox" aria-label={say(shellWords.searchHint)} className="choices">
        {choices.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          <div
            key={choice.key}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onClick={() => go(choice)}
          >
            <span>{choice.name}</span>
            <span className="soft small">{choice.kind}</span>
          </div>
        ))}
      </div>
    </Dialog>
  );
}

function useChoices(text: string, { say, language }: Reader): readonly Choice[] {
  const { data } = useQuery({
    ...searchQuestion(language, text.trim()),
    placeholderData: keepPreviousData,
  });
  const wanted = text.trim().toLowerCase();
  const pages = useEveryPage()
    .map(({ to, says }) => ({ to, name: say(says) }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map(({ to, name }) => ({
      key: to,
      name,
      kind: say(shellWords.kindPage),
      goTo: { to },
    }));
  const found = wanted.length < 2 ? [] : (data?.found ?? []);
  const things = found.map(({ kind, name, title }) => ({
    key: `${kind} ${name}`,
    name: title ?? name,
    kind: kind === "agreement" ? say(shellWords.kindAgreement) : name,
    goTo: targetOf({ kind, name }),
  }));
  return [...pages, ...things];
}
