/**
 * The script of the plain page. It asks the same routes as anybody, and follows live changes by
 * reading the stream itself, because a key travels in a header that `EventSource` cannot send.
 */
export const pageScript = `
const find = (id) => document.getElementById(id);
const fill = (text, facts) => text.replace(/\\{(\\w+)\\}/g, (_, name) => facts[name]);
const clock = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
const moment = new Intl.DateTimeFormat(language, {
  weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const far = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const given = new URLSearchParams(location.hash.slice(1)).get("key");
if (given) {
  sessionStorage.setItem("key", given);
  history.replaceState(null, "", location.pathname);
}
let shown = 50;
let offset = 0;

let token;

/** What changes something by a session's cookie says that it comes from a page of ours. */
async function tokenOf() {
  token ??= fetch("/v1/session").then((answered) => answered.ok ? answered.json() : {});
  return (await token).token ?? "";
}

const headers = () => {
  const key = sessionStorage.getItem("key");
  return { "accept-language": language, ...(key ? { authorization: "Bearer " + key } : {}) };
};

async function ask(path, settings = {}) {
  const own = { ...headers(), ...settings.headers };
  if (settings.method && !own.authorization) own["x-acuerdo-token"] = await tokenOf();
  const answered = await fetch(path, { ...settings, headers: own });
  if (answered.status === 401) {
    show("sign-in");
    throw new Error("401");
  }
  return answered;
}

function show(name) {
  for (const id of ["sign-in", "empty", "list"]) find(id).hidden = id !== name;
  if (name === "sign-in") find("status").textContent = "";
}

function chipOf(one) {
  if (one.state === "paused" && one.verdict !== "breached") return ["pause", words.statePaused];
  if (one.verdict === "breached") {
    return ["late", words.stateOverdue + (one.provisional ? " " + words.provisional : "")];
  }
  if (one.state === "waiting") return ["", words.stateWaiting];
  if (one.warnings.length > 0) return ["risk", words.stateRisk];
  return ["", words.stateRunning];
}

const units = [["day", 86400000], ["hour", 3600000], ["minute", 60000]];

function away(at) {
  const ms = new Date(at) - Date.now() - offset;
  const [unit, length] = units.find(([, one]) => Math.abs(ms) >= one) ?? units[2];
  return far.format(Math.round(ms / length), unit);
}

function cell(content, tag = "td") {
  const made = document.createElement(tag);
  made.append(content);
  return made;
}

function dueOf(one) {
  if (!one.dueAt) return words.noDue;
  const made = document.createElement("time");
  made.dateTime = one.dueAt;
  made.textContent = away(one.dueAt) + " · " + moment.format(new Date(one.dueAt));
  return made;
}

function rowOf(one) {
  const row = document.createElement("tr");
  row.dataset.id = one.id;
  const chip = document.createElement("span");
  const [kind, said] = chipOf(one);
  chip.className = "chip " + kind;
  chip.textContent = said;
  const open = document.createElement("button");
  open.className = "plain";
  open.type = "button";
  open.textContent = one.title ? one.title + " (" + one.subject + ")" : one.subject;
  open.addEventListener("click", () => prove(one));
  const subject = cell(open, "th");
  subject.scope = "row";
  const promise = cell(one.commitment + " · " + one.agreement);
  row.append(cell(chip), cell(dueOf(one)), subject, promise, cell(one.owner ?? words.nobody));
  return row;
}

async function prove(one) {
  const asked = new URLSearchParams({ subject: one.subject, commitment: one.commitment });
  const answer = await (await ask("/v1/explanation?" + asked)).json();
  find("proof-title").textContent = one.commitment + " · " + one.subject;
  const lines = (answer.words ?? [answer.title]).map((line) => cell(line, "p"));
  find("proof-words").replaceChildren(...lines);
  find("proof").showModal();
}

async function refresh() {
  const workspace = await (await ask("/v1/workspace")).json();
  offset = new Date(workspace.now) - Date.now();
  if (workspace.isEmpty) {
    show("empty");
    find("status").textContent = "";
    return;
  }
  const list = new URLSearchParams({ open: "true", limit: String(shown) });
  const [today, page] = await Promise.all([
    ask("/v1/today").then((answer) => answer.json()),
    ask("/v1/clocks?" + list).then((answer) => answer.json()),
  ]);
  for (const name of ["open", "overdue", "dueToday", "atRisk", "unassigned"]) {
    find("count-" + name).textContent = String(today[name]);
  }
  const focused = document.activeElement?.closest("tr")?.dataset.id;
  find("rows").replaceChildren(...page.clocks.map(rowOf));
  if (focused) {
    const row = [...find("rows").children].find((one) => one.dataset.id === focused);
    row?.querySelector("button")?.focus();
  }
  find("none").hidden = page.clocks.length > 0;
  find("more").hidden = !page.next || shown >= 500;
  show("list");
}

let waiting = false;

function soon() {
  if (waiting) return;
  waiting = true;
  setTimeout(async () => {
    waiting = false;
    await refresh().catch(() => undefined);
    note(words.live);
  }, 300);
}

function note(text) {
  find("status").textContent = fill(text, { time: clock.format(new Date()) });
}

async function follow() {
  let lastId;
  for (;;) {
    try {
      const resume = lastId ? { "last-event-id": lastId } : {};
      const answered = await ask("/v1/live", { headers: resume });
      if (!answered.ok) throw new Error(String(answered.status));
      note(words.live);
      const reader = answered.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let text = ""; ; ) {
        const { value, done } = await reader.read();
        if (done) break;
        const parts = (text + value).split("\\n\\n");
        text = parts.pop();
        for (const part of parts) {
          lastId = /^id: (.*)$/m.exec(part)?.[1] ?? lastId;
          if (/^event: /m.test(part)) soon();
        }
      }
    } catch {
      if (!find("sign-in").hidden) return;
    }
    note(words.away);
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
}

async function start() {
  try {
    await refresh();
    void follow();
  } catch {
    if (find("sign-in").hidden) find("status").textContent = words.away;
  }
}

find("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem("key", find("key").value.trim());
  void start();
});
find("more").addEventListener("click", () => {
  shown = Math.min(500, shown + 100);
  soon();
});
find("demo").addEventListener("click", async () => {
  find("demo").disabled = true;
  const answered = await ask("/v1/demo", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ language }),
  });
  const reader = answered.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const counts = [...value.matchAll(/"recorded":(\\d+)/g)];
    const count = counts.at(-1)?.[1];
    if (count) find("status").textContent = fill(words.loadingDemo, { count });
  }
  find("demo").disabled = false;
  await refresh().catch(() => undefined);
});
setInterval(soon, 60000);
await start();
`;
