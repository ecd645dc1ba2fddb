import type { DemoPersonKey } from "./people";
import type { DemoMoment } from "./thread";

/** What was made of one post. */
interface DemoPostResponse {
  /** The post, counted from 0 for the opening one. */
  post: number;
  /** Who found it good; for a question, who asks it too. */
  votes?: readonly DemoPersonKey[];
  /** When the staff picked it. */
  picked?: DemoMoment;
  tags?: readonly string[];
}

/** What the class made of one thread, which is named by its passage. */
export interface DemoResponse {
  quote: string;
  posts: readonly DemoPostResponse[];
  /** The post that answered the question. */
  answer?: number;
  /** When the staff pinned it. */
  pinned?: DemoMoment;
  /** Who keeps it to come back to. */
  saved?: readonly DemoPersonKey[];
}

/** Votes, answers and tags beside what was said. */
export const responses: readonly DemoResponse[] = [
  {
    quote:
      "without entangling over the past in the spirit of looking forward and seeking cooperation",
    answer: 4,
    pinned: { day: -6, at: "18:20" },
    saved: ["ama", "weijie"],
    posts: [
      { post: 0, votes: ["ama", "julian", "weijie", "yusuf"], tags: ["translation"] },
      { post: 1, votes: ["maria", "linnea"] },
      { post: 4, votes: ["maria", "siobhan", "ama", "aigerim"] },
    ],
  },
  {
    quote: "in the past 5 years",
    answer: 5,
    saved: ["ama"],
    posts: [
      { post: 0, votes: ["maria", "aigerim", "linnea"], tags: ["dating"] },
      { post: 3, votes: ["yusuf", "ama", "linnea", "weijie"], picked: { day: -2, at: "14:05" } },
    ],
  },
  {
    quote: "the important thought of “Three Represents”",
    answer: 2,
    posts: [
      { post: 0, votes: ["maria"], tags: ["translation"] },
      { post: 2, votes: ["julian", "siobhan"] },
    ],
  },
  {
    quote: "promoted the growth of those forces around the world which are friendly toward China",
    saved: ["julian"],
    posts: [
      { post: 0, votes: ["ama", "maria", "julian", "siobhan", "aigerim"], tags: ["agency"] },
      { post: 3, votes: ["weijie"], tags: ["translation"] },
      { post: 10, votes: ["weijie", "yusuf", "maria"], picked: { day: -3, at: "12:30" } },
    ],
  },
];
