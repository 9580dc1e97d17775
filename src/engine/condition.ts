export type Scalar = string | number | boolean | null;

export type TestSpec = {
  readonly in?: readonly Scalar[];
  readonly notIn?: readonly Scalar[];
  readonly atLeast?: Scalar;
  readonly atMost?: Scalar;
  readonly above?: Scalar;
  readonly below?: Scalar;
  readonly like?: string;
  readonly exists?: boolean;
  readonly changed?: boolean;
};

/** A map whose entries are joined by *and*: fields to values or tests, and `any`, `all`, `not`, `is`. */
export type ConditionSpec = { readonly [field: string]: ConditionEntry };
export type ConditionEntry = Scalar | TestSpec | ConditionSpec | readonly ConditionSpec[];
