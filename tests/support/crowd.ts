import { saveRules } from "@/lib/assignments/rules";
import { db } from "@/lib/db";
import { createCourse, createMember, createReading, type Member } from "./factories";
import { RULES } from "./grading";

interface Size {
  students: number;
  assignments: number;
  /** Of each student in each assignment: a thread and replies. */
  posts: number;
}

/** A course of many people who wrote much, in a few statements: what is written is all alike. */
export async function makeCrowd({ students, assignments, posts }: Size) {
  const course = await createCourse({ title: "A large class" });
  const teacher: Member = await createMember(course.id, "INSTRUCTOR", "Teacher");
  const { id: readingId, revisionId } = await createReading();
  await db.$executeRaw`
    WITH person AS (
      INSERT INTO "user" (id, email, name, updated_at)
      SELECT gen_random_uuid(), gen_random_uuid() || '@example.edu',
        'Student ' || lpad(each::text, 4, '0'), now()
      FROM generate_series(1, ${students}::int) AS each
      RETURNING id
    )
    INSERT INTO enrolment (id, course_id, user_id, updated_at)
    SELECT gen_random_uuid(), ${course.id}::uuid, id, now() FROM person`;
  const made = await db.assignment.createManyAndReturn({
    data: Array.from({ length: assignments }, (_, at) => ({
      ...{ courseId: course.id, readingId, revisionId },
      title: `Reading ${at + 1}`,
      dueAt: new Date(Date.UTC(2030, 0, 1 + at)),
    })),
    select: { id: true, title: true },
  });
  await db.$transaction(async (tx) => {
    const rules = { ...RULES, wordMinimum: 3 };
    for (const { id: assignmentId } of made) {
      await saveRules(tx, { assignmentId, userId: teacher.id, rules });
    }
  });
  for (const { id } of made) await writeMuch(id, revisionId, posts);
  await db.$executeRaw`ANALYZE comment`;
  await db.$executeRaw`ANALYZE annotation`;
  return { course, teacher, assignments: made };
}

/** Every student but each tenth begins a thread and replies in it. */
async function writeMuch(assignmentId: string, revisionId: string, posts: number): Promise<void> {
  await db.$executeRaw`
    WITH person AS (
      SELECT enrolment.user_id, row_number() OVER (ORDER BY enrolment.id) AS number
      FROM enrolment JOIN assignment ON assignment.course_id = enrolment.course_id
      WHERE assignment.id = ${assignmentId}::uuid AND enrolment.role = 'STUDENT'
    ), thread AS (
      INSERT INTO annotation (id, assignment_id, author_id, revision_id, kind, audience, quote,
        prefix, suffix, start, "end", comment_count, updated_at)
      SELECT gen_random_uuid(), ${assignmentId}::uuid, user_id, ${revisionId}::uuid, 'COMMENT',
        'COURSE', 'quick brown fox', '', '', (number % 70)::int, (number % 70)::int + 10,
        ${posts}::int, now()
      FROM person WHERE number % 10 > 0
      RETURNING id, author_id
    )
    INSERT INTO comment (id, annotation_id, assignment_id, author_id, body, text, word_count,
      is_opening, updated_at)
    SELECT gen_random_uuid(), thread.id, ${assignmentId}::uuid, thread.author_id,
      '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"A fox that is quick."}]}]}',
      'A fox that is quick, says ' || thread.id || ' ' || each, 6, each = 1, now()
    FROM thread CROSS JOIN generate_series(1, ${posts}::int) AS each`;
}
