/**
 * The colours and letters of the pages that stand beside the screens: those of the screens' tokens,
 * by what the reader's system asks for; the system's nearest letters where no screens are built.
 */
export const look = `
@font-face{font-family:"Inter";font-weight:100 900;font-display:swap;
src:url("/fonts/inter") format("woff2")}
@font-face{font-family:"Source Serif 4";font-weight:200 900;font-display:swap;
src:url("/fonts/source-serif-4") format("woff2")}
:root{color-scheme:light dark;--ink:#1c2230;--paper:#faf8f4;--surface:#ffffff;--quiet:#565f6f;
--line:#e0dcd2;--edge:#7a808b;--deed:#26355d;--on-deed:#ffffff;--focus:#2456c8;--bad:#b01818;
--good:#176335}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e9e6df;--paper:#13161b;
--surface:#1a1e25;--quiet:#a5adba;--line:#2f3540;--edge:#757e8d;--deed:#c5d2f5;
--on-deed:#151b2b;--focus:#8fb4ff;--bad:#fda8a8;--good:#8be0a8}}
*{box-sizing:border-box}
body{margin:0;padding:2.5rem 1rem;background:var(--paper);color:var(--ink);
font:1rem/1.55 "Inter","Helvetica Neue",Arial,sans-serif}
h1,h2,.brand{font-family:"Source Serif 4",Georgia,serif;font-weight:600;letter-spacing:-.01em}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
`;
