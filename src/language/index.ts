/** What `acuerdo/language` exports. Nothing inside the project imports this file. */
export type { Language } from "../engine/agreement.ts";
export { checkAgreement, checkSet } from "./check.ts";
export type { CheckOptions } from "./checked.ts";
export { LARGEST_FILE, placeOf, type ReadResult, readDocuments } from "./reader.ts";
