import { type DemoAnnotation, post } from "./thread";

/** What the class says about the first paragraph: the four steps. */
export const beginnings: readonly DemoAnnotation[] = [
  {
    quote:
      "The Communist Party of China (CPC) took four major steps in its external work between the 1980s and 90s",
    kind: "COMMENT",
    audience: "ONLY_ME",
    comments: [
      post("ama", -6, "09:25")`
        One sentence, 150 words, four steps. For my outline: resumption (communist parties),
        exchanges (ruling parties in developing countries), contacts (socialist, central and right
        parties in developed countries), response (after the end of the Soviet Union).

        No dates inside the steps, so I can't tell whether they follow one another or overlap. Ask
        in class.
      `,
    ],
  },
  {
    quote:
      "without entangling over the past in the spirit of looking forward and seeking cooperation",
    kind: "QUESTION",
    audience: "COURSE",
    comments: [
      post("maria", -6, "10:12")`
        Two things. Is “entangling over the past” a set phrase that came through the translation a
        little bent? I would expect “without getting entangled in the past”.

        And which past? The sentence is about communist parties “in some countries”, so the quarrel
        must have been between communist parties, but it is never named.
      `,
      post("siobhan", -6, "11:05")`
        The obvious candidate is the Sino-Soviet split. In the 1960s communist parties everywhere
        had to take a side, and many of those that sided with Moscow broke with Beijing.
        “Resumption” only makes sense if something had been broken off.
      `,
      post("julian", -6, "11:20")`
        So in half a line they tell us that there was a quarrel and that they are not going to talk
        about it.
      `,
      post("linnea", -6, "13:48")`
        On the wording: it reads to me like an instruction (“do not get tangled up in old scores”)
        squeezed into a prepositional phrase. I haven't seen the original, so this is a guess.
      `,
      post("tomasz", -6, "16:30")`
        Siobhán's inference is a safe one, and built the right way: one word of the text
        (“resumption”) plus one thing that everybody can look up. María Fernanda, if that does it
        for you, mark the question as answered. What stays open is why it needs no name for the
        readers this was written for.
      `,
      post("maria", -6, "18:02")`It does. Thank you all.`,
    ],
    answered: { day: -6, at: "18:03" },
  },
  {
    quote: "transcending ideological difference",
    kind: "QUESTION",
    audience: "INSTRUCTORS",
    comments: [
      post("linnea", -5, "20:44")`
        I would rather ask this here first. I keep going back and forth on “transcending”. Rising
        above a difference, or agreeing not to mention it? Perhaps everybody else finds it obvious.
      `,
      post("leonor", -5, "21:20")`
        I doubt that anybody finds it obvious, and I was hoping that somebody would ask. Would you
        put it to the course? You need not solve it first.
      `,
      post("linnea", -5, "21:31")`All right, tomorrow morning.`,
    ],
  },
  {
    quote: "transcending ideological difference, seeking mutual understanding and cooperation",
    kind: "QUESTION",
    audience: "COURSE",
    comments: [
      post("linnea", -4, "08:20")`
        What does it take to transcend a difference? I can read this in three ways: the difference
        no longer matters; it matters but is set aside for now; or there is some interest above it
        that both sides share. The text uses the word once and moves on.
      `,
      post("weijie", -4, "09:10")`
        It is used for the third step only, the socialist, central and right parties “in developed
        countries”. For communist parties the spirit is “looking forward”, for the national
        democratic parties the purpose is “solidarity”. Each kind of party gets a formula of its
        own, and “cooperation” is the only word that all three formulas share.
      `,
      post("julian", -4, "09:34")`
        Then I vote for reading two. If ideology were really transcended, “Fourthly” would not
        still sort countries into socialist ones and the rest.
      `,
      post("siobhan", -4, "12:17")`
        Or it is transcended as a condition for talking and kept as a description of who is who. A
        Christian Democrat and a Social Democrat can run a city together without converting anyone.
      `,
      post("julian", -4, "12:40")`That's fair. Reading two and a half.`,
      post("leonor", -3, "10:05")`
        Which of Linnea's three readings must somebody hold who writes the sentence in “Fourthly”
        that begins “For example, party-to-party relations”?
      `,
      post("weijie", -3, "17:22")`
        The second, I think. There it is the shared ideology that lets party relations lead. You can
        only say that if the difference still counts elsewhere.
      `,
    ],
  },
  {
    quote: "the fourth is sober-minded response",
    kind: "HIGHLIGHT",
    audience: "COURSE",
    by: "weijie",
    day: -6,
    at: "12:02",
  },
  {
    quote:
      "sober-minded response to the dramatic changes in the former Soviet Union and Eastern Europe",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("aigerim", -5, "09:40")`
        Look at the nouns that head the four steps: resumption, exchanges, contacts, response. The
        first three name something that the party did with somebody. The fourth names an attitude
        to an event and only then, after “as well as”, something that was done.

        I don't think it is an accident that this is also the only step with a state of mind in it.
      `,
      post("julian", -5, "10:02")`
        And “dramatic changes” is carrying a lot. Whole states disappeared.
      `,
      post("siobhan", -5, "10:31")`
        I would not call that hiding it, though. The sentence says “former Soviet Union” twice, so
        nobody can miss what happened. It just declines to tell the story.
      `,
      post("leonor", -5, "14:15")`What does “sober-minded” claim that “calm” would not?`,
      post("ama", -5, "15:27")`
        Calm is only about yourself. “Sober-minded” is half a comparison: it suggests that others
        were not, or that it would have been easy to lose one's head.
      `,
      post("aigerim", -5, "19:03")`
        Yes. And the sentence never says who the others were.
      `,
    ],
  },
  {
    quote: "as well as African countries",
    kind: "QUESTION",
    audience: "COURSE",
    comments: [
      post("yusuf", -5, "11:50")`
        Why is Africa here? The second step is already about “Asia, Africa and Latin America”.
        Either the fourth step is about something wider than the end of the Soviet bloc, or a phrase
        has slipped into the wrong place in translation.
      `,
      post("maria", -5, "12:40")`
        The early 1990s were also when many African states went from one party to several. “All
        types of new and old political parties” would fit that. But then the first half of the
        sentence, with only the Soviet Union and Eastern Europe in it, is too narrow for the second.
      `,
      post("yusuf", -4, "08:55")`
        It would fit. Still, it is we who supply the reason; the text gives none. I would like to
        leave this open until somebody finds the Chinese version.
      `,
    ],
  },
];
