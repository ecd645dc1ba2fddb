import type {} from "next-auth";
import type {} from "next-auth/jwt";

declare module "next-auth" {
  interface User {
    sessionEpoch?: number;
  }
  interface Session {
    subject?: string | undefined;
    epoch?: number | undefined;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    epoch?: number | undefined;
  }
}
