import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Post } from "./post.ts";
import type { Unit } from "./unit.ts";

/**
 * The unit tree and the posts in force on one day, indexed for the relations of L14.
 * Built once per organisation revision by `buildOrganisation`; pure data, safe to share.
 */
export interface Organisation {
  readonly units: ReadonlyMap<UnitId, Unit>;
  readonly childrenOf: ReadonlyMap<UnitId, readonly UnitId[]>;
  readonly postsOfUnit: ReadonlyMap<UnitId, readonly Post[]>;
  readonly postsOfPerson: ReadonlyMap<PersonId, readonly Post[]>;
}
