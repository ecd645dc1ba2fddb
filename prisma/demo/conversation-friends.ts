import { type DemoAnnotation, post } from "./thread";

/** What the class says about “Fourthly”: friends, forces, Taiwan, governance. */
export const friends: readonly DemoAnnotation[] = [
  {
    quote:
      "Through inter-party exchanges we have made friends with various types of politicians in all countries and built all-weather “people-oriented connections”, boosted our exchanges with important political figures especially young political leaders from a wide spectrum of political parties in the world, from left, central to right, and promoted the growth of those forces around the world which are friendly toward China.",
    kind: "HIGHLIGHT",
    audience: "COURSE",
    by: "maria",
    day: -5,
    at: "13:02",
  },
  {
    quote: "promoted the growth of those forces around the world which are friendly toward China",
    kind: "QUESTION",
    audience: "COURSE",
    comments: [
      post("weijie", -4, "17:05")`
        “First and foremost” has the five principles of peaceful coexistence upheld, and one of the
        five is non-interference in each other's internal affairs. Here party work has “promoted the
        growth of those forces around the world which are friendly toward China”.

        Can both be true? I don't mean it as a trap. I really don't know what “promoted the growth”
        covers.
      `,
      post("yusuf", -4, "18:40")`
        That is the sentence I would put beside it too. In law the question would be what kind of
        help. To invite a young politician to a conference is not intervention by anybody's
        definition; to pay for a campaign would be another matter. The sentence doesn't say which.
      `,
      post("julian", -4, "19:02")`
        “Promoted the growth of forces” doesn't sound like an invitation to a conference to me.
      `,
      post("linnea", -4, "19:30")`
        “Forces” sounds harder in English than it need be. Political prose in many languages has
        “forces” where we would say “circles” or just “people”.

        And look at what comes before it: made friends, built connections, boosted exchanges. Three
        of the four verbs are plainly about talking and travelling. Why should the fourth be
        something else?
      `,
      post("siobhan", -4, "20:11")`
        A comparison, not a defence: German party foundations such as the Konrad-Adenauer-Stiftung
        and the Friedrich-Ebert-Stiftung work with parties abroad, quite openly, and everybody knows
        which parties they are close to. So helping the like-minded elsewhere is something that
        parties of several kinds do. What is special here, if anything, is that the measure is
        friendliness to a country and not to an idea.
      `,
      {
        ...post("julian", -4, "20:26")`
          You only have to open this week's papers to see what it means in practice. Anybody who
          doesn't want to see it is being naive.
        `,
        deleted: { day: -4, at: "22:50" },
      },
      post("maria", -4, "21:15")`
        Julian, I would ask you to reconsider that one. I don't agree with Siobhán's comparison
        either, but nobody here is naive.
      `,
      post("julian", -4, "22:53")`
        I've taken it down. It was about this week's news and not about the text, and the last bit
        was unfair. Sorry, Siobhán.
      `,
      post("siobhan", -3, "08:30")`No harm done.`,
      post("leonor", -3, "10:20")`
        Thank you, all three, for how you dealt with that. Back to the sentence. What would it have
        to say for Yusuf's question to be answered? Write the missing words.
      `,
      post("ama", -3, "11:05")`
        Something like “promoted, by A, the growth of B in C”. The means, the names and the places
        are what is missing. Only the result is left, and the result is described by an attitude,
        “friendly toward China”.
      `,
      post("weijie", -3, "12:02")`
        That answers a better question than mine. I asked whether the two paragraphs contradict each
        other. As written they can't, because this one says too little about means to contradict
        anything. But I would not conclude that there is nothing to ask.
      `,
    ],
  },
  {
    quote: "friendly toward China",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("siobhan", -3, "14:25")`
        Friendly by whose measure, and can one stop being it? I looked for the opposite term and it
        never comes. There are friends, and there is silence.
      `,
      post("aigerim", -3, "20:10")`
        There is one in the very next sentence, “Taiwan secessionists”. But that names an opponent,
        not somebody who is merely not a friend.
      `,
      post("siobhan", -3, "20:32")`The very next sentence, and I missed it. Thanks.`,
    ],
  },
  {
    quote:
      "building relations with parties in countries that do not have diplomatic ties with China",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("weijie", -3, "21:02")`
        For me this is the strongest argument in the article, and it gets half a subordinate clause.
        Nearly everything else that is described here a foreign ministry could do as well. Where
        there are no diplomatic ties a ministry has no door, and a party may have one.
      `,
      post("yusuf", -2, "08:48")`
        May have, yes. Whether parties in those countries did agree to talk we learn only from the
        word “efforts”, which is not a result. But as a statement of what the instrument is for, I'm
        with you.
      `,
      post("linnea", -2, "09:35")`
        Then “the advantage of the party's external work”, in the first sentence of the paragraph,
        would mean just that: what party work can do and diplomacy can't. I had read “advantage” as
        “benefit”.
      `,
    ],
  },
  {
    quote: "disclosing the schemes of Taiwan secessionists",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("aigerim", -3, "20:25")`
        On vocabulary only. Elsewhere the verbs are mild: maintain, enhance, further, exchange. In
        this sentence they are “expounding” and “disclosing”, and the other side has “schemes”. As
        far as I can see it is the only place in the article with an adversary in it.
      `,
      post("julian", -2, "09:02")`
        How do we quote something like this in a response without taking the wording over?
      `,
      post("tomasz", -2, "10:30")`
        With quotation marks and a name: “what the article calls …”. You report that the text uses
        the word; you neither adopt it nor quarrel with it in passing. That goes for “harmonious
        world” and “fine international image” just as much.
      `,
      post("aigerim", -2, "11:02")`
        We have the same rule at the paper: whose word is it, and does their name stand next to it?
      `,
    ],
  },
  {
    quote: "compare notes with various political parties from different countries",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("siobhan", -1, "21:04")`
        The one moment in the article where the party might learn something from others instead of
        showing them something. I'd give a lot for a single one of those notes.
      `,
      post("linnea", -1, "21:30")`
        Two moments, if you count the “study of experience of foreign political parties” in
        “Fifthly”.
      `,
      post("siobhan", -1, "21:38")`Counted. Two moments, no notes.`,
    ],
  },
];
