import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AgreementSpec } from "../engine/agreement.ts";
import type { Member } from "../store/member.ts";
import { type Asked, reach } from "./notice-reach.ts";

const party = (id: string, contacts: readonly string[] = []) => ({
  id,
  kind: "team" as const,
  role: ["provider"] as const,
  teams: [id],
  ...(contacts.length > 0 ? { contacts: contacts.map((email) => ({ name: email, email })) } : {}),
});

const member = (account: string, role: Member["role"], team?: string): Member => ({
  account,
  role,
  ...(team === undefined ? {} : { team }),
});

function told(word: string, members: readonly Member[], contacts: readonly string[] = []) {
  const asked: Asked = {
    directory: { members, webhooks: [] },
    spec: { parties: [party("ventas", contacts)] } as unknown as AgreementSpec,
    obliged: "ventas",
    owner: "carla.fuentes-1",
    team: "sdr",
  };
  return reach(word, asked).map(({ account, email }) => account ?? email);
}

const [owner, mara, sdr] = [
  member("ana", "owner"),
  member("mara", "manager"),
  member("eva", "manager", "sdr"),
];

describe("the word manager reaches", () => {
  const cases: readonly [string, readonly Member[], readonly string[], readonly string[]][] = [
    ["the managers of the team", [owner, mara, sdr], ["luis@ejemplo.mx"], ["eva"]],
    ["else those without a team", [owner, mara], ["luis@ejemplo.mx"], ["mara"]],
    ["else the contacts of the party", [owner], ["luis@ejemplo.mx"], ["luis@ejemplo.mx"]],
    ["else the owners of the workspace", [owner], [], ["ana"]],
  ];
  for (const [name, members, contacts, wanted] of cases) {
    test(name, () => assert.deepEqual(told("manager", members, contacts), wanted));
  }
});

test("the word owner reaches no name that is nobody's account", () => {
  assert.deepEqual(told("owner", [owner, mara, sdr]), []);
});
