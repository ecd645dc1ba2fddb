import { DEMO_PASSWORD, demoAccounts } from "@/prisma/demo/people";

/** The line that says that everything runs and, where there is a demo, as whom to look at it. */
export function greeting(address: string, hasDemo: boolean): string {
  if (!hasDemo) return `Postil is ready at ${address}`;
  const accounts = demoAccounts.map(({ label, email }) => `${label} ${email}`).join(", ");
  return `Postil is ready at ${address} · demo accounts, password “${DEMO_PASSWORD}”: ${accounts}`;
}
