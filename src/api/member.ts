/** Who belongs to a workspace, as what, and who is invited. */
import { z } from "zod";
import { roles } from "./permission.ts";
import { instant, name, page, type Route } from "./route.ts";

const id = z.string().min(1).max(100);
const agreements = z.array(name).min(1).max(200);
const customers = z.array(name).max(200);

const member = z.object({
  account: z.string(),
  role: z.enum(roles),
  title: z.string().nullable(),
  email: z.string().nullable(),
  team: z.string().nullable(),
  agreements: z.array(z.string()).nullable(),
  customers: z.array(z.string()).nullable(),
});

const invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  agreements: z.array(z.string()).nullable(),
  customers: z.array(z.string()).nullable(),
  invitedBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
});

export const memberRoutes = {
  listMembers: {
    method: "GET",
    path: "/v1/members",
    permission: "admin",
    says: {
      es: "Quién es parte del espacio, y con qué papel.",
      en: "Who belongs to the workspace, and as what.",
    },
    query: z.strictObject(page),
    answer: z.object({ members: z.array(member), next: z.string().nullable() }),
  },
  changeMember: {
    method: "PUT",
    path: "/v1/members/:account",
    permission: "admin",
    says: {
      es: "Cambia el papel de alguien, sus acuerdos, su nombre o su equipo. Rige desde su siguiente petición.",
      en: "Change somebody's role, agreements, name or team. It holds from their next request on.",
    },
    params: z.strictObject({ account: id }),
    body: z.strictObject({
      role: z.enum(roles).optional(),
      agreements: agreements.optional(),
      customers: customers.optional(),
      title: name.optional(),
      team: name.optional(),
    }),
    answer: member,
    problems: ["member-missing", "role-beyond", "owner-last", "agreements-needed"],
  },
  removeMember: {
    method: "DELETE",
    path: "/v1/members/:account",
    permission: "admin",
    says: {
      es: "Saca a alguien del espacio: su siguiente petición se rechaza.",
      en: "Take somebody out of the workspace: their next request is refused.",
    },
    params: z.strictObject({ account: id }),
    answer: z.object({ account: z.string() }),
    problems: ["member-missing", "role-beyond", "owner-last"],
  },
  listInvitations: {
    method: "GET",
    path: "/v1/invitations",
    permission: "admin",
    says: { es: "Las invitaciones abiertas.", en: "The open invitations." },
    answer: z.object({ invitations: z.array(invitation) }),
  },
  invite: {
    method: "POST",
    path: "/v1/invitations",
    permission: "admin",
    says: {
      es: "Invita una dirección con un papel. Si el servidor no manda correo, la respuesta trae el enlace para copiarlo.",
      en: "Invite an address with a role. Where the server sends no mail, the answer holds the link to copy.",
    },
    body: z.strictObject({
      email: z.string().min(3).max(320),
      role: z.enum(roles),
      agreements: agreements.optional(),
      customers: customers.optional(),
    }),
    answer: z.object({ invitation, link: z.string().nullable() }),
    status: 201,
    isSecret: true,
    problems: ["email-invalid", "role-beyond", "agreements-needed", "agreements-idle"],
  },
  withdrawInvitation: {
    method: "DELETE",
    path: "/v1/invitations/:id",
    permission: "admin",
    says: { es: "Retira una invitación.", en: "Take an invitation back." },
    params: z.strictObject({ id }),
    answer: z.object({ id: z.string() }),
    problems: ["invitation-missing", "role-beyond"],
  },
} as const satisfies Readonly<Record<string, Route>>;
