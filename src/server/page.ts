/** The plain page: the clocks that run, by the instant they are due, live; each with its proof. */
import type { FastifyInstance } from "fastify";
import { preferredLanguage } from "../api/problem-document.ts";
import type { Language } from "../engine/agreement.ts";
import { allowPage } from "./answer-headers.ts";
import { escaped, frame } from "./page-frame.ts";
import { pageScript } from "./page-script.ts";
import { type PageWords, pageWords } from "./page-words.ts";

export function bindPage(app: FastifyInstance): void {
  app.get("/", async (request, reply) => {
    const language = preferredLanguage(request.headers["accept-language"]);
    return clocksPage(language, allowPage(reply));
  });
}

function clocksPage(language: Language, nonce: string): string {
  const words = pageWords(language);
  const script = `const language = ${JSON.stringify(language)};
const words = ${JSON.stringify(words).replaceAll("<", "\\u003c")};
${pageScript}`;
  return frame({ language, nonce, title: words.title, body: bodyOf(words), script });
}

const counters = ["overdue", "dueToday", "atRisk", "unassigned", "open"] as const;

function bodyOf(words: PageWords): string {
  const said = (key: keyof PageWords) => escaped(words[key]);
  const heads = (["state", "due", "record", "commitment", "owner"] as const).map(
    (key) => `<th scope="col">${said(key)}</th>`,
  );
  const counts = counters.map(
    (name) => `<li><strong id="count-${name}">–</strong>${said(name)}</li>`,
  );
  return `<h1>${said("title")}</h1>
<p class="soft" id="status" role="status">${said("loading")}</p>
<noscript><p>${said("noScript")}</p></noscript>
<form id="sign-in" hidden>
  <p>${said("keyNeeded")} <a href="/sign-in">${said("signIn")}</a></p>
  <p><label for="key">${said("key")}</label>
  <input id="key" type="password" autocomplete="off" required size="40">
  <button>${said("enter")}</button></p>
</form>
<section id="empty" hidden>
  <h2>${said("emptyTitle")}</h2>
  <p>${said("emptyText")}</p>
  <p><button id="demo" type="button">${said("loadDemo")}</button></p>
</section>
<section id="list" hidden aria-label="${said("title")}">
  <ul class="counters">${counts.join("")}</ul>
  <div class="scroll"><table>
    <thead><tr>${heads.join("")}</tr></thead><tbody id="rows"></tbody>
  </table></div>
  <p class="soft" id="none" hidden>${said("nothingOpen")}</p>
  <p><button id="more" type="button" hidden>${said("more")}</button></p>
</section>
<dialog id="proof" aria-labelledby="proof-title">
  <h2 id="proof-title"></h2><div id="proof-words"></div>
  <form method="dialog"><button>${said("close")}</button></form>
</dialog>
<p class="soft"><a href="/docs">${said("contract")}</a></p>`;
}
