import type { DEMO_LABELS } from "@/lib/auth/schema";
import type { Role } from "@/prisma/generated/enums";

interface DemoPerson {
  name: string;
  email: string;
  role: Role;
}

/** Everybody in the demo course, by the name that the conversation calls them. All invented. */
export const demoPeople = {
  leonor: {
    name: "Leonor Vasconcelos",
    email: "leonor.vasconcelos@example.edu",
    role: "INSTRUCTOR",
  },
  tomasz: { name: "Tomasz Wieczorek", email: "tomasz.wieczorek@example.edu", role: "ASSISTANT" },
  ama: { name: "Ama Boateng", email: "ama.boateng@example.edu", role: "STUDENT" },
  julian: { name: "Julian Reyes", email: "julian.reyes@example.edu", role: "STUDENT" },
  linnea: { name: "Linnea Sandström", email: "linnea.sandstrom@example.edu", role: "STUDENT" },
  weijie: { name: "Lim Wei Jie", email: "weijie.lim@example.edu", role: "STUDENT" },
  aigerim: {
    name: "Aigerim Nurlanova",
    email: "aigerim.nurlanova@example.edu",
    role: "STUDENT",
  },
  siobhan: { name: "Siobhán Kelleher", email: "siobhan.kelleher@example.edu", role: "STUDENT" },
  yusuf: { name: "Yusuf Demir", email: "yusuf.demir@example.edu", role: "STUDENT" },
  maria: {
    name: "María Fernanda Goicoechea Etxeberría de la Torre",
    email: "maria.goicoechea@example.edu",
    role: "STUDENT",
  },
} as const satisfies Record<string, DemoPerson>;

export type DemoPersonKey = keyof typeof demoPeople;

/** Known to everybody who reads this, which is why there is no demo unless `DEMO` is on. */
export const DEMO_PASSWORD = "postil in the margin";

/** A person of the demo as whom anybody may sign in by one click. */
export interface DemoAccount extends DemoPerson {
  label: (typeof DEMO_LABELS)[number];
  password: string;
}

/** The one-click identities: what the landing page offers and the start command prints. */
export const demoAccounts: readonly DemoAccount[] = [
  { label: "Instructor", ...demoPeople.leonor, password: DEMO_PASSWORD },
  { label: "Student A", ...demoPeople.ama, password: DEMO_PASSWORD },
  { label: "Student B", ...demoPeople.julian, password: DEMO_PASSWORD },
];
