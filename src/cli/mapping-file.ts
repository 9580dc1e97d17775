/** Reads a mapping file: every problem at once, each with its place. */
import { type Place, type Problem, problem, Refusal } from "../engine/problem.ts";
import { isTimeZone } from "../engine/zone.ts";
import { compileDateFormat } from "../language/date-format.ts";
import { faultsOf } from "../language/form.ts";
import { type Mapping, type MappingDocument, mappingShape } from "../language/mapping.ts";
import { above } from "../language/path.ts";
import { readTrees, type Tree } from "../language/yaml-tree.ts";
import { readText } from "./files.ts";
import type { Terminal } from "./terminal.ts";

/** Refuses a file that is not one mapping, with every reason. */
export async function readMapping(
  file: string,
  terminal: Pick<Terminal, "stdin">,
): Promise<Mapping> {
  const text = await readText(file, terminal);
  const forest = readTrees(text, file);
  const [tree] = forest.trees;
  const placeOf = (path: string): Place => forest.placeAt(tree ? offsetOf(tree, path) : 0, path);
  const problems = [...forest.problems, ...(tree ? problemsIn(tree, placeOf) : [])];
  if (!tree || forest.trees.length > 1) {
    problems.push(problem("mapping-not-one", { count: forest.trees.length }, { file, line: 1 }));
  }
  const [first, ...rest] = problems;
  if (first || !tree) throw new Refusal([first ?? problem("file-empty", {}, { file }), ...rest]);
  return { file, spec: (tree.value as MappingDocument).spec, placeOf };
}

function problemsIn(tree: Tree, placeOf: (path: string) => Place): readonly Problem[] {
  if (!tree.isWhole) return tree.problems;
  const faults = faultsOf(tree.value, mappingShape, "").map(({ code, facts, path }) =>
    problem(code, facts, placeOf(path)),
  );
  const problems = [...tree.problems, ...faults];
  return problems.length > 0 ? problems : meaningProblems(tree.value as MappingDocument, placeOf);
}

/**
 * What the shape cannot say: forms of dates that mean nothing, a mark that is no single character.
 */
function meaningProblems(
  { spec }: MappingDocument,
  placeOf: (path: string) => Place,
): readonly Problem[] {
  const forms = (spec.dates ?? []).flatMap((form, index) =>
    compileDateFormat(form)
      ? []
      : [problem("mapping-date-form", { form }, placeOf(`spec.dates[${index}]`))],
  );
  const { delimiter = ",", timeZone } = spec;
  const problems = [...forms];
  if (delimiter.length !== 1) {
    problems.push(problem("mapping-delimiter", { delimiter }, placeOf("spec.delimiter")));
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    problems.push(problem("time-zone-unknown", { zone: timeZone }, placeOf("spec.timeZone")));
  }
  return problems;
}

function offsetOf(tree: Tree, path: string): number {
  const offset = tree.values.get(path) ?? tree.keys.get(path);
  const parent = above(path);
  return offset ?? (parent === undefined ? 0 : offsetOf(tree, parent));
}
