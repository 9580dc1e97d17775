/** Shapes that carry a meaning. They are drawn, not typed: fonts disagree about such characters. */
import type { Standing } from "../standing.ts";

type Sign =
  | "close"
  | "previous"
  | "bell"
  | "search"
  | "theme"
  | "next"
  | "down"
  | "up"
  | "sort"
  | "menu"
  | "both";

const shapes: Readonly<Record<Standing | Sign, string>> = {
  onTrack: "M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3z",
  atRisk: "M8 2.2 14.6 13.6H1.4z",
  overdue: "M3 3h10v10H3z",
  paused: "M3.5 3h3.2v10H3.5zM9.3 3h3.2v10H9.3z",
  met: "M13.4 4.9 6.7 12.4 2.6 8.6l1.4-1.5 2.6 2.4 5.3-6z",
  missed:
    "M4.2 2.8 8 6.6l3.8-3.8 1.4 1.4L9.4 8l3.8 3.8-1.4 1.4L8 9.4l-3.8 3.8-1.4-1.4L6.6 8 2.8 4.2z",
  notStarted:
    "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zm0 1.7a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6z",
  notAssessable: "M8 1.6 14.4 8 8 14.4 1.6 8zM8 4 4 8l4 4 4-4z",
  close: "M4.2 3.2 8 7l3.8-3.8 1 1L9 8l3.8 3.8-1 1L8 9l-3.8 3.8-1-1L7 8 3.2 4.2z",
  search:
    "M7 2a5 5 0 0 1 4 8l3.2 3.2-1 1L10 11A5 5 0 1 1 7 2zm0 1.4a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2z",
  theme: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zm0 1.4v9.2a4.6 4.6 0 0 0 0-9.2z",
  previous: "m10 3-5 5 5 5 1-1-4-4 4-4z",
  bell: "M8 1.5a4.2 4.2 0 0 1 4.2 4.2V9l1.3 2v1h-11v-1l1.3-2V5.7A4.2 4.2 0 0 1 8 1.5zM6.3 13h3.4a1.7 1.7 0 0 1-3.4 0z",
  next: "m6 3 5 5-5 5-1-1 4-4-4-4z",
  down: "m3 6 5 5 5-5-1-1-4 4-4-4z",
  up: "m3 10 5-5 5 5-1 1-4-4-4 4z",
  sort: "m8 2 3.5 4h-7zM8 14l3.5-4h-7z",
  menu: "M2 3.5h12V5H2zM2 7.25h12v1.5H2zM2 11h12v1.5H2z",
  both: "M5 3.6 1 8l4 4.4V9h6v3.4L15 8l-4-4.4V7H5z",
};

export function Icon({ shape }: { readonly shape: keyof typeof shapes }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[shape]} fillRule="evenodd" />
    </svg>
  );
}

type MarkProps = {
  readonly shape: keyof typeof shapes;
  readonly x: number;
  readonly y: number;
  readonly size: number;
};

/** The same inside a drawing, around its middle. */
export function Mark({ shape, x, y, size }: MarkProps) {
  const scale = size / 16;
  return (
    <path
      className="mark"
      d={shapes[shape]}
      fillRule="evenodd"
      transform={`translate(${x - size / 2} ${y - size / 2}) scale(${scale})`}
    />
  );
}
