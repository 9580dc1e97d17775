/** A review as one document in Markdown, which any tool shows. Pure. */
import type { Sentence } from "../engine/problems/kind.ts";
import { valueText } from "./period-json.ts";
import { decisionsOf, heldOf, notesOf, type ReviewShown } from "./review-json.ts";
import {
  causeText,
  creditText,
  plainText,
  proposalText,
  recordTexts,
  remedyText,
  summaryOf,
  type Telling,
  whyText,
} from "./review-text.ts";
import { reviewStates, reviewWords } from "./words/review.ts";

export function reviewMarkdown(shown: ReviewShown, title: string, telling: Telling): string {
  const { review, agenda } = shown;
  const { say, date, party } = telling;
  const { credits, remedies, findings } = agenda;
  const causes = findings?.causes ?? [];
  const proposals = findings?.proposals ?? [];
  const owed = [
    ...credits.map((one) => creditText(one, telling)),
    ...remedies.map((one) => remedyText(one, telling)),
  ];
  const notes = notesOf(review).map(({ by, says }) => `${party(by)}: ${says}`);
  const decisions = decisionsOf(review).map(({ says, owner }) => `${says} (${owner})`);
  const summary = summaryOf(shown, telling).map(({ says }) => plainText(says));
  const part = (head: Sentence, body: string) => `## ${say(head)}\n\n${body}`;
  const listed = (head: Sentence, lines: readonly string[], none: Sentence) =>
    part(head, lines.length === 0 ? say(none) : lines.map((line) => `- ${line}`).join("\n"));
  const span = say(reviewWords.fromTo, { from: date(review.from), to: date(review.to) });
  const minutes = heldOf(review)?.minutes;
  const parts = [
    `# ${say(reviewWords.one)}: ${title}`,
    [span, whyText(review.why, telling), say(reviewStates[review.state])].join(" · "),
    listed(reviewWords.summary, summary, reviewWords.noCauses),
    part(reviewWords.sides, sidesTable(shown, telling)),
    listed(
      reviewWords.causes,
      causes.map((one) => causeText(one, telling)),
      reviewWords.noCauses,
    ),
    listed(reviewWords.record, recordTexts(agenda, telling), reviewWords.noRecord),
    listed(reviewWords.credits, owed, reviewWords.noCredits),
    listed(
      reviewWords.proposals,
      proposals.map((one) => proposalText(one, telling)),
      reviewWords.noProposals,
    ),
    listed(reviewWords.feedback, notes, reviewWords.noFeedback),
    listed(reviewWords.decisions, decisions, reviewWords.noDecisions),
    ...(minutes === undefined ? [] : [part(reviewWords.minutes, minutes)]),
    listed(reviewWords.signatures, signatureLines(shown, telling), reviewWords.unsigned),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sidesTable({ agenda }: ReviewShown, { say, party, language }: Telling): string {
  const { commitment: name, kept, latest } = reviewWords;
  const heads = [name, kept, latest].map((one) => say(one));
  const rows = agenda.sides.flatMap(({ party: id, commitments }) =>
    commitments.map(({ commitment, met, breached, periods }) => {
      const last = periods.at(-1);
      return [
        `${party(id)}: ${commitment}`,
        say(reviewWords.keptOf, { met, all: met + breached }),
        last ? valueText(last, language) : "–",
      ];
    }),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

function signatureLines({ review }: ReviewShown, { say, party, date }: Telling): string[] {
  return review.deeds.flatMap(({ deed, by, at }) =>
    deed === "sign" ? [`${say(reviewWords.signedBy, { party: party(by) })}, ${date(at)}`] : [],
  );
}
