import { db, pool } from "@/lib/db";
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
    const reading =
      readings[number % 10 === 7 ? 2 : number % 10 === 8 ? 1 : number % 10 === 9 ? 3 : 0]!;
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
 * Says as many comments as are missing to `count` all over the school, in threads of five: words
 * drawn so that some stand in every second comment and some in one of a hundred thousand.
 */
export async function saySoMuch(count: number): Promise<void> {
  // Filling an index entry by entry takes many times as long as making it of all of them.
  const { rows: indexes } = await pool.query<{ indexname: string; indexdef: string }>(
    "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'comment' AND indexdef LIKE '%USING gin%'",
  );
  for (const { indexname } of indexes) await pool.query(`DROP INDEX ${indexname}`);
  for (let have = await db.comment.count(); have < count; have += BATCH) {
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      await client.query(THREADS, [have / 5, BATCH / 5, COURSES * ASSIGNMENTS_A_COURSE]);
      for (const statement of SAID) await client.query(statement);
      await client.query(COMMENTS, [WORDS.split(" ")]);
      await client.query("COMMIT");
    } finally {
      client.release();
    }
  }
  const client = await pool.connect();
  await client.query("SET statement_timeout = 0; SET maintenance_work_mem = '512MB'");
  for (const { indexdef } of indexes) await client.query(indexdef);
  await client.query("VACUUM ANALYZE comment");
  await client.query("VACUUM ANALYZE annotation");
  client.release(true);
}

/** Comments said at once. */
const BATCH = 5_000;

const THREADS = `
  CREATE TEMP TABLE said ON COMMIT DROP AS
  WITH place AS (
    SELECT id, revision_id, row_number() OVER (ORDER BY id) - 1 AS number,
      (SELECT array_agg(user_id ORDER BY id) FROM enrolment
        WHERE enrolment.course_id = assignment.course_id) AS people
    FROM assignment
  )
  SELECT gen_random_uuid() AS id, place.id AS assignment_id, place.revision_id, place.people,
    (ARRAY['COMMENT','COMMENT','QUESTION'])[1 + each % 3]::"AnnotationKind" AS kind,
    (ARRAY['COURSE','COURSE','COURSE','COURSE','INSTRUCTORS','ONLY_ME'])[1 + each % 6]::"Audience" AS audience,
    now() - random() * interval '400 days' AS at, each AS number
  FROM generate_series($1::int, $1::int + $2::int - 1) AS each
  JOIN place ON place.number = each::bigint * 7919 % $3`;

const SAID = [
  `INSERT INTO annotation (id, assignment_id, author_id, revision_id, kind, audience, quote,
     prefix, suffix, start, "end", comment_count, answered_at, created_at, updated_at)
   SELECT id, assignment_id, people[1 + number % cardinality(people)], revision_id, kind, audience,
     'The quick brown fox', '', '', 0, 19, 5, CASE WHEN number % 2 = 0 THEN at END, at, at
   FROM said`,
  `INSERT INTO anchor (annotation_id, revision_id, start, "end")
   SELECT id, revision_id, 0, 19 FROM said`,
];

const COMMENTS = `
  INSERT INTO comment (id, annotation_id, assignment_id, author_id, body, text, word_count,
    is_opening, created_at, updated_at)
  SELECT gen_random_uuid(), said.id, assignment_id, people[1 + (number + reply) % cardinality(people)],
    '{"type":"doc"}', words.text, 24, reply = 0, at + reply * interval '1 hour', at
  FROM said
  CROSS JOIN generate_series(0, 4) AS reply
  CROSS JOIN LATERAL (
    SELECT string_agg(($1::text[])[1 + floor(random() * random() * cardinality($1::text[]))::int], ' ') ||
      CASE WHEN random() < 0.5 THEN ' people' ELSE '' END ||
      CASE WHEN random() < 0.01 THEN ' photosynthesis 百家争鸣' ELSE '' END ||
      CASE WHEN random() < 0.00001 THEN ' zebra' ELSE '' END AS text
    FROM generate_series(1, 20 + (number + reply) % 8)
  ) AS words`;

function person(name: string) {
  return db.user.create({ data: { name, email: `${crypto.randomUUID()}@example.edu` } });
}
