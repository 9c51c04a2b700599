/**
 * States what must hold whatever the user did. A false claim is a bug in the program, so it throws; what a user can
 * cause is refused with a problem instead.
 */
export function invariant(claim: boolean, says: string): asserts claim {
  if (!claim) throw new Error(`Invariant broken: ${says}`)
}
