/** What `acuerdo/engine` exports. Nothing inside the project imports this file. */
export type * from "./agreement.ts";
export { dueAfterDays, nextOpenDate } from "./business-day.ts";
export {
  alwaysOpen,
  localDate,
  openCalendar,
  ownerCalendar,
  startOfLocalDay,
  wallInstant,
} from "./calendar.ts";
export { checkCalendar } from "./calendar-check.ts";
export type { LocalDate } from "./calendar-date.ts";
export type * from "./calendar-spec.ts";
export type { State, Verdict } from "./clock.ts";
export { type ReadEvent, readCloudEvent, toCloudEvent } from "./cloud-event.ts";
export {
  type Condition,
  type ConditionSpec,
  compileCondition,
  type Terms,
  type View,
} from "./condition.ts";
export {
  appendCorrection,
  type ClockPlace,
  type CorrectedClock,
  type CorrectedVerdict,
  type Correction,
} from "./correction.ts";
export { type Effect, effectOf, measuredAndCorrected } from "./correction-effect.ts";
export type { Credit, CreditReason } from "./credit.ts";
export {
  type Criterion,
  criteriaOf,
  type DefinitionResult,
  definitionResultOf,
} from "./criterion.ts";
export { type Dimension, type Dimensions, dimensions, dimensionsOf } from "./dimension.ts";
export {
  correctionsOf,
  type Decision,
  type DisputeStanding,
  decideDispute,
  disputeSubject,
  judgeDispute,
  type Outcome as DisputeOutcome,
  openDispute,
  outcomes as disputeOutcomes,
} from "./dispute.ts";
export type { Claim, Dispute } from "./dispute-claim.ts";
export {
  type Evidence,
  evidenceHolds,
  gatherEvidence,
  type SealedEvidence,
} from "./dispute-evidence.ts";
export {
  checkDuration,
  compareDurations,
  type Duration,
  durationText,
  readDuration,
} from "./duration.ts";
export {
  type BudgetSpec,
  burnRate,
  burnThreshold,
  errorBudget,
  exhaustedAfter,
  isBurning,
} from "./error-budget.ts";
export { escalationsOf, type Notice, type Reaching } from "./escalation.ts";
export type * from "./event.ts";
export { compareEvents, inOrder, linksOf, subjectKind } from "./event.ts";
export { isVoiding, knownEventTypes, natureOf } from "./event-type.ts";
export { type Explanation, explain, type Outcome } from "./explain.ts";
export { type Handoff, type HandoffAnswer, handoffsOf } from "./handoff.ts";
export { beginHistory, conclude, foldHistory, goOn, type History, isBehind } from "./history.ts";
export { type IcpPoints, icpPointsOf } from "./icp.ts";
export { type JudgeInput, type Judgement, judge, judgeHistory, judgeSubject } from "./judge.ts";
export type { JudgedClock, JudgedStretch } from "./judged.ts";
export { lateCorrections, type PeriodCorrection } from "./late-fact.ts";
export {
  type LoopEntry,
  type LoopRow,
  leadQuality,
  loopEntryOf,
  spendEntryOf,
} from "./lead-quality.ts";
export {
  expireCredits,
  type Ledger,
  type LedgerMove,
  type LedgerRow,
  ledgerMoves,
  moveCredit,
  proposeCredits,
  type Standing,
  standings,
} from "./ledger.ts";
export { brokenSeal, canonicalText, type Digest, type Sealed, sealRows } from "./ledger-chain.ts";
export { type Statement, statementOf } from "./ledger-statement.ts";
export { localPeriod, plusDays } from "./local-date.ts";
export { type Cell, CellSum, emptyCell, mergeCells, takeCell } from "./measure-cell.ts";
export {
  addMoney,
  amountText,
  compareMoney,
  type Money,
  moneyText,
  readMoney,
  roundMoney,
  subtractMoney,
  sumMoney,
} from "./money.ts";
export type { Period, PeriodStatus } from "./period.ts";
export { gridsOf, type PeriodsInput, periodsOf } from "./period.ts";
export {
  type Contribution,
  clockContributions,
  contributionsOf,
  type Grids,
  type JudgedSubject,
  measureContributions,
  PeriodTotals,
  type SubjectContributions,
  totalsBy,
} from "./period-contribution.ts";
export { planSubject } from "./plan.ts";
export {
  type Plan,
  type PlanInput,
  type PlanSource,
  planRevenue,
  type SourcePlan,
} from "./planner.ts";
export * from "./problem.ts";
export {
  attemptsMissing,
  checkReason,
  type ReasonCode,
  type ReasonKind,
  type RejectionFamily,
  reasonCodes,
  reasonOf,
} from "./reason-code.ts";
export { claimSubject, judgeClaims } from "./remedy-claim.ts";
export type { RemedyDue } from "./remedy-due.ts";
export { lintRemedies } from "./remedy-lint.ts";
export {
  actOnReview,
  decisionsOf,
  missingSignatures,
  openReview,
  type Review,
  type ReviewDecision,
  type ReviewDeed,
  type ReviewDue,
  type ReviewState,
  reviewMoves,
  reviewsDue,
} from "./review.ts";
export { type Agenda, agendaOf, type ReviewSources } from "./review-agenda.ts";
export type { Agreements, Revision } from "./revision.ts";
export { compileRulebook, type Rulebook } from "./rulebook.ts";
export { compareShares, readShare, type Share } from "./share.ts";
export {
  type Interval,
  quantile,
  survivalQuantile,
  survivalSteps,
  wilsonInterval,
} from "./statistics.ts";
export { viewsOf } from "./subject-view.ts";
export * from "./time.ts";
export {
  dueAt,
  isOpen,
  LONGEST,
  nextOpen,
  openSpans,
  openTime,
  previousOpen,
  type Timetable,
  versionAt,
} from "./timetable.ts";
export { intersect, union, without } from "./timetable-algebra.ts";
export { type WaiverRequest, waive } from "./waiver.ts";
export { isTimeZone } from "./zone.ts";
