export const wordFlag = {
  capitalised: 1,
  allCaps: 2,
  digit: 4,
  currency: 8,
  tag: 16,
  /** Written together with the word before it by a hyphen: no phrase begins here or ends before it. */
  inner: 32
} as const
