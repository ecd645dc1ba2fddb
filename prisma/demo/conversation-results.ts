import { type DemoAnnotation, list, post } from "./thread";

/** What the class says about “Fifthly”: what the work yields, and the image of the party. */
export const results: readonly DemoAnnotation[] = [
  {
    quote: "CPC delegation on foreign missions are usually accompanied by business delegations",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("maria", -4, "19:15")`
        I am trying to find out what serves what. “Promote political relations by economic
        cooperation” makes the economy the means. But the point is introduced with “actively serves
        domestic development of China”, which makes it the end.
      `,
      post("weijie", -3, "13:30")`
        It could be a circle: the visit opens doors for trade, and trade then carries the relations.
        “Combine” would cover both directions.
      `,
      post("aigerim", -3, "13:55")`
        “Usually” is an interesting word. This is one of the few sentences that tell us how
        something is done and not only that it is.
      `,
      post("julian", -2, "15:20")`
        With host countries cooperation is “also” enhanced. It's a small word, but they come second.
      `,
    ],
  },
  {
    quote: "Vigorous efforts have also been made",
    kind: "COMMENT",
    audience: "INSTRUCTORS",
    comments: [
      post("ama", -3, "21:15")`
        For my response I would like to write about sentences without an agent, this one among them.
        Is it fair to do that with a translation? I can't check whether the original has a subject
        here.
      `,
      post("leonor", -2, "08:30")`
        It is fair if you say what your object is: this English text. Don't conclude from it what
        the author wanted.
      `,
      post("ama", -2, "08:52")`That helps a lot. It goes into my first paragraph.`,
    ],
  },
  {
    quote: "running party parties",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("siobhan", -3, "09:50")`Surely “running political parties”.`,
      post("linnea", -3, "10:12")`
        I would bet on something like “running the party”: one studies foreign parties to learn how
        a party keeps its own house. The sentence goes on to “party building”.
      `,
      post("siobhan", -3, "10:20")`
        But “the experience of foreign political parties in running political parties” makes sense
        as it stands.
      `,
      post("linnea", -3, "10:41")`
        It does. Either way it is about how a party runs a party and not about how it runs a
        country. “Governance experience” was in the paragraph before.
      `,
      post("siobhan", -3, "10:44")`Peace. I wrote [sic] and went for coffee.`,
    ],
  },
  {
    quote:
      "by forming delegations on instruction, paying overseas visits by authorization, or conducting monographic studies",
    kind: "QUESTION",
    audience: "COURSE",
    comments: [
      post("ama", -2, "16:15")`
        On whose instruction? By whose authorization? In “First and foremost” the leadership of the
        party charts a guiding ideology for China's diplomacy. Here the party's exchanges follow
        “the needs of China's overall diplomacy”. Who is steering whom?
      `,
      post("yusuf", -2, "17:00")`
        They need not be two. Where one party leads the state, the same people can give the
        instruction in one capacity and receive it in the other.
      `,
      post("ama", -2, "17:22")`
        Then why does the text keep them apart so carefully? “The party's external work actively
        facilitates the overall diplomatic endeavor of the country.” Two nouns, and one helps the
        other.
      `,
      post("tomasz", -2, "18:10")`
        You may both want to look at “leaders of the party and state” in “Secondly”: two nouns, one
        group of people. I don't think that the text alone settles it, and that is a finding too.
      `,
      post("weijie", -1, "18:20")`
        The three phrases are not alike, by the way. Delegations “on instruction”, visits “by
        authorization”, studies with neither. So research may be what they can begin by themselves.
      `,
    ],
  },
  {
    quote: "the implementation of China's diplomatic strategic",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("julian", -2, "15:31")`Diplomatic strategic what? I need the noun.`,
      post("siobhan", -2, "15:40")`
        “Strategy”, I'd say. The adjective is left over from an earlier draft.
      `,
    ],
  },
  {
    quote: "the important thought of “Three Represents”",
    kind: "QUESTION",
    audience: "COURSE",
    comments: [
      post("julian", -2, "09:40")`
        What are the three, and how does one count a verb? The text uses the term as if everybody
        knew.
      `,
      post("linnea", -2, "10:20")`
        The Chinese puts a number before the verb as a kind of abbreviation: the party represents
        three things. English has no good way to do that, hence the capitals.
      `,
      post("tomasz", -2, "11:15")`
        Linnea has the grammar. In the usual English version the party represents

        ${list(
          "the development of China's advanced productive forces,",
          "the orientation of China's advanced culture,",
          "the fundamental interests of the overwhelming majority of the people.",
        )}

        The formula is Jiang Zemin's, the Scientific Outlook on Development is Hu Jintao's. Both are
        names that stand for whole texts, which is why the article can afford to give neither.
      `,
      post("julian", -2, "11:40")`Thanks, that does it. A whole lecture in two words.`,
      post("ama", -2, "16:40")`
        Only one other thing in the article has quotation marks: “people-oriented connections”. Are
        they there to mark a term, or to keep it at arm's length?
      `,
    ],
    answered: { day: -2, at: "11:41" },
  },
  {
    quote: "the Scientific Outlook on Development",
    kind: "COMMENT",
    audience: "ONLY_ME",
    comments: [
      post("julian", -3, "22:15")`
        Look up before class: this one and the “Three Represents”. Both are called theoretical
        innovations, so what was new about each?
      `,
    ],
  },
  {
    quote: "building up soft powers of China",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("maria", -3, "19:40")`
        Joseph Nye's term, but in the plural. Is that a slip, or does it mean several sources of
        power?
      `,
      post("linnea", -3, "20:05")`
        Chinese nouns mostly don't mark the plural, so the translator has to choose every time. I
        wouldn't hang an argument on the “s”.
      `,
      post("maria", -3, "20:14")`Pity. I had started one.`,
      post("aigerim", -2, "13:25")`
        Something else struck me. For Nye soft power is attraction: others come to want what you
        want. Here it is “built up”, and the sentence before says how: publicize, demonstrate,
        promote. Can you become attractive by telling people about yourself?
      `,
      post("julian", -2, "13:50")`Every university open day says yes.`,
      post("leonor", -2, "20:10")`
        And does the article say that it works? Which verb would tell you?
      `,
      post("ama", -1, "09:15")`
        “Publicize” and “demonstrate” are what the party does. Whether anybody was attracted comes
        only in the last sentence, and there it is in the passive.
      `,
    ],
  },
  {
    quote:
      "The international image of the CPC as a democratic, progressive, open and innovative party that is committed to the interests of the public and well-being of the people is now being recognized.",
    kind: "QUESTION",
    audience: "COURSE",
    comments: [
      post("leonor", -5, "14:40")`
        Recognized by whom? Before you answer, look for every place in the article where somebody
        outside the CPC speaks or acts.
      `,
      post("julian", -5, "15:12")`Easy. Nobody does.`,
      post("siobhan", -5, "15:30")`
        Nearly. “Nearly 200 delegations of foreign political parties” have visited. They act. They
        don't speak.
      `,
      post("yusuf", -5, "16:05")`
        And three sentences up, China “has attracted more attention from the international
        community”. That is the nearest thing to a reaction from outside, and it is attention for
        “comprehensive national strength”, not for the image.
      `,
      post("julian", -5, "16:20")`I stand corrected twice. They visit, and they pay attention.`,
      post("aigerim", -4, "10:25")`
        A passive without “by” belongs to the genre, and it need not be evasive: who would be the
        subject in an official report? But it does mean that the last claim of the article has the
        least support, in the place where one expects the proof.
      `,
      post("leonor", -4, "13:30")`Is it a claim about the party, or about the image?`,
      post("maria", -4, "13:50")`
        About the image. Not “the CPC is recognized as democratic” but “the image of the CPC as a
        democratic … party is now being recognized”. Strictly speaking one can recognize an image
        without believing it.
      `,
      post("weijie", -3, "18:05")`
        Strictly speaking, yes, but I doubt that it is meant. To me it looks like two sentences run
        together: “its image is improving” and “it is being recognized as”.
      `,
      post("ama", -2, "10:12")`
        I come from the thread on “our party”. This sentence has no “we” and no “our” in it, though
        both were there just before. Whoever says it has stepped out of the room.
      `,
      post("linnea", -1, "20:35")`
        “Now being” makes it a beginning and not a result. If so, the article ends on the one thing
        in its list that is not finished yet, and that is more modest than it sounds.
      `,
    ],
  },
  {
    quote: "is now being recognized",
    kind: "HIGHLIGHT",
    audience: "COURSE",
    by: "ama",
    day: -2,
    at: "10:08",
  },
];
