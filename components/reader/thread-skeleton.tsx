import { Skeleton } from "@/components/ui/skeleton";

/** A thread that is being loaded. */
export function ThreadSkeleton() {
  return (
    <div className="rounded-md border border-rule bg-raised px-3.5 py-3" aria-hidden="true">
      <Skeleton className="h-3 w-2/3" />
      <Skeleton className="mt-3 h-3 w-full" />
      <Skeleton className="mt-2 h-3 w-4/5" />
    </div>
  );
}
