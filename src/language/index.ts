/** What `acuerdo/language` exports. Nothing inside the project imports this file. */
export type { Language } from "../engine/agreement.ts";
export { checkAgreement, checkSet } from "./check.ts";
export type { CheckOptions } from "./checked.ts";
export { type ClauseChange, compareRevisions } from "./compare.ts";
export { describe } from "./describe.ts";
export { describeAgreement } from "./describe-agreement.ts";
export { describeCalendar } from "./describe-calendar.ts";
export { describeCondition } from "./describe-condition.ts";
export type { DescribeOptions } from "./describing.ts";
export { type JsonSchema, jsonSchemas } from "./json-schema.ts";
export { placeOf } from "./place.ts";
export { type Change, editText, printDocument } from "./print.ts";
export { LARGEST_FILE, type ReadResult, readDocuments } from "./reader.ts";
export type { Section } from "./section.ts";
