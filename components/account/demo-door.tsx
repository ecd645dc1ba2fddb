import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";

import { Form, type FormAction } from "@/components/ui/form";

/** One click into the demo as one of its people; every name is a submit button. */
export function DemoDoor({ action, back }: { action: FormAction; back?: string }) {
  const t = useTranslations("landing");
  const people = [
    { label: "Instructor", name: t("demoInstructor"), text: t("demoInstructorText") },
    { label: "Student A", name: t("demoStudentA"), text: t("demoStudentAText") },
    { label: "Student B", name: t("demoStudentB"), text: t("demoStudentBText") },
  ];
  return (
    <section aria-labelledby="demo" className="mt-10">
      <h2 id="demo" className="rubric">
        {t("demoHeading")}
      </h2>
      <p className="mt-1 max-w-prose text-sm text-soft">{t("demoText")}</p>
      <Form action={action} className="mt-3 border-t border-rule">
        {back && <input type="hidden" name="return" value={back} />}
        {people.map(({ label, name, text }) => (
          <div
            key={label}
            className="group relative flex items-center gap-4 border-b border-rule hover:bg-touched"
          >
            <button
              type="submit"
              name="label"
              value={label}
              aria-describedby={`demo-${label.replace(" ", "-")}`}
              className="min-h-12 w-28 shrink-0 text-start font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent sm:ps-3"
            >
              {name}
            </button>
            <span
              id={`demo-${label.replace(" ", "-")}`}
              className="min-w-0 flex-1 py-2 text-sm text-soft"
            >
              {text}
            </span>
            <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-faint sm:me-3" />
          </div>
        ))}
      </Form>
    </section>
  );
}
