import { type DemoAnnotation, list, post } from "./thread";

/** What the class says about “Secondly” and “Thirdly”: numbers, voice, date, platforms. */
export const scope: readonly DemoAnnotation[] = [
  {
    quote:
      "More than 50 delegations in overseas visits were led by leaders of the party and state, and nearly 200 delegations of foreign political parties",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      {
        ...post("maria", -5, "12:05")`
          50 out, 200 in. I first read this as four visits to China for every visit abroad, but the
          two numbers do not count the same thing (see Wei Jie below). The 50 are only those “led by
          leaders of the party and state”. How many other delegations went out we are not told.
        `,
        edited: {
          day: -5,
          at: "18:22",
          before:
            "50 out, 200 in: four visits to China for every visit abroad. Other parties come to the CPC much more often than the CPC goes to them.",
        },
      },
      post("weijie", -5, "12:50")`
        Careful, the two are filtered differently. Going out: only delegations led by leaders of the
        party and state. Coming in: those “headed by principle party leaders” of the other side.
        There may have been any number of delegations below that level, in both directions.
      `,
      post("maria", -5, "18:24")`
        You are right. I changed the comment rather than leave a wrong ratio at the top.
      `,
      post("siobhan", -5, "18:50")`
        And “principle” should be “principal”. Unless they were leaders of principle.
      `,
      post("julian", -5, "19:06")`Both, one hopes.`,
      post("ama", -4, "20:15")`
        Also, neither number has a period. “In the past 5 years” comes after the semicolon and goes
        with the new parties.
      `,
    ],
  },
  {
    quote: "in the past 5 years",
    kind: "QUESTION",
    audience: "COURSE",
    comments: [
      post("siobhan", -4, "11:10")`
        When was this written? My copy has no date. What I have: Hu Jintao is General Secretary;
        “especially since its 16th National Congress”, which was in November 2002; and “the past 5
        years” here. So I would say 2007, shortly before or after the next congress, when it is
        natural to sum up five years. Can anybody do better?
      `,
      post("yusuf", -4, "11:48")`
        Careful with “the past 5 years”: it may be the five since that congress, or simply the last
        five. But Hu was General Secretary until 2012, so it cannot be later than that.
      `,
      post("tomasz", -2, "12:00")`
        A hint, since nobody has used it yet: find the sentence with a conference in it and look up
        the year.
      `,
      post("siobhan", -2, "12:35")`
        The third International Conference of Asian Political Parties: Beijing, 2004. So between 2004
        and 2012, and five years after 2002 falls inside that. I also remembered that Hu spoke to
        the UN about a “harmonious world” in 2005, and the phrase is in “First and foremost”.
      `,
      post("yusuf", -2, "13:10")`That convinces me. 2007, give or take.`,
      post("tomasz", -2, "14:02")`
        Nicely done. To have it in one place:

        ${list(
          "Hu Jintao as General Secretary: 2002 to 2012",
          "16th National Congress: November 2002",
          "the conference in Beijing: 2004",
          "“harmonious world” before the UN: 2005",
          "“the past 5 years”, if counted from the congress: 2007",
        )}

        An inference, not a date. Say it like that in your responses.
      `,
    ],
    answered: { day: -2, at: "14:10" },
  },
  {
    quote: "our party has newly established party-to-party relations",
    kind: "QUESTION",
    audience: "COURSE",
    comments: [
      post("ama", -3, "15:30")`
        Up to here it was “the CPC” and “the party”. In this line it becomes “our party”, then “our
        exchanges”, then “we”. Who is “our”, and for whom does one write like that?
      `,
      post("aigerim", -3, "16:12")`
        For members, or at least for readers at home. It comes from a national newspaper. Then
        somebody put it into English, and now “our” points at nobody who is reading it.
      `,
      post("siobhan", -3, "16:40")`
        It isn't a clean switch, though. “The CPC has made new breakthroughs” comes right after. It
        goes back and forth all the way to the end.
      `,
      post("ama", -3, "17:03")`
        True. Then perhaps: “the CPC” where the sentence could stand in a yearbook, “we” where
        somebody is doing something. “We take the initiative”, “we energetically publicize”.
      `,
      post("leonor", -2, "09:20")`
        Try that on the last sentence of the article. Which of your two voices is it?
      `,
      post("ama", -2, "10:05")`
        No “we” and no “our”. But nobody else either: “is now being recognized” has no speaker at
        all. I'll take that to the thread down there.
      `,
    ],
  },
  {
    quote: "exchanges with nearly 100 parties are now basically institutionalized",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("julian", -3, "11:15")`
        Almost 100 new parties in five years, and every one of them institutionalized already? That
        is quick.
      `,
      post("ama", -3, "11:40")`
        Two different hundreds, I think. “Almost 100” are new, “nearly 100” are institutionalized,
        and there is a “Meanwhile” in between. Nothing says that they are the same parties.
      `,
      post("julian", -3, "11:52")`
        You're right, I merged them because the numbers look alike. So it is less than I thought:
        out of 400 about a quarter have a routine.
      `,
      post("weijie", -3, "12:20")`“Basically” have a routine. I wonder what that word stood for.`,
      post("linnea", -3, "13:05")`
        Perhaps something like “in the main”. In English “basically” sounds more careless than the
        writer can have meant it.
      `,
    ],
  },
  {
    quote:
      "the Socialist International, Christian Democratic International, European People's Party",
    kind: "COMMENT",
    audience: "COURSE",
    comments: [
      post("maria", -4, "15:10")`
        I had no idea that one could belong to the Socialist International and to a Christian
        Democratic one at the same time!
      `,
      post("yusuf", -4, "15:35")`
        It doesn't say “belong”. “We have contacts with”. For single parties the word was
        “relations”; for these it is the weaker one.
      `,
      post("maria", -4, "15:50")`
        Oh. I read membership into it. Thank you. Then what is interesting is the list: left, centre
        and right in one breath.
      `,
    ],
  },
  {
    quote: "the third International Conference of Asian Political Parties",
    kind: "COMMENT",
    audience: "INSTRUCTORS",
    comments: [
      post("tomasz", -3, "18:20")`
        Leonor, this is the handle for dating the text (Beijing, 2004), and nobody has picked it up
        yet. Shall I say so, or wait?
      `,
      post("leonor", -3, "19:05")`Give them until tomorrow noon. Then a hint, without the year.`,
      post("tomasz", -3, "19:11")`Will do.`,
    ],
  },
  {
    quote: "has enhanced our party's influence not only in Asia but also across the world",
    kind: "QUESTION",
    audience: "COURSE",
    comments: [
      post("linnea", -2, "21:40")`
        What would we accept as evidence for this? The sentence offers the conference as the cause,
        and the influence is the author's conclusion. I tried to think of something that one could
        count, and got stuck.
      `,
    ],
  },
];
