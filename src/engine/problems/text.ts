/** What can be wrong with the text of an agreement file, before it is a document. */
import type { ProblemKind } from "./kind.ts";

export const textProblems = {
  "file-too-large": {
    severity: "error",
    status: 413,
    says: {
      es: "El archivo tiene {size} bytes y el máximo es {limit}: divídelo en varios.",
      en: "The file has {size} bytes and {limit} is the most: split it.",
    },
  },
  "file-not-text": {
    severity: "error",
    status: 422,
    says: {
      es: "El archivo no es texto: contiene el carácter de control {code}. Guárdalo como UTF-8.",
      en: "The file is not text: it holds the control character {code}. Save it as UTF-8.",
    },
  },
  "file-empty": {
    severity: "error",
    status: 422,
    says: {
      es: "El archivo no contiene ningún documento: empieza con «apiVersion: acuerdo/v1».",
      en: 'The file holds no document: begin with "apiVersion: acuerdo/v1".',
    },
  },
  "problems-too-many": {
    severity: "error",
    status: 422,
    says: {
      es: "El archivo tiene {count} problemas; estos son los primeros {limit}.",
      en: "The file has {count} problems; these are the first {limit}.",
    },
  },
  "document-empty": {
    severity: "error",
    status: 422,
    says: {
      es: "Este documento está vacío: complétalo o quita su «---».",
      en: 'This document is empty: fill it in or take its "---" away.',
    },
  },
  "yaml-syntax": {
    severity: "error",
    status: 422,
    says: {
      es: "YAML no admite lo que hay aquí: revisa comillas, comas, llaves y guiones ({code}).",
      en: "YAML does not allow what stands here: check quotes, commas, braces and dashes ({code}).",
    },
  },
  "yaml-tab": {
    severity: "error",
    status: 422,
    says: {
      es: "Hay un tabulador en el sangrado: usa espacios.",
      en: "A tab is used for indentation: use spaces.",
    },
  },
  "yaml-indentation": {
    severity: "error",
    status: 422,
    says: {
      es: "El sangrado no corresponde a ningún nivel: alinea esta línea con sus hermanas.",
      en: "The indentation fits no level: line this up with its neighbours.",
    },
  },
  "yaml-unclosed": {
    severity: "error",
    status: 422,
    says: {
      es: "Falta un carácter aquí o antes: una comilla, coma, llave, corchete o «:» sin cerrar o sin poner.",
      en: 'A character is missing here or before: a quote, comma, brace, bracket or ":" not closed or not there.',
    },
  },
  "yaml-escape": {
    severity: "error",
    status: 422,
    says: {
      es: "Entre comillas dobles, esta secuencia con «\\» no existe: escribe «\\\\» o usa comillas simples.",
      en: 'Inside double quotes there is no such "\\" sequence: write "\\\\" or use single quotes.',
    },
  },
  "yaml-version": {
    severity: "error",
    status: 422,
    says: {
      es: "Los acuerdos son YAML 1.2: quita la directiva «%YAML {version}».",
      en: 'Agreements are YAML 1.2: take the directive "%YAML {version}" away.',
    },
  },
  "yaml-tag": {
    severity: "error",
    status: 422,
    says: {
      es: "Las etiquetas de YAML como «{tag}» no se admiten: escribe el valor sin ella.",
      en: 'YAML tags such as "{tag}" are not allowed: write the value without it.',
    },
  },
  "yaml-merge-key": {
    severity: "error",
    status: 422,
    says: {
      es: "La clave de fusión «<<» no se admite: repite las claves o usa «extends».",
      en: 'The merge key "<<" is not allowed: repeat the keys or use "extends".',
    },
  },
  "alias-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "El alias «*{alias}» no tiene antes un ancla «&{alias}» ya cerrada.",
      en: 'The alias "*{alias}" has no finished anchor "&{alias}" before it.',
    },
  },
  "alias-too-many": {
    severity: "error",
    status: 422,
    says: {
      es: "Los alias de este documento se despliegan en más de {limit} valores: escríbelos sin alias.",
      en: "The aliases of this document unfold to more than {limit} values: write them without aliases.",
    },
  },
  "nesting-too-deep": {
    severity: "error",
    status: 422,
    says: {
      es: "Hay más de {limit} niveles anidados: ningún acuerdo los necesita.",
      en: "There are more than {limit} nested levels: no agreement needs them.",
    },
  },
  "values-too-many": {
    severity: "error",
    status: 422,
    says: {
      es: "El archivo tiene más de {limit} valores: divídelo en varios.",
      en: "The file holds more than {limit} values: split it.",
    },
  },
  "anchor-duplicate": {
    severity: "error",
    status: 422,
    says: {
      es: "El ancla «&{anchor}» está dos veces: no se sabría a cuál se refiere su alias.",
      en: 'The anchor "&{anchor}" is here twice: nobody could tell which one its alias means.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
