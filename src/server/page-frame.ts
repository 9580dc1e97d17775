/** What every plain page shares: its head, its style in light and dark, its language. */
import type { Language } from "../engine/agreement.ts";

export type Framed = {
  readonly language: Language;
  readonly nonce: string;
  readonly title: string;
  readonly body: string;
  readonly script?: string;
};

export function frame({ language, nonce, title, body, script }: Framed): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · Acuerdo</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${style}</style>
</head>
<body><main>${body}</main>${script ? module(nonce, script) : ""}
</body>
</html>`;
}

function module(nonce: string, script: string): string {
  return `<script type="module" nonce="${nonce}">${script}</script>`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `
:root { --text: #16202c; --soft: #4a5768; --line: #d4dbe4; --back: #ffffff; --card: #f5f7fa;
  --link: #1d4f91; --late: #a11212; --late-back: #fdecec; --risk: #7a4a00; --risk-back: #fdf1d8;
  --pause: #1d4f91; --pause-back: #e8effa; --calm: #35414f; --calm-back: #e9edf2; }
@media (prefers-color-scheme: dark) { :root { --text: #e8edf3; --soft: #a9b6c5; --line: #37424f;
  --back: #12181f; --card: #1a222b; --link: #9cc2f5; --late: #ffb3b3; --late-back: #431b1b;
  --risk: #f6cf86; --risk-back: #3d2c0b; --pause: #a9cbf7; --pause-back: #1b2c44;
  --calm: #cdd6e0; --calm-back: #27313c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
a { color: var(--link); }
p { max-width: 44rem; }
.soft { color: var(--soft); }
.counters { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; padding: 0;
  list-style: none; }
.counters li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
  padding: .5rem .9rem; min-width: 8rem; }
.counters strong { display: block; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .5rem .6rem;
  border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 600; font-size: .9rem; }
tbody th { font-weight: 500; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.chip { display: inline-block; border-radius: .4rem; padding: .1rem .5rem; white-space: nowrap;
  color: var(--calm); background: var(--calm-back); }
.chip.late { color: var(--late); background: var(--late-back); }
.chip.risk { color: var(--risk); background: var(--risk-back); }
.chip.pause { color: var(--pause); background: var(--pause-back); }
button, input, select { font: inherit; color: inherit; min-height: 2.25rem; padding: .25rem .9rem;
  border: 1px solid var(--soft); border-radius: .4rem; background: var(--back); }
button { cursor: pointer; }
button.plain { border: 0; padding: 0; min-height: 1.5rem; background: none; color: var(--link);
  text-align: left; text-decoration: underline; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
dialog { color: inherit; background: var(--back); border: 1px solid var(--line);
  border-radius: .6rem; width: min(46rem, calc(100vw - 2rem)); max-height: 85vh; overflow: auto; }
dialog::backdrop { background: rgb(0 0 0 / .45); }
dialog p { margin: .35rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font-size: .92em; overflow-wrap: anywhere; }
[hidden] { display: none; }
`;
