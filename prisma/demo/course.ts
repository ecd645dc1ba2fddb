import type { Rules } from "@/lib/scoring";
import type { DemoPersonKey } from "./people";
import type { DemoMoment } from "./thread";

/** The course. Its id is fixed: by it one knows that the demo has been loaded. */
export const demoCourse = {
  id: "019a0de0-0000-7000-8000-000000000001",
  title: "Parties in World Politics: Primary Sources in Translation",
  timeZone: "Europe/Amsterdam",
  joinCode: "READTEXT",
  madeAt: { day: -24, at: "10:05" },
};

/** The article as it is assigned. */
export const demoAssignment = {
  title: "Official prose in translation",
  instructions: [
    "Please read the article twice: once quickly, for what it claims, and once slowly, for how it claims it.",
    "Leave at least three comments or questions in the margin and answer at least two of your classmates. Quote the words you rely on. Where you need a fact from outside the text, say where it can be looked up.",
    "Our business is what this text says and does. Whether we like it is another seminar. Disagree with one another about readings as much as you can.",
    "Bring to class the one sentence that you still cannot make sense of.",
  ].join("\n\n"),
  readingMadeAt: { day: -8, at: "16:40" },
  madeAt: { day: -8, at: "16:52" },
  opensAt: { day: -6, at: "09:00" },
  dueAt: { day: 7, at: "23:59" },
};

/** What the instructions ask for, in points. */
export const demoRules: Rules = {
  grading: "points",
  points: 10,
  wordMinimum: 0,
  late: { graceMinutes: 60, percentPerDay: 20 },
  expectations: [
    { kind: "threads", minimum: 3, cap: 3, weight: 6 },
    { kind: "replies", minimum: 2, cap: 2, weight: 4 },
  ],
};

/** The two groups in which the course meets. */
export const demoGroups: { name: string; people: DemoPersonKey[] }[] = [
  { name: "Tuesday group", people: ["ama", "linnea", "weijie", "maria"] },
  { name: "Thursday group", people: ["julian", "aigerim", "siobhan", "yusuf"] },
];

/** When people joined the course, in the order of the People list. */
export const demoJoined: Record<DemoPersonKey, DemoMoment> = {
  leonor: { day: -24, at: "10:05" },
  tomasz: { day: -24, at: "11:30" },
  siobhan: { day: -22, at: "09:14" },
  weijie: { day: -22, at: "09:15" },
  ama: { day: -22, at: "09:21" },
  linnea: { day: -22, at: "10:47" },
  julian: { day: -21, at: "23:02" },
  maria: { day: -20, at: "08:38" },
  aigerim: { day: -20, at: "12:55" },
  yusuf: { day: -19, at: "17:09" },
};

/** When people last had the article open. What came later is new to them. */
export const demoSeen: Partial<Record<DemoPersonKey, DemoMoment>> = {
  leonor: { day: -1, at: "08:05" },
  tomasz: { day: -1, at: "09:40" },
  ama: { day: -1, at: "09:20" },
  julian: { day: -2, at: "19:45" },
  linnea: { day: -1, at: "21:40" },
  siobhan: { day: -1, at: "21:40" },
  weijie: { day: -1, at: "18:30" },
  maria: { day: -2, at: "22:30" },
  aigerim: { day: -2, at: "13:30" },
  yusuf: { day: -2, at: "17:05" },
};
