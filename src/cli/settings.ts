/** What the environment says: one table, read once at the start and passed down. */
import type { Language } from "../engine/agreement.ts";
import type { Sentence } from "../engine/problems/kind.ts";

export type Settings = {
  readonly language: Language;
  readonly hasColours: boolean | undefined;
  readonly width: number;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** What each variable means; the reference page is printed from here. */
export const settingRows: readonly {
  readonly names: readonly string[];
  readonly says: Sentence;
}[] = [
  {
    names: ["ACUERDO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"],
    says: {
      es: "Idioma: lo que empieza por «en» es inglés, por «es» español; el primero que lo diga. Si ninguno, inglés.",
      en: 'Language: what begins with "es" is Spanish, with "en" English; the first that says one. If none does, English.',
    },
  },
  {
    names: ["NO_COLOR", "FORCE_COLOR"],
    says: {
      es: "Sin colores, o con ellos aunque no haya terminal.",
      en: "No colours, or colours even without a terminal.",
    },
  },
  {
    names: ["COLUMNS"],
    says: { es: "Ancho de la ayuda; 100 si no se da.", en: "Width of the help; 100 if not given." },
  },
];

const WIDTH = 100;

export function readSettings(environment: Environment): Settings {
  const width = Number(environment.COLUMNS);
  return {
    language: languageOf(environment),
    hasColours: environment.NO_COLOR ? false : environment.FORCE_COLOR ? true : undefined,
    width: Number.isInteger(width) && width >= 40 && width <= 300 ? width : WIDTH,
  };
}

function languageOf(environment: Environment): Language {
  const names = settingRows[0]?.names ?? [];
  for (const name of names) {
    const said = environment[name]?.slice(0, 2).toLowerCase();
    if (said === "es" || said === "en") return said;
  }
  return "en";
}
