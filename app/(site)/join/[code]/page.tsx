import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Invitation, UnknownInvitation } from "@/components/account/invitation";
import { findUser } from "@/lib/auth/session";
import { findInvitation } from "@/lib/courses/queries";
import { joinParams } from "@/lib/courses/schema";
import { joinCourseAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("join"))("title") };
}

export default async function InvitationPage({ params }: PageProps<"/join/[code]">) {
  const typed = (await params).code;
  const { data } = joinParams.safeParse({ code: decodeURIComponent(typed) });
  const invitation = data ? await findInvitation(data.code) : null;
  const user = await findUser();
  if (!data || !invitation) return <UnknownInvitation code={typed} action={joinCourseAction} />;
  return (
    <Invitation
      code={data.code}
      invitation={invitation}
      isSignedIn={user !== null}
      action={joinCourseAction}
    />
  );
}
