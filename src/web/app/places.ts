/** The places of the navigation that are built, in order, with their icons. */
import type { Session } from '#contract/session.ts'
import type { IconName } from '../ui/icons.tsx'

type Place = Session['places'][number]

export const placeIcons: Readonly<Record<Place, IconName>> = {
  desk: 'desk',
  entry: 'table',
  review: 'eye',
  province: 'bars',
  explore: 'search',
  catalogue: 'book',
}

export const placePaths = {
  desk: '/',
  entry: '/entry',
  review: '/review',
  province: '/province',
  explore: '/explore',
  catalogue: '/catalogue',
} as const satisfies Record<Place, string>
