import { db } from "@/lib/db";
import { createCourse, createReading, enrol } from "../../tests/support/factories";

/** Who searches, and who is in many more courses. */
export interface Readers {
  /** A student of five courses. */
  student: { id: string; timeZone: string };
  /** An instructor of twenty courses. */
  instructor: { id: string; timeZone: string };
}

const COURSES = 50;
const PEOPLE_A_COURSE = 40;
const ASSIGNMENTS_A_COURSE = 20;

const WORDS =
  "margin page class reader text passage question answer note quiet argument evidence author claim reason example memory language history culture exchange power nature market school city river garden letter voice silence method doubt proof chapter footnote index plate preface";

/** The courses and people of a school, without a word said in them. */
export async function makeSchool(): Promise<Readers> {
  const [student, instructor] = await Promise.all([person("Ada Lovelace"), person("Dr. Okafor")]);
  const readings = await Promise.all(
    ["en", "fr", "zh-Hans", "pl"].map((language) => createReading({ language, title: language })),
  );
  for (let number = 0; number < COURSES; number += 1) {
    const course = await createCourse({ title: `Course ${number}` });
    if (number < 5) await enrol(course.id, student.id);
    if (number < 20) await enrol(course.id, instructor.id, "INSTRUCTOR");
    const reading = readings[number % 10 === 7 ? 2 : number % 10 === 8 ? 1 : number % 10 === 9 ? 3 : 0]!;
    await db.assignment.createMany({
      data: Array.from({ length: ASSIGNMENTS_A_COURSE }, (_, at) => ({
        courseId: course.id,
        readingId: reading.id,
        revisionId: reading.revisionId,
        title: `Reading ${at}`,
      })),
    });
    await db.$executeRaw`
      WITH person AS (
        INSERT INTO "user" (id, email, name, updated_at)
        SELECT gen_random_uuid(), gen_random_uuid() || '@example.edu',
          (ARRAY['Ben','Chen','Dana','Eva','Farid','Gül','Hana','Iván'])[1 + each % 8] || ' ' || each, now()
        FROM generate_series(1, ${PEOPLE_A_COURSE}::int) AS each
        RETURNING id
      )
      INSERT INTO enrolment (id, course_id, user_id, updated_at)
      SELECT gen_random_uuid(), ${course.id}::uuid, id, now() FROM person`;
  }
  return { student, instructor };
}

/**
 * Says as many comments as are missing to `count` all over the school, in threads of about four:
 * words drawn so that some stand in every second comment and some in one of a hundred thousand.
 * The same readers have a share in them. Deterministic but for ids.
 */
export async function saySoMuch(count: number): Promise<void> {
  const BATCH = 25_000;
  for (let have = await db.comment.count(); have < count; have = await db.comment.count()) {
    const threads = Math.ceil(Math.min(BATCH, count - have) / 4);
    await db.$transaction(
      [
        db.$executeRaw`SELECT setseed(${(have % 1_000) / 1_000}::float8)`,
        db.$executeRaw`CREATE TEMP TABLE said ON COMMIT DROP AS
          SELECT gen_random_uuid() AS id, assignment.id AS assignment_id, assignment.revision_id,
            author.id AS author_id,
            (ARRAY['COMMENT','COMMENT','QUESTION','HIGHLIGHT'])[1 + number % 4] AS kind,
            (ARRAY['COURSE','COURSE','COURSE','COURSE','INSTRUCTORS','ONLY_ME'])[1 + number % 6] AS audience,
            now() - random() * interval '400 days' AS at, number
          FROM generate_series(${have}::int, ${have + threads - 1}::int) AS number
          CROSS JOIN LATERAL (
            SELECT id, revision_id, course_id FROM assignment
            ORDER BY id OFFSET (number * 7919) % ${COURSES * ASSIGNMENTS_A_COURSE}::int LIMIT 1
          ) AS assignment
          CROSS JOIN LATERAL (
            SELECT user_id AS id FROM enrolment WHERE course_id = assignment.course_id
            ORDER BY id OFFSET number % ${PEOPLE_A_COURSE}::int LIMIT 1
          ) AS author`,
        db.$executeRaw`
          INSERT INTO annotation (id, assignment_id, author_id, revision_id, kind, audience, quote,
            prefix, suffix, start, "end", comment_count, answered_at, created_at, updated_at)
          SELECT id, assignment_id, author_id, revision_id, kind::"AnnotationKind",
            audience::"Audience", 'The quick brown fox', '', '', 0, 19,
            CASE WHEN kind = 'HIGHLIGHT' THEN 0 ELSE 5 END,
            CASE WHEN number % 3 = 0 THEN at END, at, at
          FROM said`,
        db.$executeRaw`
          INSERT INTO anchor (annotation_id, revision_id, start, "end")
          SELECT id, revision_id, 0, 19 FROM said`,
        db.$executeRaw`
          INSERT INTO comment (id, annotation_id, assignment_id, author_id, body, text, word_count,
            is_opening, created_at, updated_at)
          SELECT gen_random_uuid(), said.id, said.assignment_id, author.id, '{"type":"doc"}', words.text,
            24, reply = 0, said.at + reply * interval '1 hour', said.at
          FROM said
          CROSS JOIN generate_series(0, 4) AS reply
          CROSS JOIN LATERAL (
            SELECT user_id AS id FROM enrolment
            WHERE course_id = (SELECT course_id FROM assignment WHERE assignment.id = said.assignment_id)
            ORDER BY id OFFSET (said.number + reply) % ${PEOPLE_A_COURSE}::int LIMIT 1
          ) AS author
          CROSS JOIN LATERAL (
            SELECT string_agg(word, ' ') ||
              CASE WHEN random() < 0.5 THEN ' people' ELSE '' END ||
              CASE WHEN random() < 0.01 THEN ' photosynthesis 百家争鸣' ELSE '' END ||
              CASE WHEN random() < 0.00001 THEN ' zebra' ELSE '' END AS text
            FROM (
              SELECT (string_to_array(${WORDS}, ' '))[1 + floor(random() * random() * 41)::int] AS word
              FROM generate_series(1, 20 + (said.number + reply) % 8)
            ) AS drawn
          ) AS words
          WHERE kind <> 'HIGHLIGHT'`,
      ],
    );
  }
  await db.$executeRaw`VACUUM ANALYZE comment`;
  await db.$executeRaw`VACUUM ANALYZE annotation`;
}

function person(name: string) {
  return db.user.create({ data: { name, email: `${crypto.randomUUID()}@example.edu` } });
}
