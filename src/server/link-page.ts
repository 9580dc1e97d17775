/**
 * The page of a public link: one agreement to read, in the link's own language. No session, no
 * script, nothing of anything else.
 */
import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { readShared, type SharedAgreement } from "../actions/agreement-link.ts";
import type { Language } from "../engine/agreement.ts";
import type { Period } from "../engine/period.ts";
import { type ProblemCode, Refusal, refuse } from "../engine/problem.ts";
import type { Instant } from "../engine/time.ts";
import type { Database } from "../store/db.ts";
import { html, type Markup } from "./account/html.ts";
import { look } from "./account/look.ts";

export function sharedPath(token: string): string {
  return `/shared/${token}`;
}

/** Pages of links that one address may read in a minute. */
const READ_PER_MINUTE = 60;

/** Periods of each commitment that are shown, the latest of them. */
const SHOWN = 12;

type Sharing = { readonly database: Database; readonly now: () => Instant };

export function bindShared(app: FastifyInstance, { database, now }: Sharing): void {
  const count = app.createRateLimit({ max: READ_PER_MINUTE, timeWindow: 60_000 });
  app.get<{ Params: { token: string } }>(sharedPath(":token"), async (request, reply) => {
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) {
      refuse("requests-too-many", { seconds: Math.ceil(counted.ttl / 1_000) });
    }
    const { token } = request.params;
    const shared = await found(database, { token, now: now() });
    if (!shared) return reply.code(404).send(overPage(languageOf(request)));
    return reply.send(page(shared, now()));
  });
}

/** A link that is over has a page of its own: its reader has no account to be told by. */
async function found(
  database: Database,
  asked: { readonly token: string; readonly now: Instant },
): Promise<SharedAgreement | undefined> {
  const over: ProblemCode = "link-over";
  try {
    return await readShared(database, asked);
  } catch (error) {
    if (error instanceof Refusal && error.code === over) return undefined;
    throw error;
  }
}

function languageOf({ headers: given }: FastifyRequest): Language {
  return /^\s*es\b/i.test(given["accept-language"] ?? "") ? "es" : "en";
}

const words = {
  over: { es: "Este enlace ya no muestra nada", en: "This link shows nothing any more" },
  overText: {
    es: "Expiró, se revocó o está incompleto. Pide otro a quien te lo envió.",
    en: "It expired, was revoked, or is incomplete. Ask whoever sent it for another.",
  },
  attainment: { es: "Cumplimiento", en: "Attainment" },
  none: { es: "Todavía no hay períodos.", en: "There are no periods yet." },
  commitment: { es: "Compromiso", en: "Commitment" },
  period: { es: "Período", en: "Period" },
  value: { es: "Resultado", en: "Result" },
  verdict: { es: "Veredicto", en: "Verdict" },
  met: { es: "cumplido", en: "met" },
  breached: { es: "incumplido", en: "missed" },
  open: { es: "abierto", en: "open" },
  notAssessable: { es: "no evaluable", en: "not assessable" },
  of: { es: "de", en: "of" },
  versions: { es: "Versiones", en: "Versions" },
  version: { es: "Revisión", en: "Revision" },
  since: { es: "en vigor desde", en: "in force since" },
  foot: { es: "Solo lectura. El enlace vale hasta", en: "To read only. The link holds until" },
} as const;

type Word = keyof typeof words;

function overPage(language: Language): string {
  const title = words.over[language];
  return frame(language, title, html`<p>${words.overText[language]}</p>`);
}

function page(shared: SharedAgreement, now: Instant): string {
  const { language, title, timeZone, sections, versions, expiresAt } = shared;
  const say = (word: Word) => words[word][language];
  const date = dateIn(language, timeZone);
  const prose = sections.map(
    (section) => html`<section><h2>${section.title}</h2>
<ul>${section.lines.map((line) => html`<li>${line}</li>`)}</ul></section>`,
  );
  const told = versions
    .filter(({ from }) => from <= now)
    .map(
      ({ number, from }) =>
        html`<li>${say("version")} ${number}: ${say("since")} ${date(from)}</li>`,
    );
  return frame(
    language,
    title,
    html`${prose}
<section><h2>${say("attainment")}</h2>${attainment(shared)}</section>
<section><h2>${say("versions")}</h2><ul>${told}</ul></section>
<footer>${say("foot")} ${date(expiresAt)}.</footer>`,
  );
}

function attainment({ periods, language, timeZone }: SharedAgreement): Markup {
  const say = (word: Word) => words[word][language];
  if (periods.length === 0) return html`<p>${say("none")}</p>`;
  const date = dateIn(language, timeZone);
  const rows = [...Map.groupBy(periods, ({ commitment }) => commitment)].flatMap(([name, own]) =>
    own.slice(-SHOWN).map(
      (period) => html`<tr><th scope="row">${name}</th>
<td>${date(period.from)} – ${date((period.to - 1) as Instant)}</td>
<td class="number">${resultOf(period, language)}</td>
<td>${say(verdictOf(period))}</td></tr>`,
    ),
  );
  const heads = (["commitment", "period", "value", "verdict"] as const).map(
    (word) => html`<th scope="col">${say(word)}</th>`,
  );
  const label = say("attainment");
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table>
<thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function verdictOf({ verdict }: Period): Word {
  return verdict === "met" || verdict === "breached" || verdict === "open"
    ? verdict
    : "notAssessable";
}

/** Cut down, never up: what missed its objective never reads as if it had not. */
function resultOf({ value, unit, met, breached, currency }: Period, language: Language): string {
  if (value === null) return "–";
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  if (unit === "ms") return `${format.format(value / 60_000)} min`;
  if (unit !== "share") return [format.format(value), currency].filter(Boolean).join(" ");
  const share = `${format.format(Math.floor(value * 1_000 + 1e-9) / 10)} %`;
  const all = met + breached;
  return all === 0 ? share : `${share} (${met} ${words.of[language]} ${all})`;
}

function dateIn(language: Language, timeZone: string): (at: Instant) => string {
  const locale = language === "es" ? "es" : "en-GB";
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
  return (at) => format.format(at);
}

const style = `${look}main{max-width:46rem;margin:0 auto}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 1.5rem;overflow-wrap:anywhere}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
ul{margin:0;padding-inline-start:1.2rem}li{margin:.3rem 0;overflow-wrap:anywhere}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.4rem .75rem .4rem 0;text-align:start;vertical-align:baseline;
border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--quiet);font-size:.9rem}
.number{text-align:end;white-space:nowrap;padding-inline-end:1.5rem}
footer{margin-top:3rem;color:var(--quiet);font-size:.9rem}
@media print{body{padding:0;font-size:10pt}.scroll{overflow:visible}h2{break-after:avoid}
tr{break-inside:avoid}}
`;

const styleHash = createHash("sha256").update(style).digest("base64");

/** Whoever follows a link from here tells nobody the address: it is the key. */
const headers: Readonly<Record<string, string>> = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "font-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow, noarchive",
  "cache-control": "no-store",
};

function frame(language: Language, title: string, body: Markup): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title} · Acuerdo</title>
<style>${{ html: style }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.html;
}
