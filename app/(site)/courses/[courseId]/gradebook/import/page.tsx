import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { ImportForm } from "@/components/participation/import-form";
import { ClientWords } from "@/components/shell/client-words";
import { Section } from "@/components/shell/section";
import { loadCourse } from "../../load-course";
import { importOverridesAction } from "./actions";

type Props = PageProps<"/courses/[courseId]/gradebook/import">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gradebook"))("import") };
}

export default async function ImportPage({ params }: Props) {
  const { course } = await loadCourse((await params).courseId);
  if (!course.can.grade) notFound();
  const t = await getTranslations("gradebook");
  return (
    <Section title={t("import")} className="mt-8 max-w-2xl md:mt-10">
      <p className="mt-3 text-sm text-soft">{t("importLead")}</p>
      <ClientWords only={["gradebook"]}>
        <ImportForm action={importOverridesAction} courseId={course.id} />
      </ClientWords>
    </Section>
  );
}
