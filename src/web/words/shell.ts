/** What stands on every page. */
import type { Sentence } from "../../engine/problems/kind.ts";

export const shellWords = {
  product: { es: "Acuerdo", en: "Acuerdo" },
  skip: { es: "Ir al contenido", en: "Skip to content" },
  navigation: { es: "Principal", en: "Main" },
  pages: { es: "Páginas", en: "Pages" },
  today: { es: "Hoy", en: "Today" },
  agreements: { es: "Acuerdos", en: "Agreements" },
  search: { es: "Buscar", en: "Search" },
  searchHint: { es: "Buscar o ir a…", en: "Search or go to…" },
  found: {
    es: "{count, plural, =0 {Nada con ese nombre} one {# resultado} other {# resultados}}",
    en: "{count, plural, =0 {Nothing by that name} one {# result} other {# results}}",
  },
  kindAgreement: { es: "acuerdo", en: "agreement" },
  kindPage: { es: "página", en: "page" },
  language: { es: "English", en: "Español" },
  dark: { es: "Tema oscuro", en: "Dark theme" },
  light: { es: "Tema claro", en: "Light theme" },
  account: { es: "Cuenta", en: "Account" },
  accountPage: { es: "Sesiones y salir", en: "Sessions and sign out" },
  close: { es: "Cerrar", en: "Close" },
  keys: { es: "Teclado", en: "Keyboard" },
  keyNext: { es: "fila siguiente", en: "next row" },
  keyBefore: { es: "fila anterior", en: "previous row" },
  keyOpen: { es: "abrir la prueba", en: "open the proof" },
  keyClose: { es: "cerrar", en: "close" },
  keyPalette: { es: "buscar o ir a", en: "search or go to" },
  keyHelp: { es: "esta lista", en: "this list" },
  loading: { es: "Cargando…", en: "Loading…" },
  again: { es: "Reintentar", en: "Try again" },
  failed: { es: "No se pudo cargar", en: "This could not be loaded" },
  offline: {
    es: "No hay conexión con el servidor. Lo mostrado puede haber cambiado.",
    en: "There is no connection to the server. What is shown may have changed.",
  },
  missing: { es: "Esta página no existe", en: "There is no such page" },
  missingText: {
    es: "Puede que el enlace esté cortado. Lo que buscas sigue en la lista de hoy o entre los acuerdos.",
    en: "The link may be cut short. What you want is still in today's list or among the agreements.",
  },
} as const satisfies Readonly<Record<string, Sentence>>;
