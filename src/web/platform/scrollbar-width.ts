let measured: number | undefined

/** Room a scrollbar takes on this system: 0 where it lies over the content, some 15 pixels elsewhere. */
export function scrollbarWidth(): number {
  if (measured !== undefined) return measured
  const probe = document.createElement('div')
  probe.style.overflow = 'scroll'
  probe.style.width = '100px'
  probe.style.position = 'absolute'
  probe.style.visibility = 'hidden'
  document.body.append(probe)
  measured = probe.offsetWidth - probe.clientWidth
  probe.remove()
  return measured
}
