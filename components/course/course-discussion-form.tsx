import { useTranslations } from "next-intl";

import { Checkbox } from "@/components/ui/checkbox";
import { Form, type FormAction } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { CourseDiscussion } from "@/lib/courses/discussion";

/** How people write in all of a course. */
export function CourseDiscussionForm({ courseId, discussion, action }: CourseDiscussionFormProps) {
  const t = useTranslations("courseSettings");
  const labels = {
    tags: t("tags"),
    tagsOnly: t("tagsOnly"),
    holdsFirstPosts: t("holdsFirstPosts"),
  };
  const { tags, tagsOnly, holdsFirstPosts } = discussion;
  return (
    <Form action={action} labels={labels} className="mt-6 space-y-6">
      <input type="hidden" name="courseId" value={courseId} />
      <Textarea
        name="tags"
        rows={5}
        key={tags.join()}
        defaultValue={tags.join("\n")}
        hint={t("tagsHint")}
        isOptional
      />
      <Checkbox name="tagsOnly" defaultChecked={tagsOnly} hint={t("tagsOnlyHint")} />
      <Checkbox
        name="holdsFirstPosts"
        defaultChecked={holdsFirstPosts}
        hint={t("holdsFirstPostsHint")}
      />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

interface CourseDiscussionFormProps {
  courseId: string;
  discussion: CourseDiscussion;
  action: FormAction;
}
