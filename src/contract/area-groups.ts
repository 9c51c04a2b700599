/** What a consolidated table can be about, and the groups of areas that the consolidator names. */
import { z } from 'zod'

export const areaChoice = z
  .strictObject({
    kind: z.enum(['province', 'area', 'group']),
    /** For the address: '' for the province, the code of an area, the key of a group. */
    key: z.string(),
    name: z.string(),
  })
  .meta({ id: 'AreaChoice' })
export type AreaChoice = z.infer<typeof areaChoice>

export const areaGroup = z
  .strictObject({ id: z.number().int(), key: z.string(), name: z.string(), areas: z.array(z.string()) })
  .meta({ id: 'AreaGroup' })
export type AreaGroup = z.infer<typeof areaGroup>

export const areaGroupList = z
  .strictObject({
    groups: z.array(areaGroup),
    can: z.array(z.enum(['group'])),
  })
  .meta({ id: 'AreaGroupList' })

/** In characters, composed. */
export const longestGroupName = 80
const groupName = z.string().trim().min(1).max(longestGroupName)

/** A group keeps its areas and its address under another name. */
export const areaGroupNaming = z.strictObject({ name: groupName }).meta({ id: 'AreaGroupNaming' })

export const newAreaGroup = z
  .strictObject({
    name: groupName,
    /** Codes, at least two, none within another. */
    areas: z.array(z.string().max(20)).min(2).max(200),
  })
  .meta({ id: 'NewAreaGroup' })
export type NewAreaGroup = z.infer<typeof newAreaGroup>
