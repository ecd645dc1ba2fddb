import { type DemoAnnotation, post } from "./thread";

/** What the class says about the second paragraph and about “First and foremost”. */
export const philosophy: readonly DemoAnnotation[] = [
  {
    quote:
      "more than 400 political parties and organizations of different types in over 160 countries and regions",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("maria", -6, "14:10")`
        I like a number, but I want to know what one unit of it is. “Contacts and relations of
        various forms” could be a yearly congress or a greeting telegram. And the 400 are “parties
        and organizations”, so we can't say how many of them are parties.
      `,
      post("julian", -6, "14:35")`
        Still, 400 over 160 is two and a half per country. So they talk to government and opposition
        nearly everywhere.
      `,
      post("maria", -6, "15:01")`
        That is an average. Ten in one country and one in each of five others is also two and a half.
      `,
      post("julian", -6, "15:09")`Point taken. I read a distribution into a mean.`,
      post("ama", -5, "16:40")`
        It gets bigger later on. In “Fourthly” they have made friends with politicians “in all
        countries”. So is it over 160, or all?
      `,
      post("weijie", -5, "17:12")`
        And the next sentence there mentions countries without diplomatic ties. I don't think that
        “all” is a number in that place. It is a tone of voice.
      `,
    ],
  },
  {
    quote: "party diplomacy with Chinese characteristics",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("yusuf", -6, "17:45")`
        Terms. I count at least four for what looks like one activity: “external work”,
        “international exchanges”, “party diplomacy”, and “party-to-party” or “inter-party”
        relations. Are they synonyms?

        A lawyer would be suspicious of the third one. Diplomacy in the sense of the Vienna
        Convention is between states, and a party has no standing there.
      `,
      post("ama", -6, "19:30")`
        I went through with a pencil. “External work” 8 times, “external exchanges” 2,
        “international exchanges” 2 without the title, “party diplomacy” 2 (here and in “Thirdly”).
        So the diplomatic word is one of the rare ones.
      `,
      post("linnea", -6, "20:15")`
        One word of the original may have become two or three in English, to avoid repetition.
        Translators do that. I wouldn't build on the difference until we know.
      `,
      post("yusuf", -5, "08:40")`
        Agreed, so a weaker claim. In this English text “work” is what the party does, and
        “diplomacy” is mostly what China does. See “China's overall diplomacy” in the last
        paragraph.
      `,
      post("leonor", -5, "13:58")`
        The weaker claim has the merit that it can be tested. Where does the text cross its own
        line?
      `,
      post("ama", -5, "16:02")`
        Here, obviously, and in “Taiwan-related diplomatic work”, where the ones who do it are “we”.
      `,
    ],
  },
  {
    quote: "is taking shape",
    kind: "COMMENT",
    audience: "ONLY_ME",
    comments: [
      post("leonor", -7, "21:15")`
        For the seminar: the survey begins in the present progressive (“is taking shape”) and the
        article ends in it (“is now being recognized”). What does that tense allow a report to
        claim? If they come to it by themselves, say nothing.
      `,
    ],
  },
  {
    quote:
      "is taking shape.\nFirst and foremost, the guiding philosophy for the party's external exchanges has been further improved.",
    kind: "HIGHLIGHT",
    audience: "COURSE",
    by: "linnea",
    day: -4,
    at: "08:31",
  },
  {
    quote: "First and foremost",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("ama", -6, "20:05")`
        The five openings side by side: “has been further improved”, “have become higher in level,
        wider in scope”, “more diverse in form”, “more pronounced”, “more effective and fruitful”.
        Every one of them compares, and none says with what or since when.
      `,
      post("julian", -6, "20:22")`The first one doesn't compare. It just says “improved”.`,
      post("ama", -6, "20:30")`“Further” does. Improved beyond something that was already good.`,
      post("julian", -6, "20:31")`OK, yes.`,
      post("aigerim", -6, "21:10")`
        It is the grammar of an annual report. I write for the student paper, and half of the press
        releases on our desk sound like this, whoever sent them: more, wider, better, on the way.
        That does not make it false. It makes it hard to disagree with, because there is nothing to
        measure from.
      `,
      post("siobhan", -5, "09:15")`
        There is one thing to measure from: “especially since its 16th National Congress”, in the
        paragraph above. So “more” means more than before that congress.
      `,
      post("ama", -5, "09:48")`Good catch. I take back “since when”. “With what” I keep.`,
      post("leonor", -5, "14:20")`And the order of the five? Could “Fifthly” have come second?`,
      post("weijie", -4, "10:02")`
        I don't think so. Ideas, scope, form, advantage, results: it goes from what guides the work
        to what the work yields. With the results in second place, the other three would look like
        an afterthought.
      `,
      post("tomasz", -4, "11:30")`
        For everybody who is making an outline: “Fifthly” is longer than the first and the second
        point together. Worth asking which of its parts the author was in no hurry to leave.
      `,
    ],
  },
  {
    quote: "upholding the five principles of peaceful coexistence",
    kind: "COMMENT",
    audience: "ONLY_ME",
    comments: [
      post("yusuf", -5, "22:05")`
        The five from memory, to be checked: respect for sovereignty and territorial integrity,
        non-aggression, non-interference in internal affairs, equality and mutual benefit, peaceful
        coexistence. China and India, 1954.

        All five speak of states. Possible topic for the essay: which of them can a party keep, or
        break, at all?
      `,
    ],
  },
  {
    quote: "the five principles of peaceful coexistence",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("weijie", -4, "16:45")`
        These were written for states: sovereignty, non-aggression, non-interference and so on. Here
        they stand in a list of requirements for a party's external work. I am not objecting, I
        would like to know what would count as a party upholding them.
      `,
      post("yusuf", -4, "18:10")`
        I stopped at the same place. The one that carries over most easily is non-interference:
        don't take sides inside another country. Now read “Fourthly” with that in mind.
      `,
      post("weijie", -4, "18:25")`I have. There is a question waiting for you down there.`,
      post("maria", -3, "09:12")`
        Are they requirements for the party only? The last sentence of the paragraph divides them
        up: a guiding ideology for “China's overall diplomatic endeavor”, a direction for “the
        party's external work”.
      `,
      post("weijie", -3, "09:30")`
        True, I skipped that. Then it may be the state that upholds them and the party that takes
        its direction from there. Thanks.
      `,
    ],
  },
  {
    quote:
      "maintaining the new concept of security featuring mutual trust, mutual benefit, equality and coordination; preserving the new outlook on civilization",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("aigerim", -5, "18:30")`
        How does one “preserve” something new? The eight verbs of this sentence are holding high,
        following, persisting in, sticking to, upholding, maintaining, preserving, building. Seven of
        them stay with something that is already there, and only the last one makes something. Yet
        the paragraph is there to show that the guiding philosophy has been improved.
      `,
      post("linnea", -5, "19:20")`
        Some of that may be the English. One verb that means roughly “hold to” can come out as
        uphold, maintain, preserve or stick to, because nobody wants to print the same word seven
        times.
      `,
      post("aigerim", -5, "19:41")`
        Then the original would be even more about holding on, and I get to keep my point :)
      `,
      post("yusuf", -4, "09:05")`
        Could the newness be in the nouns? “New concept of security”, “new outlook on civilization”.
        The formula is new; what one does with a formula is hold it.
      `,
    ],
  },
];
