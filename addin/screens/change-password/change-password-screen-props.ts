import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Surroundings } from "#addin/components/admin/surroundings.ts";
import type { Result } from "#core/kernel/result.ts";

export interface ChangePasswordScreenProps extends Surroundings {
  readonly accountName: string;
  /** Why nothing else is answered before the change, or null for an ordinary change. */
  readonly forced: "first" | "too-old" | null;
  /** What the password must not contain, as far as the page knows it. */
  readonly ownData: readonly string[];
  readonly changePassword: (given: {
    readonly old: string;
    readonly new: string;
  }) => Promise<Result<unknown, ShownRefusal>>;
  readonly onChanged: () => void;
  /** Back where it is an ordinary change, out where it is a forced one. */
  readonly onLeave: () => void;
}
