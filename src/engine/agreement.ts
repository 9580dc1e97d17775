/**
 * The agreement as its file says it: the shape of a parsed document, before anything is compiled.
 *
 * Every duration, share, date and amount is still the text a person wrote; `compile` functions of
 * the other files read them. Keys are those of docs/reference/agreement.md, and of
 * schema/agreement.json.
 */
import type { CalendarSpec } from "./calendar-spec.ts";
import type { ConditionSpec } from "./condition.ts";

export type Language = "es" | "en";

export type Metadata = {
  readonly name: string;
  readonly title?: string;
  readonly language?: Language;
  readonly labels?: Readonly<Record<string, string>>;
};

export type AgreementDocument = {
  readonly apiVersion: "acuerdo/v1";
  readonly kind: "Agreement";
  readonly metadata: Metadata;
  readonly spec: AgreementSpec;
};

export type CalendarDocument = {
  readonly apiVersion: "acuerdo/v1";
  readonly kind: "Calendar";
  readonly metadata: Metadata;
  readonly spec: CalendarSpec;
};

export type AcuerdoDocument = AgreementDocument | CalendarDocument;

export type AgreementSpec = {
  readonly purpose: string;
  readonly driver?: {
    readonly goal: string;
    readonly measure?: string;
    readonly value?: string | number;
  };
  readonly appliesTo?: AppliesTo;
  readonly extends?: readonly string[];
  readonly parties: readonly PartySpec[];
  readonly term: TermSpec;
  readonly definitions?: Readonly<Record<string, DefinitionSpec>>;
  readonly calendars?: Readonly<Record<string, CalendarSpec | { readonly ref: string }>>;
  readonly services?: readonly ServiceSpec[];
  readonly icp?: IcpSpec;
  readonly handoffs?: readonly HandoffSpec[];
  readonly commitments: readonly (CommitmentSpec | OmittedCommitment)[];
  readonly exclusions?: readonly ExclusionSpec[];
  readonly remedies?: readonly RemedySpec[];
  readonly escalations?: Readonly<Record<string, readonly EscalationStepSpec[]>>;
  readonly disputes?: DisputeSpec;
  readonly reporting?: readonly ReportingSpec[];
  readonly communication?: CommunicationSpec;
  readonly review?: ReviewSpec;
  readonly change?: ChangeSpec;
  readonly termination?: TerminationSpec;
  readonly governance?: {
    readonly owner?: string;
    readonly sponsor?: string;
    readonly forum?: string;
  };
  readonly legal?: LegalSpec;
};

/** Whom an agreement holds for; none of it means everyone, the corporate level. */
export type AppliesTo = {
  readonly customers?: readonly string[] | { readonly where: ConditionSpec };
  readonly services?: readonly string[];
};

export type PartySpec = {
  readonly id: string;
  readonly title?: string;
  readonly kind: "team" | "company" | "person";
  readonly role: readonly ("provider" | "consumer" | "measurer" | "auditor")[];
  readonly signatory?: string;
  readonly contacts?: readonly { readonly name: string; readonly email?: string }[];
  readonly teams?: readonly string[];
};

/** `from` and `to` are local dates of `timeZone`; `to` is the last day in force. */
export type TermSpec = {
  readonly from: string;
  readonly to?: string;
  readonly timeZone: string;
  readonly renew?: "automatic" | "manual" | "none";
  readonly notice?: string;
};

export type DefinitionSpec = { readonly says?: string; readonly when?: ConditionSpec };

export type ServiceSpec = {
  readonly id: string;
  readonly title?: string;
  readonly says?: string;
  readonly provider: string;
  readonly consumer: string;
  readonly levels?: readonly {
    readonly id: string;
    readonly title?: string;
    readonly when?: ConditionSpec;
  }[];
};

export type IcpSpec = {
  readonly criteria: readonly { readonly when: ConditionSpec; readonly points: number }[];
  readonly qualifiedAt?: number;
};

export type HandoffSpec = {
  readonly id: string;
  readonly subject: SubjectKind;
  readonly from: string;
  readonly to: string;
  readonly requires: readonly string[];
  readonly accept?: { readonly within: string };
  readonly reasons?: string;
};

export type SubjectKind = "lead" | "deal" | "ticket" | "account" | "service" | "campaign";

export type CommitmentSpec = {
  readonly id: string;
  readonly obliged: string;
  readonly beneficiary: string;
  readonly service?: string;
  readonly level?: string;
  readonly says?: string;
  readonly scope?: { readonly subject: SubjectKind; readonly where?: ConditionSpec };
  readonly clock?: ClockSpec;
  readonly measure?: MeasureSpec;
  readonly target?: readonly TargetSpec[];
  readonly objective?: ObjectiveSpec;
  readonly qualifies?: ConditionSpec;
  readonly calendar?: string | readonly { readonly when?: ConditionSpec; readonly use: string }[];
  readonly warnAt?: readonly string[];
  readonly escalate?: string;
  readonly guard?: string;
};

/** Takes an inherited commitment away. */
export type OmittedCommitment = { readonly id: string; readonly omit: true };

/** An event type, one with a condition, or (only to start) the moment a condition becomes true. */
export type SignalSpec =
  | string
  | { readonly event: string; readonly where?: ConditionSpec }
  | { readonly when: ConditionSpec };

export type SignalsSpec = SignalSpec | readonly SignalSpec[];

export type PauseSpec = { readonly atMost?: string } & (
  | { readonly while: ConditionSpec }
  | { readonly from: SignalsSpec; readonly until: SignalsSpec }
);

export type TargetChangePolicy = "keepSpent" | "fromChange" | "fromStart" | "keepTarget";

export type ClockSpec = {
  readonly start: SignalsSpec;
  readonly stop: SignalsSpec;
  readonly pause?: PauseSpec;
  readonly cancel?: SignalsSpec;
  readonly voids?: SignalsSpec;
  readonly whileRunning?: "keep" | "restart";
  readonly again?: "never" | "cycle" | "resume";
  readonly onReassign?: "continue" | "restart";
  readonly onTargetChange?:
    | TargetChangePolicy
    | { readonly tighter: TargetChangePolicy; readonly looser: TargetChangePolicy };
  readonly humanOnly?: boolean;
};

/**
 * A due date that pauses do not move: an attribute, or a wall time on a day counted from the start.
 */
export type DueDateSpec =
  | { readonly date: string }
  | { readonly at: string; readonly on: "sameDay" | "nextDay" | "nextBusinessDay" };

export type TargetSpec = { readonly when?: ConditionSpec } & (
  | { readonly within: string; readonly tolerance?: string }
  | { readonly by: DueDateSpec; readonly snap?: "nextOpening" }
);

export type PeriodLength =
  | "week"
  | "month"
  | "quarter"
  | "year"
  | { readonly month: { readonly startDay: number } }
  | { readonly rolling: string };

/**
 * Shares are text ("90%"), counts and scores numbers, times durations ("45d"), money "12000 MXN".
 */
export type ObjectiveSpec = {
  readonly atLeast?: string | number;
  readonly atMost?: string | number;
  readonly above?: string | number;
  readonly below?: string | number;
  readonly each: PeriodLength;
  readonly minVolume?: number;
  readonly countBy?: "deadline" | "start" | "stop";
  readonly noData?: "notAssessable" | "breached" | "met";
  readonly versus?:
    | "baseline"
    | { readonly period: "previous" | "sameLastYear"; readonly by: string };
};

export type MeasureSpec = {
  readonly where?: ConditionSpec;
  readonly pacing?: "businessDayLinear";
} & (
  | { readonly count: string; readonly unless?: string }
  | { readonly sum: string; readonly of: string }
  | { readonly share: string; readonly that: ConditionSpec }
  | { readonly conversion: { readonly from: string; readonly to: string; readonly within: string } }
  | {
      readonly duration: { readonly from: string; readonly to: string };
      readonly statistic: string;
      readonly censored?: boolean;
    }
  | { readonly survey: "csat" | "nps" | "ces" }
  | { readonly retention: "gross" | "net" | "logo" }
  | { readonly availability: string }
  | {
      readonly cadence: {
        readonly event: string;
        readonly every: string;
        readonly while?: ConditionSpec;
      };
    }
);

export type EscalationStepSpec = {
  readonly at: string;
  readonly tell?: readonly string[];
  readonly via?: readonly ("email" | "slack" | "teams" | "webhook" | "inbox")[];
  readonly do?: EscalationDeed;
  readonly unlessAcknowledged?: boolean;
  readonly repeat?: { readonly every: string; readonly times: number };
  readonly elapsed?: boolean;
};

export type EscalationDeed =
  | "task"
  | { readonly reassign: { readonly to: string; readonly by: "roundRobin" | "load" } }
  | { readonly raise: { readonly field: string; readonly value: string | number | boolean } };

export type ExclusionSpec = {
  readonly id: string;
  readonly category: "outage" | "maintenance" | "forceMajeure" | "holiday" | "other";
  readonly interval?: { readonly from: string; readonly to: string };
  readonly rrule?: string;
  readonly where?: ConditionSpec;
  readonly approvedBy?: readonly string[];
};

/**
 * What is owed where attainment lies in [atLeast, below): a share of the base ("5%") or an amount
 * ("300 USD"), once, or for every percentage point that the objective is missed by.
 */
export type TierSpec = {
  readonly atLeast?: string;
  readonly below?: string;
  readonly credit: string;
  readonly perPoint?: boolean;
};

/** The part of the base that is at risk, and how much of it each commitment stands for. */
export type PoolSpec = {
  readonly atRisk: string;
  readonly weights: Readonly<Record<string, string>>;
};

/** Points for misses, counted over so many periods; the highest step reached says what is owed. */
export type PointsSpec = {
  readonly each: number | Readonly<Record<string, number>>;
  readonly over?: number;
  readonly steps: readonly { readonly atLeast: number; readonly credit: string }[];
};

export type RemedySpec = {
  readonly id: string;
  readonly on: readonly string[];
  readonly kind:
    | "serviceCredit"
    | "penalty"
    | "reward"
    | "correctivePlan"
    | "leadReplacement"
    | "rerouting"
    | "meeting";
  readonly base?: {
    readonly charges: "monthly" | "quarterly" | "yearly";
    readonly amount?: string;
    readonly field?: string;
  };
  readonly tiers?: readonly TierSpec[];
  readonly pool?: PoolSpec;
  readonly points?: PointsSpec;
  readonly combine?: "highest" | "sum";
  readonly cap?: { readonly ofBase?: string; readonly perYear?: string };
  readonly minimum?: string;
  readonly earnBack?: { readonly atLeast: string; readonly for: string };
  readonly claim?: {
    readonly automatic?: boolean;
    readonly within?: string;
    readonly evidence?: readonly string[];
    readonly decideWithin?: string;
  };
  readonly applyTo?: string;
  readonly exclusive?: boolean;
  readonly when?: { readonly below?: string; readonly misses?: number; readonly of?: number };
  readonly plan?: { readonly within: string; readonly by: string };
  readonly each?: "missed";
};

export type DisputeSpec = {
  readonly window: string;
  readonly who: readonly string[];
  readonly steps: readonly { readonly by: string; readonly within: string }[];
  readonly effect: "provisional" | "suspended";
  readonly default: "measurementStands" | "claimStands";
};

export type ReportingSpec = {
  readonly to: readonly string[];
  readonly every: "week" | "month" | "quarter";
  readonly format: readonly ("html" | "pdf" | "csv" | "xlsx")[];
  readonly language?: Language;
  readonly sources?: readonly string[];
};

export type CommunicationSpec = {
  readonly channels?: readonly { readonly kind: string; readonly name: string }[];
  readonly meetings?: readonly {
    readonly title: string;
    readonly every: string;
    readonly attendees: readonly string[];
    readonly agenda?: readonly string[];
  }[];
};

export type ReviewSpec = {
  readonly every: "month" | "quarter" | "year";
  readonly triggers?: readonly string[];
  readonly by: string;
};

export type ChangeSpec = {
  readonly approvals: readonly { readonly party: string; readonly quorum?: number }[];
  readonly notice?: string;
  readonly effective?: "nextPeriod" | "immediately";
};

export type TerminationSpec = {
  readonly chronicFailure?: { readonly misses: number; readonly of: number };
  readonly convenience?: { readonly notice: string };
};

export type LegalSpec = {
  readonly law?: string;
  readonly liabilityCap?: string;
  readonly precedence?: string;
  readonly languagePrevails?: Language;
};
