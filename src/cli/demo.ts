/**
 * The demo that the server offers: the example agreements, and the company that lives under them.
 */
import { readFileSync } from "node:fs";
import type { Demo } from "../actions/demo.ts";
import { generateCompany } from "../demo/company.ts";

const names = ["marketing-ventas", "soporte-estandar"] as const;

/** More than usual: whoever looks at the demo finds leads that came back, and why. */
const RETURNED = 0.16;

/** The example promises what ten times as many people would deliver; the demo, what these do. */
const volume = { promised: "{atLeast: 250, each: month}", ofDemo: "{atLeast: 40, each: month}" };

/** An address of nobody: the demo writes to whoever looks at it, and to no stranger. */
const outside = "tell: [carla@ejemplo.mx]";

/** In the package the examples lie where they lie in the source. */
const folder = new URL("../../examples/", import.meta.url);

function textOf(name: string): string {
  const text = readFileSync(new URL(`${name}.yaml`, folder), "utf8");
  return text.replace(volume.promised, volume.ofDemo).replaceAll(outside, "tell: [manager]");
}

export const demo: Demo = {
  get agreements() {
    return names.map((name) => ({
      name,
      text: textOf(name),
    }));
  },
  tell: (company) => generateCompany({ ...company, country: "MX", returned: RETURNED }),
};
