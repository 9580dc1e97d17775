/**
 * How a page about accounts looks: one narrow column, in the colours the reader's system asks for.
 */
import { createHash } from "node:crypto";
import type { Language } from "../../engine/agreement.ts";
import { html, type Markup } from "./html.ts";
import { look } from "./look.ts";

const style = `${look}main{max-width:26rem;margin:0 auto}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
p{margin:0 0 1rem}.quiet{color:var(--quiet)}
label{display:block;font-weight:600;margin:1rem 0 .25rem}
.hint{color:var(--quiet);font-size:.9rem;margin:.25rem 0 0}
.brand{font-size:1.3rem;margin:0 0 2.5rem}
input,select{width:100%;padding:.6rem;font:inherit;color:inherit;background:var(--surface);
border:1px solid var(--edge);border-radius:.375rem}
button{margin-top:1rem;padding:.6rem 1rem;font:inherit;font-weight:600;color:var(--on-deed);
background:var(--deed);border:1px solid var(--deed);border-radius:.375rem;cursor:pointer}
button.plain{color:var(--deed);background:transparent}
a{color:var(--deed)}
.bad,.good{border-left:.3rem solid;padding:.5rem .75rem;margin:0 0 1rem}
.bad{color:var(--bad)}.good{color:var(--good)}
code{overflow-wrap:anywhere}
ul{padding:0;list-style:none}li{padding:.5rem 0;border-top:1px solid var(--line)}
li form{display:inline}li button{margin:0 0 0 .5rem;padding:.2rem .6rem}
nav{margin-top:2rem;display:flex;flex-wrap:wrap;gap:1rem}
`;

const hash = createHash("sha256").update(style).digest("base64");

/**
 * What such a page may do: nothing but show itself and send its forms home. The referrer stays
 * within our own pages, since links carry tokens; to say nothing at all would take the origin out
 * of forms too.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${hash}'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

export function layout(language: Language, title: string, body: Markup): string {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Acuerdo</title>
<style>${{ html: style }}</style>
</head>
<body>
<main>
<p class="brand">Acuerdo</p>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
  return page.html;
}

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "password";
  readonly value?: string | undefined;
  readonly hint?: string;
  readonly complete: string;
  readonly isOptional?: boolean;
};

/** A field with its label and its hint tied to it. */
export function field({ name, label, type = "text", value, hint, ...rest }: Field): Markup {
  const described = hint === undefined ? html`` : html` aria-describedby="${name}-hint"`;
  const required = rest.isOptional ? html`` : html` required`;
  const told = hint === undefined ? html`` : html`<p class="hint" id="${name}-hint">${hint}</p>`;
  return html`<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value ?? ""}" maxlength="500"
 autocomplete="${rest.complete}"${described}${required}>${told}`;
}

/** A form that carries the token of its page. */
export function form(
  sent: { readonly to: string; readonly token: string; readonly hidden?: Hidden },
  fields: Markup,
  button: string,
): Markup {
  const hidden = Object.entries(sent.hidden ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}">`],
  );
  return html`<form method="post" action="${sent.to}">
<input type="hidden" name="_token" value="${sent.token}">
${hidden}${fields}
<button type="submit">${button}</button>
</form>`;
}

type Hidden = Readonly<Record<string, string | undefined>>;
