/** Every sentence of the launcher, in Spanish and English. `{name}` stands for a fact. */

export const sentences = {
  installingNode: {
    es: "Instalando Node {version} en {folder}…",
    en: "Installing Node {version} into {folder}…",
  },
  installingPackages: {
    es: "Instalando los paquetes que faltan…",
    en: "Installing the packages that are missing…",
  },
  building: { es: "Compilando…", en: "Building…" },
  waiting: {
    es: "Otro proceso está preparando esta carpeta; se espera a que termine…",
    en: "Another process is preparing this folder; waiting for it to finish…",
  },
  waitedTooLong: {
    es: "El otro proceso ({holder}) no ha terminado de preparar esta carpeta. Si ya no existe, borra {file}.",
    en: "The other process ({holder}) has not finished preparing this folder. If it is gone, delete {file}.",
  },
  nodeNeeded: {
    es: "Acuerdo necesita Node {least} o posterior (mejor 24 LTS), y este es {found}. {how}",
    en: "Acuerdo needs Node {least} or newer (best 24 LTS), and this is {found}. {how}",
  },
  nodeOnMac: {
    es: "En macOS: «brew install node@24», o el instalador de nodejs.org.",
    en: 'On macOS: "brew install node@24", or the installer from nodejs.org.',
  },
  nodeOnWindows: {
    es: "En Windows: «winget install OpenJS.NodeJS.LTS», o el instalador de nodejs.org.",
    en: 'On Windows: "winget install OpenJS.NodeJS.LTS", or the installer from nodejs.org.',
  },
  nodeOnMusl: {
    es: "En Alpine y otros sistemas con musl: «apk add nodejs npm» de Alpine 3.23 o posterior.",
    en: 'On Alpine and other systems with musl: "apk add nodejs npm" from Alpine 3.23 or newer.',
  },
  nodeElsewhere: {
    es: "Para {platform} hay instrucciones en nodejs.org.",
    en: "For {platform} there are instructions at nodejs.org.",
  },
  npmMissing: {
    es: "No se encuentra npm, y hace falta para instalar lo que falta. Instálalo y vuelve a intentarlo.",
    en: "npm cannot be found, and it is needed to install what is missing. Install it and try again.",
  },
  stepFailed: {
    es: "No ha funcionado: {step}. Esto es lo que ha dicho:",
    en: "This did not work: {step}. This is what it said:",
  },
};

/**
 * @param {keyof typeof sentences} name
 * @param {Record<string, string>} facts
 */
export function sentence(name, facts = {}) {
  const text = sentences[name][language()];
  return text.replace(/\{(\w+)\}/g, (whole, fact) => facts[fact] ?? whole);
}

/**
 * Progress goes to stderr, so that what a command prints can be piped.
 *
 * @param {keyof typeof sentences} name
 * @param {Record<string, string>} facts
 */
export function tell(name, facts = {}) {
  process.stderr.write(`${sentence(name, facts)}\n`);
}

function language() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^es\b|^es_/i.test(locale) ? "es" : "en";
}
