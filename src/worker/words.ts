/** Notices in words, Spanish and English: first what is so, then what to do; nobody is blamed. */
import type { ClockNotice, DigestNotice, NoticeBody, Why } from "../actions/notice-body.ts";
import type { Language } from "../engine/agreement.ts";
import { DAY, HOUR, type Instant, MINUTE } from "../engine/time.ts";

export type Wording = { readonly language: Language; readonly timeZone: string };

/** What a notice says: a line, why it was sent, and how late it is where it is. */
export type Said = { readonly line: string; readonly why: string; readonly late?: string };

export function say(notice: NoticeBody, wording: Wording): Said {
  const line = lineOf(notice, wording);
  const why = whyWords[wording.language](notice.why);
  const late = "lateMs" in notice && notice.lateMs ? lateWords(notice.lateMs, wording) : undefined;
  return { line, why, ...(late === undefined ? {} : { late }) };
}

/** The heading of several at once. */
export function heading(count: number, { language }: Wording): string {
  if (language === "en") return count === 1 ? "1 notice" : `${count} notices`;
  return count === 1 ? "1 aviso" : `${count} avisos`;
}

/** "mar 3 mar, 10:42": the wall time of the workspace, whatever commas the host would put. */
function when(at: Instant, { language, timeZone }: Wording): string {
  const format = new Intl.DateTimeFormat(language === "es" ? "es" : "en-GB", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const [weekday, day, month] = [parts.get("weekday"), parts.get("day"), parts.get("month")];
  return `${weekday} ${day} ${month}, ${parts.get("hour")}:${parts.get("minute")}`;
}

function lineOf(notice: NoticeBody, wording: Wording): string {
  if (notice.what === "digest") return digestLine(notice, wording);
  if (notice.what === "rule") return `${nameOf(notice)}: ${notice.says}`;
  return clockWords[wording.language][wordOf(notice)]({
    name: nameOf(notice),
    promise: notice.commitment,
    due: when(notice.dueAt ?? notice.at, wording),
    at: when(notice.at, wording),
    share: Math.round((notice.share ?? 0) * 100),
    isUnsure: notice.provisional === true,
  });
}

function nameOf({ title, subject }: { readonly title?: string; readonly subject: string }): string {
  return title === undefined || title === subject ? subject : `${title} (${subject})`;
}

type Word = "warning" | "breach" | "confirmed" | "moved" | "withdrawn" | "ahead" | "overdue";

function wordOf({ what, verdict }: ClockNotice): Word {
  if (what !== "escalation") return what;
  return verdict === "breached" ? "overdue" : "ahead";
}

type ClockFacts = {
  readonly name: string;
  readonly promise: string;
  readonly due: string;
  readonly at: string;
  readonly share: number;
  readonly isUnsure: boolean;
};

const clockWords: Readonly<
  Record<Language, Readonly<Record<Word, (facts: ClockFacts) => string>>>
> = {
  es: {
    warning: ({ name, promise, share, due }) =>
      `${name}: va el ${share} % del plazo de «${promise}»; vence ${due}.`,
    breach: ({ name, promise, due, isUnsure }) =>
      `${name}: «${promise}» venció ${due}${isUnsure ? "; es provisional, aún faltan datos de una fuente" : ""}.`,
    confirmed: ({ name, promise, at }) => `${name}: se confirma que «${promise}» venció ${at}.`,
    moved: ({ name, promise, at }) =>
      `${name}: «${promise}» venció ${at}; antes te dijimos otra hora.`,
    withdrawn: ({ name, promise }) =>
      `${name}: retiramos el aviso de «${promise}»; un dato que llegó después lo cambia.`,
    ahead: ({ name, promise, due }) => `${name}: «${promise}» vence ${due}.`,
    overdue: ({ name, promise, due, isUnsure }) =>
      `${name}: «${promise}» sigue pendiente desde ${due}${isUnsure ? " (provisional)" : ""}.`,
  },
  en: {
    warning: ({ name, promise, share, due }) =>
      `${name}: ${share}% of the time for "${promise}" is spent; due ${due}.`,
    breach: ({ name, promise, due, isUnsure }) =>
      `${name}: "${promise}" was due ${due}${isUnsure ? "; provisional, a source is still behind" : ""}.`,
    confirmed: ({ name, promise, at }) => `${name}: confirmed, "${promise}" was due ${at}.`,
    moved: ({ name, promise, at }) =>
      `${name}: "${promise}" was due ${at}; we told you another time before.`,
    withdrawn: ({ name, promise }) =>
      `${name}: we take back the notice of "${promise}"; a fact that came later changes it.`,
    ahead: ({ name, promise, due }) => `${name}: "${promise}" is due ${due}.`,
    overdue: ({ name, promise, due, isUnsure }) =>
      `${name}: "${promise}" has been open since ${due}${isUnsure ? " (provisional)" : ""}.`,
  },
};

const whyWords: Readonly<Record<Language, (why: Why) => string>> = {
  es: (why) => {
    const who: Readonly<Record<Why["who"], string>> = {
      owner: "lo llevas tú",
      manager: "diriges al equipo que lo lleva",
      workspaceOwner: "el espacio es tuyo y nadie dirige todavía al equipo que lo lleva",
      party: `eres contacto de ${why.name ?? "una de las partes"}`,
      channel: `el acuerdo avisa a ${why.name ?? "este canal"}`,
      address: "el acuerdo nombra tu dirección",
      told: "te lo habíamos dicho antes",
      rule: "lo pide una regla de tu espacio",
      digest: "diriges un equipo",
    };
    const step = why.step === undefined ? "" : `, paso ${why.step} de la escalada`;
    const passed = why.passedOn ? "; en el paso anterior no había a quién avisar" : "";
    return `Te llega porque ${who[why.who]}${step}${passed}.`;
  },
  en: (why) => {
    const who: Readonly<Record<Why["who"], string>> = {
      owner: "it is yours",
      manager: "you manage the team whose it is",
      workspaceOwner: "the workspace is yours and nobody manages the team whose it is yet",
      party: `you are a contact of ${why.name ?? "one of the parties"}`,
      channel: `the agreement tells ${why.name ?? "this channel"}`,
      address: "the agreement names your address",
      told: "we had told you before",
      rule: "a rule of your workspace asks for it",
      digest: "you manage a team",
    };
    const step = why.step === undefined ? "" : `, step ${why.step} of the escalation`;
    const passed = why.passedOn ? "; the step before had nobody to tell" : "";
    return `You get this because ${who[why.who]}${step}${passed}.`;
  },
};

function digestLine(notice: DigestNotice, { language }: Wording): string {
  const { overdue, dueBeforeNoon, met, breached, left, first } = notice;
  const judged = met + breached;
  const share = judged === 0 ? undefined : Math.round((100 * met) / judged);
  const name = first && nameOf(first);
  if (language === "en") {
    return [
      `${overdue} overdue, ${dueBeforeNoon} due before noon.`,
      share === undefined ? "" : `Yesterday ${share}% kept (${met} of ${judged}).`,
      left
        ? `${left.misses} ${left.misses === 1 ? "miss" : "misses"} left in "${left.commitment}".`
        : "",
      first ? `Begin with ${name}: "${first.commitment}".` : "",
    ].join(" ");
  }
  return [
    `${overdue} ${overdue === 1 ? "vencido" : "vencidos"}, ${dueBeforeNoon} ${dueBeforeNoon === 1 ? "vence" : "vencen"} antes del mediodía.`,
    share === undefined ? "" : `Ayer se cumplió el ${share} % (${met} de ${judged}).`,
    left ? `Margen de «${left.commitment}»: ${left.misses}.` : "",
    first ? `Empieza por ${name}: «${first.commitment}».` : "",
  ].join(" ");
}

function lateWords(late: number, { language }: Wording): string {
  const [count, unit] =
    late >= 2 * DAY
      ? ([Math.round(late / DAY), "d"] as const)
      : late >= 2 * HOUR
        ? ([Math.round(late / HOUR), "h"] as const)
        : ([Math.max(1, Math.round(late / MINUTE)), "min"] as const);
  return language === "en"
    ? `This notice comes ${count} ${unit} after its time.`
    : `Este aviso llega ${count} ${unit} después de su hora.`;
}
