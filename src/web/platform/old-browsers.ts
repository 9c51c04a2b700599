/**
 * Windows 7 and 8 end at Chrome 109, and communes still work on them. What is younger than that and used by our code is
 * supplied here, once, before anything else runs.
 */
function supply(name: string, value: (this: unknown[], argument?: never) => unknown[]): void {
  if (name in Array.prototype) return
  Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true })
}

supply('toReversed', function () {
  return [...this].reverse()
})
supply('toSorted', function (compare) {
  return [...this].sort(compare)
})
